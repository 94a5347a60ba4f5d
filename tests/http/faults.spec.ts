/**
 * When the mail carrier fails, D1 fails, a decision panics or the Worker is killed: what was acknowledged stands,
 * what was refused left no trace, and a retry under the same key does nothing twice.
 */
import { type Answer, Browser, ok, outcome } from "../support/api";
import { Database } from "../support/database";
import { expectInvariants } from "../support/invariants";
import { INVITATION, tokenIn } from "../support/mailbox";
import { createTeam, freshAddress, type Person, signUp, type Team } from "../support/people";
import { startServer } from "../support/server";
import { expect, test, type World } from "../support/test";

test.afterEach(async ({ world }) => world.dev("/dev/faults", {}));

async function projects(team: Team): Promise<readonly string[]> {
  const { projects: all } = ok(await team.owner.browser.get<{ projects: { name: string }[] }>(`${team.path}/projects`));
  return all.map((project) => project.name);
}

const newTeam = async (world: World): Promise<Team> => createTeam(await signUp(world.url, "Olga"));

test("if the mail carrier fails, the invitation stands, and the mail goes out later as the same one", async ({ world }) => {
  const team = await newTeam(world);
  const address = freshAddress("later");
  await world.dev("/dev/faults", { mail: 2 });
  const invitation = await team.invite(address, [{ role: "viewer" }]);
  const owed = (): { id: number; tries: number } =>
    world.database.rows("SELECT id, tries FROM outbox WHERE invitation = ?", invitation)[0] as { id: number; tries: number };
  await expect.poll(() => owed().tries).toBe(1);
  const { id } = owed();
  expect(await world.mailbox.all(address)).toEqual([]);
  await world.cron();
  expect(owed().tries, "not before its time").toBe(1);
  await world.setClock(60_000);
  await world.cron();
  await expect.poll(() => owed().tries).toBe(2);
  await world.setClock(180_000);
  await world.cron();
  const mail = await world.mailbox.latest(address, INVITATION);
  expect(mail.messageId).toMatch(new RegExp(`^<?${id}@`));
  await world.cron();
  expect(await world.mailbox.all(address)).toHaveLength(1);
  expect((await new Browser(world.url).post("/api/v1/join", { token: tokenIn(mail) })).status).toBe(200);
});

for (const writes of ["before", "after"] as const) {
  test(`D1 fails ${writes} it commits: there is one outcome`, async ({ world }) => {
    const team = await newTeam(world);
    const { browser } = team.owner;
    const alpha = await team.project("Alpha");
    const asks: readonly ((key: string) => Promise<Answer<unknown>>)[] = [
      (key) => browser.post(`${team.path}/projects`, { name: "Beta" }, { key }),
      (key) => browser.post(`${team.path}/projects/${alpha}/posts`, { title: "Once", text: "" }, { key }),
      (key) => browser.post("/api/v1/teams", { name: "Second" }, { key }),
    ];
    for (const [index, ask] of asks.entries()) {
      await world.dev("/dev/faults", { writes, times: 1 });
      const first = await ask(`fault-${index}`);
      expect(outcome(first)).toBe("201");
      const again = await world.unchanged(() => ask(`fault-${index}`));
      expect([again.status, again.text]).toEqual([first.status, first.text]);
    }
    expect(await projects(team)).toEqual(["Alpha", "Beta"]);
    expect(world.database.number("SELECT count(*) FROM posts WHERE team = ?", team.id)).toBe(1);
    expect(world.database.number("SELECT count(*) FROM teams WHERE owner = ?", team.owner.id)).toBe(2);
  });
}

test("D1 away for longer: busy, with nothing done, and well under the same key once it is back", async ({ world }) => {
  const team = await newTeam(world);
  const ask = (): Promise<Answer<unknown>> => team.owner.browser.post(`${team.path}/projects`, { name: "Beta" }, { key: "away" });
  await world.dev("/dev/faults", { writes: "before", times: 1_000 });
  const refused = await world.unchanged(ask);
  expect(outcome(refused)).toBe("503 busy");
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await world.dev("/dev/faults", {});
  expect(outcome(await ask())).toBe("201");
  expect(await projects(team)).toEqual(["Beta"]);
});

