/**
 * What a request may cost: round trips to D1 and rows that it reads, in a team of 10 and in one of 100,000. The
 * figures are the promise; that they are the same in both teams is the point.
 */
import { type Answer, Browser, ok } from "../support/api";
import { INVITATION, tokenIn } from "../support/mailbox";
import { createTeam, freshAddress, type Person, signUp, signUpAll, type Team } from "../support/people";
import { crowd } from "../support/crowd";
import { expect, test, type World } from "../support/test";

interface Cost {
  readonly trips: number;
  readonly rows: number;
}

interface Budget {
  readonly trips: number;
  readonly rows: number;
}

const READ: Budget = { trips: 1, rows: 12 };
const WRITE: Budget = { trips: 2, rows: 20 };

/** A range that ends between two rows is known to end by looking at the next one. */
const EDGES = 2;

const BUDGETS: Readonly<Record<string, Budget>> = {
  check: READ,
  "read a post": READ,
  "a refused write, with who can grant it": { trips: 2, rows: 44 },
  invite: { trips: 2, rows: 30 },
  "accept, with an account": WRITE,
  "accept, without one": WRITE,
  "join by link": WRITE,
  "change access": WRITE,
  remove: WRITE,
  "write a post": WRITE,
  "a forged link": { trips: 0, rows: 0 },
  "the first page of members": { trips: 1, rows: 120 },
  "a search by prefix": { trips: 1, rows: 150 },
};

const cost = (answer: Answer<unknown>): Cost => {
  ok(answer);
  return { trips: answer.trips, rows: answer.rows };
};

/** Each of the deeds once, in a team with these many others. */
async function costs(world: World, others: number): Promise<Readonly<Record<string, Cost>>> {
  const [owner, viewer, guest, joiner] = (await signUpAll(world.url, ["Olga", "Vera", "Gus", "Jo"])) as [Person, Person, Person, Person];
  const team = await createTeam(owner);
  const project = await team.project("Alpha");
  await team.add(viewer, [{ role: "viewer" }]);
  await team.plan("plus", 500);
  await crowd(world.database, team.id, others);
  world.invariants();
  const post = await team.post(project, "Spring");
  const link = await team.link({ role: "editor" });
  const refused = await viewer.browser.post(`${team.path}/projects/${project}/posts`, { title: "No", text: "" });
  expect(refused.status).toBe(403);
  const forged = await guest.browser.post("/api/v1/join", { token: link.token.replace(/.$/, (last) => (last === "0" ? "1" : "0")) });
  return {
    check: cost(await viewer.browser.post(`${team.path}/check`, { questions: [{ permission: "posts.publish", project }] })),
    "read a post": cost(await viewer.browser.get(`${team.path}/posts/${post}`)),
    "a refused write, with who can grant it": { trips: refused.trips, rows: refused.rows },
    "the first page of members": cost(await owner.browser.get(`${team.path}/members`)),
    "a search by prefix": cost(await owner.browser.get(`${team.path}/members?search=crowd`)),
    "write a post": cost(await owner.browser.post(`${team.path}/projects/${project}/posts`, { title: "Yes", text: "" })),
    "a forged link": { trips: forged.trips, rows: forged.rows },
    ...(await comings(world, team, guest, joiner, link.token)),
    "change access": cost(await owner.browser.put(`${team.path}/members/${viewer.id}/access`, { edits: [{ role: "editor" }] })),
    remove: cost(await owner.browser.delete(`${team.path}/members/${viewer.id}`)),
  };
}

async function comings(world: World, team: Team, guest: Person, joiner: Person, token: string): Promise<Readonly<Record<string, Cost>>> {
  const invite = (address: string): Promise<Answer<{ invitation: string }>> =>
    team.owner.browser.post<{ invitation: string }>(`${team.path}/invitations`, { address, access: [{ role: "editor" }] });
  const [invited, address] = [await invite(guest.address), freshAddress("new")];
  ok(await invite(address));
  const mailed = tokenIn(await world.mailbox.latest(address, INVITATION));
  return {
    invite: cost(invited),
    "accept, with an account": cost(await guest.browser.post("/api/v1/join", { team: team.id, invitation: invited.body.invitation })),
    "accept, without one": cost(await new Browser(world.url).post("/api/v1/join", { token: mailed })),
    "join by link": cost(await joiner.browser.post("/api/v1/join", { token })),
  };
}

test("a request costs the same in a team of 10 and of 100,000", async ({ world }) => {
  test.setTimeout(180_000);
  const [small, large] = [await costs(world, 8), await costs(world, 100_000)];
  const printed = Object.keys(BUDGETS).map((name) => {
    const [one, many] = [small[name], large[name]];
    return `${name}: ${one?.trips} round trips, ${one?.rows} rows; at 100,000: ${many?.trips}, ${many?.rows}`;
  });
  test.info().annotations.push({ type: "budgets", description: printed.join("\n") });
  for (const [name, budget] of Object.entries(BUDGETS)) {
    for (const [size, measured] of [["10", small[name]], ["100,000", large[name]]] as const) {
      expect(measured?.trips, `${name} at ${size}: round trips\n${printed.join("\n")}`).toBeLessThanOrEqual(budget.trips);
      expect(measured?.rows, `${name} at ${size}: rows\n${printed.join("\n")}`).toBeLessThanOrEqual(budget.rows);
    }
  }
  // Lists and granters are read up to a limit, which a team of 10 does not reach.
  for (const name of Object.keys(BUDGETS).filter((name) => !/members|search|refused/.test(name))) {
    expect(large[name]?.trips, name).toBe(small[name]?.trips);
    expect(large[name]?.rows, `${name}\n${printed.join("\n")}`).toBeLessThanOrEqual((small[name]?.rows ?? 0) + EDGES);
  }
});

test("the list of 100,000 is walked page by page, each as cheap as the first", async ({ world }) => {
  const owner = await signUp(world.url, "Olga");
  const team = await createTeam(owner);
  await crowd(world.database, team.id, 5_000);
  let after: string | undefined;
  const seen = new Set<string>();
  for (let pages = 0; pages < 20; pages += 1) {
    const query: string = after === undefined ? "" : `?after=${encodeURIComponent(after)}`;
    const page: Answer<{ members: { id: string; name: string }[]; total: number; next?: string }> = await owner.browser.get<{ members: { id: string; name: string }[]; total: number; next?: string }>(`${team.path}/members${query}`);
    ok(page);
    expect(page.body.total).toBe(5_001);
    expect(page.trips).toBe(1);
    expect(page.rows).toBeLessThanOrEqual(120);
    for (const member of page.body.members) seen.add(member.id);
    after = page.body.next;
    expect(after).toBeDefined();
  }
  expect(seen.size).toBe(20 * 50);
});
