/**
 * Deleting an account and a team: true for everybody at once, with what it leaves behind cleared away afterwards.
 */
import { type Answer, Browser, ok, outcome } from "../support/api";
import { tokenIn } from "../support/mailbox";
import { createTeam, freshAddress, makeCast, type Person, signIn, signUp, type Who } from "../support/people";
import { optionsOf, ROWS } from "../support/routes";
import { expect, test, type World } from "../support/test";

interface Me {
  readonly id: string;
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly merged?: unknown;
}

const me = async (person: Person): Promise<Me> => ok(await person.browser.get<Me>("/api/v1/me"));
const endAccount = (person: Person, address = person.address): Promise<Answer<unknown>> => person.browser.ask("DELETE", "/api/v1/me", { address });
const member = (world: World, team: string, person: string): unknown =>
  world.database.rows("SELECT state, seat, name, address FROM members WHERE team = ? AND person = ?", team, person)[0];

test("an account that is deleted is nobody anywhere, and its seat is free", async ({ world }) => {
  const [olga, ana] = [await signUp(world.url, "Olga"), await signUp(world.url, "Ana")];
  const team = await createTeam(olga);
  await team.plan("plus", 1);
  await team.add(ana, [{ role: "manager" }]);
  const project = await team.project("Spring");
  const post = await team.post(project, "Sun", ana);
  const sent = await team.invite(freshAddress("friend"), [{ role: "viewer" }], ana);
  const link = await team.link({ role: "viewer" }, ana);
  const elsewhere = new Browser(world.url);
  await signIn(elsewhere, ana.address);
  expect(outcome(await world.unchanged(() => endAccount(ana, olga.address)))).toBe("422 not_confirmed");
  expect(outcome(await world.unchanged(() => endAccount(ana, "not an address")))).toBe("422 not_confirmed");
  expect(outcome(await world.unchanged(() => endAccount(olga)))).toBe("409 owns_teams");
  expect(ana.browser.cookie("__Host-session")).toBeTruthy();
  ok(await endAccount(ana));
  for (const browser of [ana.browser, elsewhere]) expect(outcome(await browser.get("/api/v1/me"))).toBe("401 sign_in_needed");
  await world.cron();
  expect(member(world, team.id, ana.id)).toMatchObject({ state: "left", seat: 0, name: "Deleted account" });
  expect(JSON.stringify(world.database.rows("SELECT * FROM people WHERE id = ?", ana.id))).not.toContain(ana.address);
  expect(world.database.rows("SELECT seats_taken, members FROM teams WHERE id = ?", team.id)).toEqual([{ seats_taken: 0, members: 1 }]);
  const { invitations } = ok(await olga.browser.get<{ invitations: { id: string; needsSender: boolean }[] }>(`${team.path}/invitations`));
  expect(invitations.find((one) => one.id === sent)).toMatchObject({ needsSender: true });
  expect(ok(await (await signUp(world.url, "Sam")).browser.post("/api/v1/join/preview", { token: link.token }))).toMatchObject({ closed: { code: "needs_sender" } });
  expect(ok(await olga.browser.get(`${team.path}/posts/${post}`))).toMatchObject({ author: { name: "Deleted account" }, authorLeft: true });
  const { lines } = ok(await olga.browser.get<{ lines: { kind: string; by?: { name: string } }[] }>(`${team.path}/history?person=${ana.id}`));
  expect(lines[0]).toMatchObject({ kind: expect.stringMatching(/left|sender_lost/) });
  expect(JSON.stringify(lines)).not.toContain('"Ana"');
  await world.mailbox.latest(ana.address, /is deleted/i);
});

test("the address signs up anew, as a new person; invitations to it stay open", async ({ world }) => {
  const [olga, ana] = [await signUp(world.url, "Olga"), await signUp(world.url, "Ana")];
  const team = await createTeam(olga);
  const invitation = await team.invite(ana.address, [{ role: "viewer" }]);
  ok(await endAccount(ana));
  const browser = new Browser(world.url);
  const again = await signIn(browser, ana.address);
  expect(again.newcomer).toBe(true);
  expect(again.person).not.toBe(ana.id);
  expect(ok(await browser.get<Me>("/api/v1/me")).teams).toEqual([]);
  ok(await browser.post("/api/v1/join", { team: team.id, invitation }));
});

