/**
 * Merging: a team may take the accounts of those who accept. What they own is out of their reach until they leave, are
 * removed, or hold nothing there any more; others in it go on working.
 */
import { type Answer, Browser, ok, outcome } from "../support/api";
import { INVITATION, tokenIn } from "../support/mailbox";
import { createTeam, freshAddress, type Person, type Placed, signUp, type Team } from "../support/people";
import { expect, test, type World } from "../support/test";

interface Owned {
  readonly id: string;
  readonly name: string;
  readonly projects: readonly string[];
  readonly moreProjects: number;
  readonly others: number;
}

interface Preview {
  readonly mode: string;
  readonly parks: readonly Owned[];
  readonly closed?: { readonly code: string };
}

interface Me {
  readonly teams: readonly { readonly id: string }[];
  readonly merged?: { readonly team: { readonly id: string; readonly name: string }; readonly parked: readonly Owned[] };
  readonly invitations: readonly { readonly id: string; readonly mode: string }[];
}

const HOUR = 3_600_000;

async function begin(world: World): Promise<{ ana: Person; ben: Person; team: Team; own: Team; project: string }> {
  const [ana, ben] = await Promise.all([signUp(world.url, "Ana"), signUp(world.url, "Ben")]);
  const [team, own] = await Promise.all([createTeam(ana, "Atelier"), createTeam(ben, "Ben's studio")]);
  const project = await own.project("Spring sale");
  await setMode(team, "merge");
  return { ana, ben, team, own, project };
}

async function setMode(team: Team, mode: string): Promise<void> {
  ok(await team.owner.browser.put(`${team.path}/join-mode`, { mode }));
}

const look = (person: Person, body: object): Promise<Answer<Preview>> => person.browser.post<Preview>("/api/v1/join/preview", body);
const me = async (person: Person): Promise<Me> => ok(await person.browser.get<Me>("/api/v1/me"));

/** Accepts from the list, with what the page shows. */
async function accept(team: Team, person: Person, access: readonly Placed[] = [{ role: "editor" }]): Promise<void> {
  const named = { team: team.id, invitation: await team.invite(person.address, access) };
  const { mode, parks } = ok(await look(person, named));
  ok(await person.browser.post("/api/v1/join", { ...named, mode, parks: parks.map((one) => one.id) }));
}

const reach = async (own: Team): Promise<string> => outcome(await own.owner.browser.get(`${own.path}/snapshot`));

test("the page says what is parked, and the click is good for that alone", async ({ world }) => {
  const { ben, team, own, project } = await begin(world);
  const named = { team: team.id, invitation: await team.invite(ben.address, [{ role: "editor" }]) };
  const join = (shown: object) => ben.browser.post("/api/v1/join", { ...named, ...shown });
  const seen = ok(await look(ben, named));
  expect(seen).toMatchObject({ mode: "merge", parks: [{ id: own.id, name: "Ben's studio", projects: ["Spring sale"], moreProjects: 0, others: 0 }] });
  for (const old of [{}, { mode: "side_by_side" }, { mode: "merge" }, { mode: "merge", parks: [project] }, { mode: "side_by_side", parks: [own.id] }]) {
    expect(outcome(await world.unchanged(() => join(old))), JSON.stringify(old)).toBe("409 changed");
  }
  const second = await createTeam(ben, "Another");
  const parks = seen.parks.map((one) => one.id);
  expect(outcome(await world.unchanged(() => join({ mode: "merge", parks })))).toBe("409 changed");
  await setMode(team, "side_by_side");
  expect(outcome(await world.unchanged(() => join({ mode: "merge", parks: [...parks, second.id] })))).toBe("409 changed");
  await setMode(team, "merge");
  expect((await join({ mode: "merge", parks: [second.id, ...parks] })).status).toBe(200);
});

