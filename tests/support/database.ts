/**
 * The database below the Worker, looked at from outside: its file is plain SQLite. Only tests of what cannot be
 * seen through the API use it: that nothing changed, that the invariants hold, and to begin with many rows.
 */
import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";

export type Row = Readonly<Record<string, unknown>>;

/** What is written without a command: when somebody was last here, and how far a mail that is owed has come. */
const IGNORED_COLUMNS = new Set([
  "members.seen_at",
  "sessions.seen_at",
  "sessions.device",
  ...["state", "tries", "next_try_at", "done_at", "reason", "language"].map((column) => `outbox.${column}`),
]);
/** Where the development build keeps the mails that went out, and rooms note who is in them. */
const IGNORED_TABLES = new Set(["dev_mailbox", "present"]);

export class Database {
  readonly #file: DatabaseSync;

  constructor(state: string) {
    this.#file = open(state);
  }

  rows(sql: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#file.prepare(sql).all(...values) as Row[];
  }

  /** The first column of the first row. */
  number(sql: string, ...values: SQLInputValue[]): number {
    const [row] = this.rows(sql, ...values);
    return Number(Object.values(row ?? {})[0]);
  }

  /** Writes many rows in one transaction; for what a test begins with. */
  write(work: (run: (sql: string, ...values: SQLInputValue[]) => void) => void): void {
    this.#file.exec("BEGIN IMMEDIATE");
    try {
      work((sql, ...values) => void this.#file.prepare(sql).run(...values));
      this.#file.exec("COMMIT");
    } catch (error) {
      this.#file.exec("ROLLBACK");
      throw error;
    }
  }

  /** Grows when another connection commits: equal means that nothing at all was written. */
  commits(): number {
    return this.number("PRAGMA data_version");
  }

  /** A digest of every row of every table. */
  digest(): string {
    const hash = createHash("sha256");
    for (const table of this.#tables()) {
      hash.update(table);
      for (const row of this.rows(`SELECT * FROM "${table}"`)) hash.update(JSON.stringify(meaningful(table, row)));
    }
    return hash.digest("hex");
  }

  close(): void {
    this.#file.close();
  }

  #tables(): readonly string[] {
    const names = this.rows(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY name",
    );
    return names.map((row) => String(row["name"])).filter((name) => !IGNORED_TABLES.has(name));
  }
}

function meaningful(table: string, row: Row): readonly (readonly [string, unknown])[] {
  return Object.entries(row).filter(([column]) => !IGNORED_COLUMNS.has(`${table}.${column}`));
}

/** The one file of the local D1 that has our tables. */
function open(state: string): DatabaseSync {
  const folder = join(state, "v3/d1/miniflare-D1DatabaseObject");
  for (const name of readdirSync(folder).filter((name) => name.endsWith(".sqlite"))) {
    const file = new DatabaseSync(join(folder, name));
    file.exec("PRAGMA busy_timeout = 5000");
    if (file.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'teams'").get()) return file;
    file.close();
  }
  throw new Error(`no database in ${folder}`);
}

/** The names of what the local R2 holds. */
export function filesOf(state: string): readonly string[] {
  const folder = join(state, "v3/r2/miniflare-R2BucketObject");
  const keys = readdirSync(folder)
    .filter((name) => name.endsWith(".sqlite"))
    .flatMap((name) => {
      const file = new DatabaseSync(join(folder, name));
      const there = file.prepare("SELECT 1 FROM sqlite_schema WHERE name = '_mf_objects'").get();
      const rows = there ? file.prepare("SELECT key FROM _mf_objects").all() : [];
      file.close();
      return rows.map((row) => String(row["key"]));
    });
  return keys;
}
