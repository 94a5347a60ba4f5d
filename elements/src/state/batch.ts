/**
 * Many invitations on their way: they go out in commands of fifty, each under a key of its own, while the person looks
 * at other pages; what is left is kept in this browser, so that who closes the page can go on later. A command whose
 * outcome is not known goes out again under the same key, so that nothing is done twice.
 */
import { call, newKey, problemOf } from "../api/client.js";
import type { PlacedGrant, Problem } from "../api/types.js";
import { roster } from "./roster.js";
import { session } from "./session.js";

/** What became of a row. */
export type Fate = "waiting" | "sent" | "later" | "included" | "refused";

/** One row. */
export interface BatchRow {
  /** To whom, as the person named them. */
  readonly label: string;
  readonly address?: string;
  readonly person?: string;
  readonly access: PlacedGrant[];
  readonly fate: Fate;
  /** When its mail goes out, if that is later. */
  readonly mailAt?: number;
  readonly problem?: Pick<Problem, "code" | "missing" | "retryAt">;
}

/** Rows that go out together, under one key. */
interface Chunk {
  readonly key: string;
  readonly rows: readonly number[];
  readonly raiseCap?: number;
}

interface Kept {
  readonly owner: string;
  readonly team: string;
  readonly at: number;
  readonly rows: readonly BatchRow[];
  readonly chunks: readonly Chunk[];
}

const SIZE = 50;
const STORE = "roster.batch";
/** The edge knows a key for a day. */
const KEPT_FOR = 23 * 3_600_000;
/** Nobody knows what became of the command: again under the same key. */
const UNKNOWN: ReadonlySet<string> = new Set(["offline", "broken", "busy", "too_many_requests"]);

/** The one batch. */
export class Batch extends EventTarget {
  rows: readonly BatchRow[] = [];
  running = false;
  /** Why it stopped before its end. */
  stopped: Problem | undefined;
  #chunks: readonly Chunk[] = [];
  #team = "";
  #at = 0;
  #looked = "";

  constructor() {
    super();
    window.addEventListener("beforeunload", (event) => {
      if (this.running) event.preventDefault();
    });
    session.addEventListener("change", () => {
      if (session.stage === "out") this.#drop();
    });
  }

  /** Whether there is one of the current team. */
  get here(): boolean {
    this.#restore();
    return this.rows.length > 0 && this.#team === session.teamId;
  }

  /** How many rows are settled. */
  get done(): number {
    return this.rows.filter((row) => row.fate !== "waiting").length;
  }

  /** Sends these rows. */
  begin(rows: readonly BatchRow[], raiseCap?: number): void {
    this.rows = rows;
    this.#team = session.teamId;
    this.#at = Date.now();
    this.#chunks = chunks(rows.map((_, at) => at), raiseCap);
    void this.go();
  }

  /** Sends those again that were refused, as new commands. */
  again(raiseCap?: number): void {
    const refused = this.rows.flatMap((row, at) => (row.fate === "refused" ? [at] : []));
    this.rows = this.rows.map((row) => (row.fate === "refused" ? { ...waiting(row) } : row));
    this.#chunks = [...this.#chunks, ...chunks(refused, raiseCap)];
    void this.go();
  }

  /** Goes on with what has not gone out. */
  async go(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.stopped = undefined;
    this.#tell();
    for (let chunk = this.#chunks[0]; chunk && !this.stopped; chunk = this.#chunks[0]) await this.#send(chunk);
    this.running = false;
    this.#tell();
    if (this.#team === session.teamId) await roster.refresh();
  }

  /** It is over: nothing of it is kept. */
  close(): void {
    this.#drop();
    this.#tell();
  }

  async #send(chunk: Chunk): Promise<void> {
    const asked = chunk.rows.map((at) => this.rows[at]).filter((row) => row !== undefined);
    const rows = asked.map(({ address, person, access }) => (person === undefined ? { address: address ?? "", access } : { person, access }));
    const body = chunk.raiseCap === undefined ? { rows } : { rows, raiseCap: chunk.raiseCap };
    const path = { team: this.#team };
    try {
      const { rows: results } = await call("post", "/api/v1/teams/{team}/invitations/many", { path, body, key: chunk.key });
      const fates = new Map(chunk.rows.map((at, nth) => [at, results[nth]]));
      this.rows = this.rows.map((row, at) => (fates.has(at) ? settled(row, fates.get(at)) : row));
    } catch (error) {
      const problem = problemOf(error);
      if (UNKNOWN.has(problem.code)) {
        this.stopped = problem;
        this.#tell();
        return;
      }
      const of = new Set(chunk.rows);
      this.rows = this.rows.map((row, at) => (of.has(at) ? { ...row, fate: "refused", problem } : row));
    }
    this.#chunks = this.#chunks.filter((one) => one !== chunk);
    this.#tell();
  }

  /** What another visit left here. */
  #restore(): void {
    const owner = session.me?.id;
    if (!owner || this.#looked === owner) return;
    this.#looked = owner;
    try {
      const kept = JSON.parse(localStorage.getItem(STORE) ?? "null") as Kept | null;
      if (kept?.owner !== owner || Date.now() - kept.at > KEPT_FOR) return;
      [this.rows, this.#chunks, this.#team, this.#at] = [kept.rows, kept.chunks, kept.team, kept.at];
    } catch {
      localStorage.removeItem(STORE);
    }
  }

  #drop(): void {
    this.rows = [];
    this.#chunks = [];
    this.#looked = "";
    this.stopped = undefined;
    localStorage.removeItem(STORE);
  }

  #tell(): void {
    const owner = session.me?.id;
    if (owner && this.rows.length > 0) {
      const kept: Kept = { owner, team: this.#team, at: this.#at, rows: this.rows, chunks: this.#chunks };
      localStorage.setItem(STORE, JSON.stringify(kept));
    }
    this.dispatchEvent(new Event("change"));
  }
}

function chunks(rows: readonly number[], raiseCap: number | undefined): Chunk[] {
  const cap = raiseCap === undefined ? {} : { raiseCap };
  const count = Math.ceil(rows.length / SIZE);
  return Array.from({ length: count }, (_, nth) => ({ key: newKey(), rows: rows.slice(nth * SIZE, (nth + 1) * SIZE), ...cap }));
}

function waiting(row: BatchRow): BatchRow {
  const { problem: _, ...rest } = row;
  return { ...rest, fate: "waiting" };
}

interface Result {
  readonly done?: { readonly included?: string | null; readonly mailAt?: number | null } | null;
  readonly refused?: Pick<Problem, "code" | "missing" | "retryAt"> | null;
}

function settled(row: BatchRow, result: Result | undefined): BatchRow {
  if (result?.refused) return { ...row, fate: "refused", problem: result.refused };
  if (result?.done?.included != null) return { ...row, fate: "included" };
  const mailAt = result?.done?.mailAt ?? 0;
  const later = mailAt > (session.rules?.now() ?? Date.now()) + 5_000;
  return later ? { ...row, fate: "later", mailAt } : { ...row, fate: "sent" };
}

/** The one batch. */
export const batch = new Batch();