test("what is parked answers as to an outsider, and the list lacks it", async ({ world }) => {
  const { ben, team, own, project } = await begin(world);
  await accept(team, ben);
  const mine = await me(ben);
  expect(mine.teams.map((one) => one.id)).toEqual([team.id]);
  expect(mine.merged).toMatchObject({ team: { id: team.id, name: "Atelier" }, parked: [{ id: own.id, projects: ["Spring sale"] }] });
  for (const ask of [
    () => ben.browser.get(`${own.path}/snapshot`),
    () => ben.browser.get(`${own.path}/projects/${project}`),
    () => ben.browser.get(`${own.path}/plan`),
    () => ben.browser.patch(own.path, { name: "Still mine" }),
    () => ben.browser.post(`${own.path}/projects`, { name: "New" }),
    () => ben.browser.post(`${own.path}/projects/${project}/posts`, { title: "New", text: "" }),
    () => ben.browser.put(`${own.path}/join-mode`, { mode: "merge" }),
    () => ben.browser.post(`${own.path}/transfer`, { to: team.owner.id }),
  ]) {
    expect(outcome(await world.unchanged(ask))).toBe("404 not_found");
  }
  expect(outcome(await world.unchanged(() => ben.browser.post("/api/v1/teams", { name: "Another" })))).toBe("409 merged");
});

test("leaving, removal, losing all access and its end each bring it back", async ({ world }) => {
  const { ana, ben, team, own } = await begin(world);
  const back = async (how: () => Promise<unknown>, until?: number): Promise<void> => {
    await accept(team, ben, [{ role: "editor", ...(until === undefined ? {} : { until }) }]);
    expect(await reach(own)).toBe("404 not_found");
    await how();
    expect(await reach(own)).toBe("200");
    expect((await me(ben)).merged).toBeUndefined();
  };
  const member = `${team.path}/members/${ben.id}`;
  await back(async () => ok(await ben.browser.post(`${team.path}/leave`)));
  await back(async () => ok(await ana.browser.delete(member)));
  await back(async () => ok(await ana.browser.put(`${member}/access`, { edits: [{ permissions: [] }] })));
  ok(await ana.browser.delete(member));
  // At its instant, before anything was committed.
  await back(() => world.setClock(2 * HOUR), world.now + HOUR);
  const before = world.database.number("SELECT count(*) FROM people WHERE id = ? AND merged_into IS NOT NULL", ben.id);
  await world.cron();
  const after = world.database.number("SELECT count(*) FROM people WHERE id = ? AND merged_into IS NOT NULL", ben.id);
  expect([before, after]).toEqual([1, 0]);
  expect(await reach(own)).toBe("200");
});

test("restoring gives the access back and does not take the account again", async ({ world }) => {
  const { ana, ben, team, own } = await begin(world);
  await accept(team, ben);
  ok(await ana.browser.delete(`${team.path}/members/${ben.id}`));
  ok(await ana.browser.post(`${team.path}/members/${ben.id}/restore`));
  expect(await reach(own)).toBe("200");
});

test("others go on working in it, and its paid seats do not grow", async ({ world }) => {
  const { ben, team, own, project } = await begin(world);
  const [mara, eve] = await Promise.all([signUp(world.url, "Mara"), signUp(world.url, "Eve")]);
  await own.plan("plus", 5);
  await own.add(mara, [{ role: "manager" }]);
  const invitation = await team.invite(ben.address, [{ role: "viewer" }]);
  expect(ok(await look(ben, { team: team.id, invitation })).parks).toMatchObject([{ others: 1 }]);
  await accept(team, ben);
  await own.post(project, "Without him", mara);
  const invite = (role: string) => mara.browser.post(`${own.path}/invitations`, { address: eve.address, access: [{ role }] });
  expect(outcome(await world.unchanged(() => invite("editor")))).toBe("409 seats_full");
  expect((await invite("viewer")).status).toBe(201);
  ok(await ben.browser.post(`${team.path}/leave`));
  expect((await invite("editor")).status).toBe(201);
});