test("a panic in one decision costs that request, and not its neighbours in the group", async ({ world }) => {
  const team = await newTeam(world);
  await world.dev("/dev/faults", { panicOn: "Boom" });
  const names = Array.from({ length: 20 }, (_, index) => (index === 7 ? "Boom" : `Project ${String(index).padStart(2, "0")}`));
  const answers = await Promise.all(names.map((name) => team.owner.browser.post(`${team.path}/projects`, { name })));
  expect(answers.map(outcome)).toEqual(names.map((name) => (name === "Boom" ? "500 broken" : "201")));
  expect(await projects(team)).toEqual(names.filter((name) => name !== "Boom"));
  await world.dev("/dev/faults", {});
  expect(outcome(await team.owner.browser.post(`${team.path}/projects`, { name: "Boom" }))).toBe("201");
});

test("a panic while a request is read costs that request, and its neighbours answer", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const [panicked, ...neighbours] = await Promise.all([
    fetch(`${world.url}/dev/panic`, { method: "POST", headers: { origin: world.url } }),
    ...Array.from({ length: 20 }, () => ana.browser.get("/api/v1/me")),
  ]);
  expect(panicked.status).toBe(500);
  expect(neighbours.map((answer) => answer.status)).toEqual(neighbours.map(() => 200));
  expect((await ana.browser.get("/api/v1/me")).status).toBe(200);
});

test("a flood of one session is refused before the database is asked", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  await world.dev("/dev/faults", { limits: true });
  let refused: Answer<unknown> | undefined;
  for (let asked = 0; asked < 1_300 && !refused; asked += 50) {
    const answers = await Promise.all(Array.from({ length: 50 }, () => ana.browser.post("/api/v1/join", { token: "x" })));
    refused = answers.find((answer) => answer.status === 429);
  }
  expect(refused && outcome(refused)).toBe("429 too_many_requests");
  expect(refused?.trips).toBe(0);
});

test("killed in the middle of load, what was acknowledged is there after the restart, and what was refused is not", async ({}) => {
  test.setTimeout(120_000);
  const first = await startServer();
  const owner = await signUp(first.urls[0] ?? "", "Olga");
  const team = await createTeam(owner);
  await team.plan("plus", 29);
  const addresses = Array.from({ length: 80 }, () => freshAddress("load"));
  const answered = new Map<string, string>();
  const invite = async (browser: Browser, address: string): Promise<string> =>
    outcome(await browser.post(`${team.path}/invitations`, { address, access: [{ role: "editor" }] }, { key: address }));
  const asked = addresses.map(async (address, index) => {
    // In waves, so that the end comes in the middle of one.
    for (let wave = 0; wave < Math.floor(index / 8); wave += 1) await owner.browser.get("/api/v1/health");
    answered.set(address, await invite(owner.browser, address));
    if (answered.size === 36) await first.kill();
  });
  await Promise.allSettled(asked);
  expect(answered.size).toBeLessThan(addresses.length);
  const second = await startServer({ state: first.state });
  const database = new Database(second.state);
  try {
    const pending = new Set(database.rows("SELECT address FROM invitations WHERE team = ? AND state = 'pending'", team.id).map((row) => row["address"]));
    for (const [address, result] of answered) {
      expect(`${result}: ${pending.has(address)}`).toBe(result === "201" ? "201: true" : "409 seats_full: false");
    }
    expectInvariants(database);
    await expectRetriesDoNothingTwice(second.urls[0] ?? "", owner, addresses, answered, invite);
    expect(database.number("SELECT seats_reserved FROM teams WHERE id = ?", team.id)).toBe(30);
    expect(database.number("SELECT count(*) FROM invitations WHERE team = ?", team.id)).toBe(30);
    const mails = database.number("SELECT count(*) FROM outbox WHERE team = ? AND template = 'invitation'", team.id);
    expect(mails).toBe(30);
    expectInvariants(database);
  } finally {
    database.close();
    await second.close();
  }
});

async function expectRetriesDoNothingTwice(
  url: string,
  owner: Person,
  addresses: readonly string[],
  answered: ReadonlyMap<string, string>,
  invite: (browser: Browser, address: string) => Promise<string>,
): Promise<void> {
  const browser = owner.browser.at(url);
  for (const address of addresses) {
    const again = await invite(browser, address);
    if (answered.get(address) === "201") expect(again, address).toBe("201");
    else expect(again, address).toMatch(/^(201|409 seats_full)$/);
  }
}
