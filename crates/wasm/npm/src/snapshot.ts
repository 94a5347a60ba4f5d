/**
 * Fetching a snapshot from the edge.
 */
import type { components } from "./generated/api.js";
import type { Snapshot } from "./state.js";

/** How requests go out. */
export type Fetch = (input: string, init?: RequestInit) => Promise<Response>;

/** The edge refused the snapshot. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`refused: ${code}`);
  }

  /** Whether it says that there is no access, rather than that the edge is busy or broken. */
  get gone(): boolean {
    return this.status === 401 || this.status === 403 || this.status === 404;
  }
}

/** Asks for one's own access in the team.
 * @throws SnapshotError when the edge refuses. */
export async function fetchSnapshot(source: {
  readonly team: string;
  readonly fetch: Fetch;
  readonly origin: string;
}): Promise<Snapshot> {
  const path = `/api/v1/teams/${encodeURIComponent(source.team)}/snapshot`;
  const headers = { accept: "application/json" };
  const answer = await source.fetch(source.origin + path, { headers, cache: "no-store", credentials: "same-origin" });
  if (answer.ok) return (await answer.json()) as Snapshot;
  throw new SnapshotError(answer.status, await codeOf(answer));
}

async function codeOf(answer: Response): Promise<string> {
  try {
    return ((await answer.json()) as components["schemas"]["Problem"]).code;
  } catch {
    return "broken";
  }
}
