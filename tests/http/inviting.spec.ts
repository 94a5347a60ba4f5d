/**
 * Many at once, colleagues by who they are, editing what waits, and who came by a link: each row answers for itself, a
 * retry repeats nothing, and nobody learns an address that they did not type.
 */
import { type Answer, ok, outcome, type Problem } from "../support/api";
import { INVITATION } from "../support/mailbox";
import { type Cast, createTeam, freshAddress, type Invited, makeCast, type Person, type Placed, signUp, signUpAll, type Team } from "../support/people";
import { expect, test } from "../support/test";

interface RowResult {
  readonly done?: Invited;
  readonly refused?: { readonly code: string; readonly retryAt?: number; readonly missing?: Problem["missing"] };
}

interface Row {
  readonly address?: string;
  readonly person?: string;
  readonly access: readonly Placed[];
}

interface Listed {
  readonly id: string;
  readonly address?: string;
  readonly name?: string;
  readonly access: readonly Placed[];
  readonly seat: boolean;
}

interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly member: boolean;
  readonly invited: boolean;
}

/**
 * For an address nothing but its own keys is looked up. What D1 counts are the elements of the lists that statements
 * get: nine to read by (of people and asks each element twice, of counters four times, of invitations once), and one for
 * each of five tables to write, the outbox twice. A counter that is not there is one row where another stands behind its
 * place, and none in a database that has no more.
 */
const ROWS_PER_ADDRESS = 15;
/** The asker, the team with its owner, what is due, the team's own counters, and the guard. */
const ROWS_BESIDE = 24;

const VIEWER: readonly Placed[] = [{ role: "viewer" }];
const EDITOR: readonly Placed[] = [{ role: "editor" }];

const many = (team: Team, rows: readonly Row[], more: { key?: string; raiseCap?: number; by?: Person } = {}): Promise<Answer<{ rows: RowResult[] }>> => {
  const { key, by = team.owner, raiseCap } = more;
  const body = raiseCap === undefined ? { rows } : { rows, raiseCap };
  return by.browser.post(`${team.path}/invitations/many`, body, key === undefined ? {} : { key });
};
const pending = async (team: Team, by = team.owner): Promise<Listed[]> => ok(await by.browser.get<{ invitations: Listed[] }>(`${team.path}/invitations`)).invitations;
const told = (rows: readonly RowResult[]): string[] => rows.map((row) => row.refused?.code ?? (row.done?.included ? "included" : "invited"));
const colleagues = async (team: Team, query = "", by = team.owner): Promise<Colleague[]> =>
  ok(await by.browser.get<{ colleagues: Colleague[] }>(`${team.path}/colleagues${query}`)).colleagues;

test("each of many rows answers for itself, and a retry under the same key repeats nothing", async ({ world }) => {
  const cast = await makeCast(world.url);
  const [one, two] = [freshAddress("one"), freshAddress("two")];
  const rows = [one, "not an address", cast.people.viewer.address, two, "jürgen@example.com"].map((address) => ({ address, access: VIEWER }));
  const first = await many(cast.team, rows, { key: "a list" });
  expect(told(ok(first).rows)).toEqual(["invited", "address_malformed", "already_member", "invited", "address_not_ascii"]);
  const again = await world.unchanged(() => many(cast.team, rows, { key: "a list" }));
  expect(again.body).toEqual(first.body);
  expect(outcome(await many(cast.team, rows.slice(1), { key: "a list" }))).toBe("422 key_reused");
  await world.mailbox.wait(one, INVITATION);
  expect((await world.mailbox.all(one)).length).toBe(1);
});

test("fifty addresses cost what one does in round trips, and no more than fifty are taken", async ({ world }) => {
  const owner = await signUp(world.url, "Olga");
  const team = await createTeam(owner);
  const rows = (count: number): Row[] => Array.from({ length: count }, (_, n) => ({ address: freshAddress(`row${n}`), access: VIEWER }));
  const fifty = await many(team, rows(50));
  expect(new Set(told(ok(fifty).rows))).toEqual(new Set(["invited"]));
  expect(fifty.trips).toBe(2);
  expect(fifty.rows).toBeLessThanOrEqual(50 * ROWS_PER_ADDRESS + ROWS_BESIDE);
  expect(outcome(await world.unchanged(() => many(team, rows(51))))).toBe("409 limit_reached");
  expect(outcome(await world.unchanged(() => many(team, [])))).toBe("409 limit_reached");
});