test("deleting an account is answered once, however often it is asked; who came by an invitation confirms first", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const ask = (): Promise<Answer<unknown>> => ana.browser.ask("DELETE", "/api/v1/me", { address: ana.address }, { key: "end-1" });
  const session = ana.browser.cookie("__Host-session") ?? "";
  ok(await ask());
  ana.browser.setCookie("__Host-session", session);
  ok(await world.unchanged(ask));
  expect(outcome(await ana.browser.ask("DELETE", "/api/v1/me", { address: ana.address }))).toBe("401 sign_in_needed");
  const owner = await signUp(world.url, "Olga");
  const team = await createTeam(owner);
  const address = freshAddress("newcomer");
  await team.invite(address, [{ role: "viewer" }]);
  const mail = await world.mailbox.latest(address, /invites you/i);
  const browser = new Browser(world.url);
  ok(await browser.post("/api/v1/join", { token: tokenIn(mail) }));
  expect(outcome(await world.unchanged(() => browser.ask("DELETE", "/api/v1/me", { address })))).toBe("403 code_needed");
});

test("after a team is deleted, every route of it answers everybody as if it had never been", async ({ world }) => {
  const cast = await makeCast(world.url);
  const rows = ROWS.filter((row) => row.path.includes("{team}"));
  const everybody: readonly Exclude<Who, "anonymous">[] = ["owner", "viewer", "writer", "partial", "outsider"];
  const asked: { id: string; path: string; who: Exclude<Who, "anonymous">; body: unknown; row: (typeof rows)[number] }[] = [];
  for (const row of rows) {
    for (const who of everybody) asked.push({ id: row.id, path: row.at(cast), who, row, body: row.body ? await row.body(cast, who) : row.method === "POST" ? {} : undefined });
  }
  const { owner, viewer } = cast.people;
  expect(outcome(await world.unchanged(() => owner.browser.ask("DELETE", cast.team.path, { name: "Olgas team" })))).toBe("422 not_confirmed");
  ok(await owner.browser.ask("DELETE", cast.team.path, { name: "Olga's team" }));
  for (const { id, path, who, row, body } of asked) {
    const answer = await cast.browsers[who].ask(row.method, path, body, optionsOf(row, world.url));
    expect(`${id} ${who}: ${outcome(answer)}`).toBe(`${id} ${who}: 404 not_found`);
  }
  for (const person of [owner, viewer]) expect((await me(person)).teams).toEqual([]);
  expect(outcome(await new Browser(world.url).post("/api/v1/join/preview", { token: cast.link.token }))).toBe("404 not_found");
  expect(outcome(await cast.people.outsider.browser.post("/api/v1/join", { token: cast.link.token }))).toBe("404 not_found");
  await world.mailbox.latest(viewer.address, /was deleted/i);
  expect(await world.mailbox.all(cast.ended.address)).not.toContainEqual(expect.objectContaining({ subject: expect.stringMatching(/was deleted/) }));
  await createTeam(owner);
  ok(await owner.browser.get("/api/v1/me/export?part=deeds"));
});

test("what a deleted team leaves behind goes, files too, and those merged into it are free", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner } = cast.people;
  const ben = await signUp(world.url, "Ben");
  const own = await createTeam(ben, "Ben's studio");
  ok(await owner.browser.put(`${cast.team.path}/join-mode`, { mode: "merge" }));
  const invitation = await cast.team.invite(ben.address, [{ role: "viewer" }]);
  ok(await ben.browser.post("/api/v1/join", { team: cast.team.id, invitation, mode: "merge", parks: [own.id] }));
  expect((await me(ben)).merged).toBeTruthy();
  expect(world.files()).toContain(cast.image);
  ok(await owner.browser.ask("DELETE", cast.team.path, { name: "Olga's team" }));
  await world.cron();
  expect((await me(ben)).merged).toBeUndefined();
  expect((await me(ben)).teams.map((team) => team.id)).toEqual([own.id]);
  await world.setClock(60_000);
  await world.cron();
  expect(world.files()).not.toContain(cast.image);
  for (const table of ["members", "access", "posts", "history", "invitations", "links", "asks", "images"]) {
    expect(`${table}: ${world.database.number(`SELECT count(*) FROM ${table} WHERE team = ?`, cast.team.id)}`).toBe(`${table}: 0`);
  }
  await world.setClock(4 * 86_400_000);
  await world.cron();
  await world.cron();
  expect(world.database.rows("SELECT name FROM teams WHERE id = ?", cast.team.id)).toEqual([{ name: "-" }]);
});
