/**
 * What a race runs on: one isolate, or two that share a database but not the team's object; and what races count.
 */
import { expect, test as base } from "@playwright/test";
import { type Answer, type Browser, outcome } from "./api";
import { Database } from "./database";
import { type Person, signUpAll, type Team } from "./people";
import { type Server, startServer } from "./server";

export interface Track {
  readonly server: Server;
  /** The first isolate's address. */
  readonly url: string;
  readonly database: Database;
  /** The browser at the isolate with this number, counted round. */
  at(browser: Browser, isolate: number): Browser;
}

async function open(isolates: 1 | 2): Promise<Track> {
  const server = await startServer({ isolates });
  const url = (isolate: number): string => server.urls[isolate % server.urls.length] ?? "";
  const at = (browser: Browser, isolate: number): Browser => browser.at(url(isolate));
  return { server, url: url(0), database: new Database(server.state), at };
}

export const test = base.extend<object, { isolates: 1 | 2; track: Track }>({
  isolates: [1, { option: true, scope: "worker" }],
  track: [
    async ({ isolates }, use) => {
      const track = await open(isolates);
      await use(track);
      track.database.close();
      await track.server.close();
    },
    { scope: "worker", timeout: 120_000 },
  ],
});

/** Asks until the answer is not "busy", under one key, as a client would. */
export async function patiently<T>(ask: (key: string) => Promise<Answer<T>>): Promise<Answer<T>> {
  const key = `race-${Math.random()}`;
  for (let tries = 0; tries < 20; tries += 1) {
    const answer = await ask(key);
    if (answer.status !== 503) return answer;
  }
  throw new Error("busy twenty times");
}

export function counted(answers: readonly Answer<unknown>[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const answer of answers) counts[outcome(answer)] = (counts[outcome(answer)] ?? 0) + 1;
  return counts;
}

/** Batches that the isolates have sent to D1 since they began. */
export async function batches(server: Server): Promise<number> {
  const counts = await Promise.all(server.urls.map(async (url) => ((await (await fetch(`${url}/dev/counts`)).json()) as { batches: number }).batches));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** All batches, without those that put mails into the mailbox of the development build: no deployment sends them. */
export async function batchesOfTheEdge(server: Server, database: Database, team: Team): Promise<number> {
  const ofTeam = (more: string): number => database.number(`SELECT count(*) FROM outbox WHERE team = ? ${more}`, team.id);
  await expect.poll(() => ofTeam("AND state = 'due'")).toBe(0);
  return (await batches(server)) - ofTeam("");
}

export async function signUpMany(url: string, count: number): Promise<Person[]> {
  const people: Person[] = [];
  while (people.length < count) people.push(...(await signUpAll(url, Array.from({ length: 25 }, (_, index) => `Person ${people.length + index}`))));
  return people;
}

export { expect };
