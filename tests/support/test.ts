/**
 * What a test begins with: a Worker and a database of its own, shared only by the tests that run one after the
 * other in the same process. So a digest of the database and a clock that is moved disturb nobody.
 */
import { test as base, expect } from "@playwright/test";
import { Database, filesOf } from "./database";
import { expectInvariants } from "./invariants";
import { Mailbox } from "./mailbox";
import { type Server, startServer } from "./server";

/** A server with all that a test does to it from outside. */
export class World {
  readonly database: Database;
  readonly mailbox: Mailbox;
  /** How far the Worker's clock is ahead of ours, in milliseconds. */
  offset = 0;
  /** How far it ever was: what was committed to have ended then, ended. */
  #furthest = 0;

  constructor(readonly server: Server) {
    this.database = new Database(server.state);
    this.mailbox = new Mailbox(this.url);
  }

  get url(): string {
    return this.server.urls[0] ?? "";
  }

  get now(): number {
    return Date.now() + this.offset;
  }

  /** Moves the Worker's clock to this far ahead of ours. */
  async setClock(offsetMillis: number): Promise<void> {
    await this.dev("/dev/clock", { offsetMillis });
    this.offset = offsetMillis;
    this.#furthest = Math.max(this.#furthest, offsetMillis);
  }

  /** What the Worker does each minute by itself. */
  async cron(): Promise<void> {
    await this.dev("/dev/cron", {});
  }

  /** Posts to a route of the development build. */
  async dev(path: string, body: unknown): Promise<void> {
    for (const url of this.server.urls) {
      const headers = { "content-type": "application/json", origin: url };
      const response = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    }
  }

  /** The names of all files of images that lie in the local store. */
  files(): readonly string[] {
    return filesOf(this.server.state);
  }

  /** Runs `work` and holds it to having changed nothing. */
  async unchanged<T>(work: () => Promise<T>): Promise<T> {
    const [commits, before] = [this.database.commits(), this.database.digest()];
    const result = await work();
    if (this.database.commits() !== commits) expect(this.database.digest(), "the database").toBe(before);
    return result;
  }

  invariants(): void {
    expectInvariants(this.database, Date.now() + this.#furthest);
  }

  async close(): Promise<void> {
    this.database.close();
    await this.server.close();
  }
}

export const test = base.extend<{ calm: void }, { world: World }>({
  world: [
    async ({}, use) => {
      const world = new World(await startServer());
      await use(world);
      await world.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  // After each test the clock stands right again, and the invariants hold.
  calm: [
    async ({ world }, use) => {
      await use();
      world.invariants();
      if (world.offset !== 0) await world.setClock(0);
    },
    { auto: true },
  ],
});

export { expect };