test("one leaves one team before another takes the account", async ({ world }) => {
  const { ben, team, own } = await begin(world);
  const cleo = await signUp(world.url, "Cleo");
  const second = await createTeam(cleo, "Second");
  await setMode(second, "merge");
  await accept(team, ben);
  const named = { team: second.id, invitation: await second.invite(ben.address, [{ role: "viewer" }]) };
  const seen = ok(await look(ben, named));
  expect(seen).toMatchObject({ mode: "merge", parks: [{ id: own.id }], closed: { code: "merged" } });
  const join = () => ben.browser.post("/api/v1/join", { ...named, mode: "merge", parks: [own.id] });
  const refused = await world.unchanged(join);
  expect(outcome(refused)).toBe("409 merged");
  expect(refused.body).toMatchObject({ team: team.id });
  await setMode(second, "side_by_side");
  ok(await ben.browser.post("/api/v1/join", named));
  const transfer = await world.unchanged(() => team.owner.browser.post(`${team.path}/transfer`, { to: ben.id }));
  expect(outcome(transfer)).toBe("409 recipient_merged");
});

test("only whom it is for learns what would be parked", async ({ world }) => {
  const { ana, ben, team } = await begin(world);
  await team.invite(ben.address, [{ role: "viewer" }]);
  const token = tokenIn(await world.mailbox.latest(ben.address, INVITATION));
  const nobody = ok(await new Browser(world.url).post<Preview>("/api/v1/join/preview", { token }));
  expect(nobody).toMatchObject({ mode: "merge", parks: [], closed: { code: "sign_in_as" } });
  expect(ok(await look(ana, { token }))).toMatchObject({ parks: [], closed: { code: "wrong_person" } });
  expect(ok(await look(ben, { token })).parks).toHaveLength(1);
  const eve = await signUp(world.url, "Eve");
  const named = { team: team.id, invitation: await team.invite(eve.address, [{ role: "viewer" }]) };
  expect(outcome(await look(ben, named))).toBe("404 not_found");
  expect(outcome(await new Browser(world.url).post("/api/v1/join/preview", named))).toBe("401 sign_in_needed");
});

test("a link merges too, and a new account owns nothing to park", async ({ world }) => {
  const { ben, team, own } = await begin(world);
  const { token } = await team.link({ role: "viewer" });
  const seen = ok(await look(ben, { token }));
  expect(seen).toMatchObject({ mode: "merge", parks: [{ id: own.id }] });
  expect(outcome(await world.unchanged(() => ben.browser.post("/api/v1/join", { token })))).toBe("409 changed");
  ok(await ben.browser.post("/api/v1/join", { token, mode: "merge", parks: [own.id] }));
  expect(await reach(own)).toBe("404 not_found");

  const address = freshAddress("new");
  await team.invite(address, [{ role: "viewer" }]);
  const mailed = tokenIn(await world.mailbox.latest(address, INVITATION));
  const browser = new Browser(world.url);
  expect(ok(await browser.post<Preview>("/api/v1/join/preview", { token: mailed }))).toMatchObject({ mode: "merge", parks: [] });
  ok(await browser.post("/api/v1/join", { token: mailed, mode: "merge" }));
  expect(ok(await browser.get<Me>("/api/v1/me")).merged).toMatchObject({ team: { id: team.id }, parked: [] });
  expect(outcome(await browser.post("/api/v1/teams", { name: "Mine" }))).toBe("409 merged");
});

test("a change of mode holds for later acceptances only", async ({ world }) => {
  const { ben, team, own } = await begin(world);
  await accept(team, ben);
  await setMode(team, "side_by_side");
  expect(await reach(own)).toBe("404 not_found");
  expect(outcome(await team.owner.browser.put(`${team.path}/join-mode`, { mode: "both" }))).toBe("422 bad_value");
});