test("the cap holds row by row, and the owner confirms one price for all", async ({ world }) => {
  const owner = await signUp(world.url, "Olga");
  const team = await createTeam(owner);
  await team.plan("plus", 1);
  const rows = Array.from({ length: 4 }, (_, n) => ({ address: freshAddress(`seat${n}`), access: EDITOR }));
  const refused = ok(await many(team, rows)).rows;
  expect(told(refused)).toEqual(["invited", "invited", "seats_full", "seats_full"]);
  expect(JSON.stringify(refused)).not.toMatch(/cents|cap/i);
  expect(told(ok(await many(team, rows.slice(2), { raiseCap: 3 })).rows)).toEqual(["invited", "invited"]);
});

test("who may invite to one project alone is refused the rows of another, and those who may not, all", async ({ world }) => {
  const cast = await makeCast(world.url);
  const partial = cast.people.partial;
  const viewer = ["posts.view"];
  const at = (project: string): Row => ({ address: freshAddress("row"), access: [{ project, permissions: viewer }] });
  const answer = ok(await many(cast.team, [at(cast.alpha), at(cast.beta), { address: freshAddress("row"), access: VIEWER }], { by: partial }));
  expect(told(answer.rows)).toEqual(["invited", "not_found", "missing_permission"]);
  const refused = await world.unchanged(() => many(cast.team, [at(cast.alpha)], { by: cast.people.viewer }));
  expect(outcome(refused)).toBe("403 missing_permission");
});

test("a check tells what addresses are to the team, and not which of them have accounts", async ({ world }) => {
  const cast = await makeCast(world.url);
  const waiting = freshAddress("waiting");
  await cast.team.invite(waiting, EDITOR);
  const registered = await signUp(world.url, "Rita");
  const check = async (who: Person, addresses: readonly string[]): Promise<unknown[]> =>
    ok(await world.unchanged(() => who.browser.post<{ invitees: unknown[] }>(`${cast.team.path}/invitations/check`, { addresses }))).invitees;
  const asked = [cast.people.viewer.address.toUpperCase(), waiting, registered.address, freshAddress("nobody"), "no"];
  const [viewer, wait, has, hasNot, bad] = await check(cast.people.owner, asked);
  expect(viewer).toEqual({ address: cast.people.viewer.address, member: true, pending: false, seat: false });
  expect(wait).toEqual({ address: waiting, member: false, pending: true, seat: true });
  expect(bad).toEqual({ code: "address_malformed", member: false, pending: false, seat: false });
  for (const one of [has, hasNot]) expect(one).toMatchObject({ member: false, pending: false, seat: false });
  // Whom one does not see, one does not find either.
  const [unseen] = await check(cast.people.partial, [waiting]);
  expect(unseen).toMatchObject({ pending: false });
  const tooMany = Array.from({ length: 1_001 }, (_, n) => `a${n}@example.com`);
  expect(outcome(await cast.people.owner.browser.post(`${cast.team.path}/invitations/check`, { addresses: tooMany }))).toBe("422 bad_value");
});

/** Two teams of Olga's: in the first she worked with Cora, Lena who left, and Dan, who came to the second too. */
async function colleaguesOf(url: string): Promise<{ olga: Person; cora: Person; lena: Person; dan: Person; otto: Person; here: Team; there: Team }> {
  const [olga, cora, lena, dan, otto] = (await signUpAll(url, ["Olga", "Cora", "Lena", "Dan", "Otto"])) as [Person, Person, Person, Person, Person];
  const [there, here] = [await createTeam(olga, "There"), await createTeam(olga, "Here")];
  for (const person of [cora, lena, dan]) await there.add(person, VIEWER);
  ok(await lena.browser.post(`${there.path}/leave`));
  await here.add(dan, VIEWER);
  return { olga, cora, lena, dan, otto, here, there };
}

