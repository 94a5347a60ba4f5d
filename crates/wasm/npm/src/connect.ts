/**
 * One request: a snapshot; then it is kept fresh.
 */
import type { Access } from "./access.js";
import { SnapshotError, type Fetch } from "./snapshot.js";
import { OutdatedError } from "./state.js";
import { Team } from "./team.js";
import { en } from "./texts/en.js";
import type { Texts } from "./texts/index.js";

/** Where to ask. */
export interface ConnectOptions {
  /** The team's id. */
  readonly team: string;
  /** The project that is asked about; without it, the team. */
  readonly project?: string;
  /** How requests go out; without it, the global `fetch`. */
  readonly fetch?: Fetch;
  /** The edge's origin; without it, the page's own. */
  readonly origin?: string;
  /** The language of sentences, such as `ru` of `@roster/access/ru`; without it, English. */
  readonly texts?: Texts;
}

/** Why there is no access object. */
export class ConnectError extends Error {
  override readonly name = "ConnectError";
  constructor(
    /** `catalogue_changed`, or the code of the edge's problem. */
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`cannot connect: ${code}`, options);
  }
}

/** One's own access in a team or project.
 * @throws ConnectError when the edge refuses, or speaks another catalogue. */
export async function connect(options: ConnectOptions): Promise<Access> {
  const { team, project, fetch = defaultFetch, origin = "", texts = en } = options;
  const connected = new Team({ team, fetch, origin }, texts);
  try {
    await connected.begin();
    return connected.at(project);
  } catch (error) {
    connected.close();
    throw asConnectError(error);
  }
}

const defaultFetch: Fetch = (input, init) => globalThis.fetch(input, init);

function asConnectError(error: unknown): unknown {
  if (error instanceof OutdatedError) return new ConnectError("catalogue_changed", { cause: error });
  if (error instanceof SnapshotError) return new ConnectError(error.code, { cause: error });
  return error;
}