test("colleagues are named and never addressed; the pending row shows the name to everybody who may invite", async ({ world }) => {
  const { cora, lena, otto, here, there } = await colleaguesOf(world.url);
  const answer = await here.owner.browser.get(`${here.path}/colleagues`);
  expect(answer.trips).toBe(1);
  expect(answer.text).not.toContain("@");
  const known = await colleagues(here);
  expect(known.map((one) => one.name)).toEqual(["Lena", "Cora"]);
  expect((await colleagues(there)).map((one) => one.name), "who left the very team").toEqual(["Lena"]);

  const rows = [cora, lena].map((person) => ({ person: person.id, access: EDITOR }));
  expect(told(ok(await many(here, rows)).rows)).toEqual(["invited", "invited"]);
  const waiting = await here.owner.browser.get(`${here.path}/invitations`);
  expect(waiting.text).not.toContain("@");
  expect((await pending(here)).map((one) => [one.name, one.address]).sort()).toEqual([["Cora", undefined], ["Lena", undefined]]);
  expect((await colleagues(here)).map((one) => one.invited)).toEqual([true, true]);
  expect((await here.owner.browser.get(`${here.path}/history`)).text).not.toContain(cora.address);
  const check = await here.owner.browser.post<{ invitees: { pending: boolean }[] }>(`${here.path}/invitations/check`, { addresses: [cora.address] });
  expect(ok(check).invitees[0]?.pending).toBe(false);

  await world.mailbox.wait(cora.address, INVITATION);
  const me = ok(await cora.browser.get<{ invitations: { id: string }[] }>("/api/v1/me"));
  ok(await cora.browser.post("/api/v1/join", { team: here.id, invitation: me.invitations[0]?.id }));
  const lenas = ok(await lena.browser.get<{ invitations: { id: string }[] }>("/api/v1/me")).invitations[0]?.id;
  ok(await lena.browser.post("/api/v1/join/decline", { team: here.id, invitation: lenas }));
  const declined = await world.mailbox.latest(here.owner.address, /declined/);
  expect(declined.text).toContain("Lena declined");
  expect(declined.text).not.toContain(lena.address);

  const nobody = await world.unchanged(() => many(here, [otto.id, "0123456789abc"].map((person) => ({ person, access: VIEWER }))));
  expect(told(ok(nobody).rows)).toEqual(["not_found", "not_found"]);
});

test("in a project, teammates who are not in it come first and are added at once", async ({ world }) => {
  const { cora, dan, here } = await colleaguesOf(world.url);
  const [spring, autumn] = [await here.project("Spring"), await here.project("Autumn")];
  await here.change(dan, [{}, { project: autumn, role: "viewer" }]);
  const known = await colleagues(here, `?project=${spring}`);
  expect(known.map((one) => [one.name, one.member])).toEqual([["Dan", true], ["Lena", false], ["Cora", false]]);
  expect((await colleagues(here, `?project=${autumn}`)).map((one) => one.name)).toEqual(["Lena", "Cora"]);
  const rows = [dan, cora].map((person) => ({ person: person.id, access: [{ project: spring, role: "viewer" }] }));
  expect(told(ok(await many(here, rows)).rows)).toEqual(["included", "invited"]);
  expect(outcome(await dan.browser.get(`${here.path}/colleagues?project=${spring}`))).toBe("403 missing_permission");
  expect(outcome(await dan.browser.get(`${here.path}/colleagues?project=0123456789abc`))).toBe("404 not_found");
});

test("a pending invitation is edited without a new mail, and gives what it says then", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Gus");
  const id = await cast.team.invite(guest.address, VIEWER);
  await world.mailbox.wait(guest.address, INVITATION);
  const path = `${cast.team.path}/invitations/${id}/access`;
  ok(await cast.people.owner.browser.put(path, { edits: [{}, { project: cast.alpha, role: "editor" }] }));
  expect((await pending(cast.team)).find((one) => one.id === id)).toMatchObject({ access: [{ project: cast.alpha, role: "editor" }], seat: true });
  const refused = await world.unchanged(() => cast.people.partial.browser.put(path, { edits: [{ project: cast.alpha, role: "manager" }] }));
  expect(outcome(refused)).toBe("403 not_held");
  expect(outcome(await cast.people.owner.browser.put(path, { edits: [{ project: cast.alpha }] }))).toBe("422 bad_places");
  ok(await guest.browser.post("/api/v1/join", { team: cast.team.id, invitation: id }));
  expect((await world.mailbox.all(guest.address)).filter((mail) => INVITATION.test(mail.subject)).length).toBe(1);
  expect(outcome(await cast.people.owner.browser.put(path, { edits: [{ role: "viewer" }] }))).toBe("410 used");
  ok(await guest.browser.post(`${cast.team.path}/projects/${cast.alpha}/posts`, { title: "Mine", text: "" }));
  expect(outcome(await guest.browser.get(`${cast.team.path}/projects/${cast.beta}`))).toBe("404 not_found");
});

test("a link tells who came by it, to those who may invite there", async ({ world }) => {
  const cast: Cast = await makeCast(world.url);
  const [ida, jo] = (await signUpAll(world.url, ["Ida", "Jo"])) as [Person, Person];
  for (const person of [ida, jo]) ok(await person.browser.post("/api/v1/join", { token: cast.link.token }));
  ok(await jo.browser.post(`${cast.team.path}/leave`));
  ok(await cast.people.owner.browser.post(`${cast.team.path}/links/${cast.link.id}/regenerate`));
  const path = `${cast.team.path}/links/${cast.link.id}/joiners`;
  const { joiners } = ok(await cast.people.owner.browser.get<{ joiners: { name: string; left: boolean }[] }>(path));
  expect(joiners.map((one) => [one.name, one.left])).toEqual([["Jo", true], ["Ida", false]]);
});
