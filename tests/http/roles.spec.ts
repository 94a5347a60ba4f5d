/**
 * Roles of a team's own: who may make and change them, that whoever holds one follows at once, and that no role is a
 * way to more than one holds.
 */
import { type Answer, ok, outcome, type Problem } from "../support/api";
import { crowd } from "../support/crowd";
import { type Cast, createTeam, freshAddress, makeCast, type Person, type Placed, signUp, type Team } from "../support/people";
import { expect, test } from "../support/test";

interface Role {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly string[];
}

interface Change {
  readonly name?: string;
  readonly permissions?: readonly string[];
  readonly raiseCap?: number;
}

const MANAGING = ["posts.view", "posts.create", "team.access"];

async function make(team: Team, name: string, permissions: readonly string[], by: Person = team.owner): Promise<string> {
  return ok(await by.browser.post<{ role: string }>(`${team.path}/roles`, { name, permissions })).role;
}

const tryMake = (team: Team, name: string, permissions: readonly string[], by: Person = team.owner): Promise<Answer<Problem>> =>
  by.browser.post(`${team.path}/roles`, { name, permissions });

const change = (team: Team, role: string, body: Change, by: Person = team.owner): Promise<Answer<Problem>> =>
  by.browser.patch(`${team.path}/roles/${role}`, body);

const remove = (team: Team, role: string, replacement: string, by: Person = team.owner): Promise<Answer<Problem>> =>
  by.browser.ask("DELETE", `${team.path}/roles/${role}`, { replacement });

const give = (team: Team, whom: Person, edits: readonly Placed[], by: Person = team.owner): Promise<Answer<Problem>> =>
  by.browser.put(`${team.path}/members/${whom.id}/access`, { edits });

const write = (cast: Cast, by: Person): Promise<Answer<unknown>> =>
  by.browser.post(`${cast.team.path}/projects/${cast.alpha}/posts`, { title: "Hello", text: "" });

test("whoever holds a role follows its edits from the next request on", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { viewer } = cast.people;
  const press = await make(cast.team, "Press", ["posts.view", "posts.create"]);
  ok(await give(cast.team, viewer, [{ role: press }]));
  expect(outcome(await write(cast, viewer))).toBe("201");
  ok(await change(cast.team, press, { permissions: ["posts.view"] }));
  expect(outcome(await world.unchanged(() => write(cast, viewer)))).toBe("403 missing_permission");
  ok(await change(cast.team, press, { permissions: ["posts.view", "posts.create"] }));
  expect(outcome(await write(cast, viewer))).toBe("201");
});

test("a role goes with invitations and links, and its name stands on the page that joins", async ({ world }) => {
  const cast = await makeCast(world.url);
  const press = await make(cast.team, "Press", ["posts.view", "comments.write"]);
  const link = await cast.team.link({ role: press, project: cast.alpha });
  const { outsider } = cast.people;
  const preview = ok(await outsider.browser.post<{ access: { grant: Placed; roleName?: string }[] }>("/api/v1/join/preview", { token: link.token }));
  expect(preview.access).toEqual([
    { grant: { project: cast.alpha, role: press, permissions: ["posts.view", "comments.write"] }, projectName: "Alpha", roleName: "Press" },
  ]);
  await cast.team.invite(outsider.address, [{ role: press }]);
  const me = ok(await outsider.browser.get<{ invitations: { access: { roleName?: string }[] }[] }>("/api/v1/me"));
  expect(me.invitations[0]?.access[0]?.roleName).toBe("Press");
  ok(await outsider.browser.post("/api/v1/join", { token: link.token }));
  const member = ok(await cast.people.owner.browser.get<{ access: Placed[] }>(`${cast.team.path}/members/${outsider.id}`));
  expect(member.access).toEqual([{ role: press, permissions: ["posts.view", "comments.write"] }]);
});

test("a role is no way to more than one holds: not made, not changed, not given, not put in another's place", async ({ world }) => {
  const cast = await makeCast(world.url);
  const manager = await signUp(world.url, "Mara");
  await cast.team.add(manager, [{ permissions: MANAGING }]);
  const strong = await make(cast.team, "Strong", ["posts.view", "posts.publish"]);
  const weak = await make(cast.team, "Weak", ["posts.view"], manager);
  const { viewer } = cast.people;
  const refused = async (call: () => Promise<Answer<Problem>>): Promise<void> => {
    const answer = await world.unchanged(call);
    expect(outcome(answer)).toBe("403 not_held");
    expect(answer.body.missing?.permission).toBe("posts.publish");
  };
  await refused(() => tryMake(cast.team, "Mine", ["posts.view", "posts.publish"], manager));
  await refused(() => change(cast.team, weak, { permissions: ["posts.view", "posts.publish"] }, manager));
  await refused(() => change(cast.team, strong, { permissions: ["posts.view"] }, manager));
  await refused(() => change(cast.team, strong, { name: "Harmless" }, manager));
  await refused(() => remove(cast.team, strong, "viewer", manager));
  await refused(() => remove(cast.team, weak, strong, manager));
  await refused(() => give(cast.team, viewer, [{ role: strong }], manager));
  ok(await give(cast.team, viewer, [{ role: weak }], manager));
  expect(outcome(await change(cast.team, weak, { permissions: ["posts.view", "posts.create"] }, manager))).toBe("200");
});

test("nobody changes a role of their own, nor one for longer than they hold", async ({ world }) => {
  const cast = await makeCast(world.url);
  const [manager, ending] = [await signUp(world.url, "Mara"), await signUp(world.url, "Erik")];
  const press = await make(cast.team, "Press", MANAGING);
  await cast.team.add(manager, [{ role: press }]);
  await cast.team.add(ending, [{ role: "manager", until: world.now + 86_400_000 }]);
  for (const call of [
    () => change(cast.team, press, { permissions: [...MANAGING, "posts.edit"] }, manager),
    () => change(cast.team, press, { name: "Mine" }, manager),
    () => remove(cast.team, press, "viewer", manager),
  ]) {
    expect(outcome(await world.unchanged(call))).toBe("403 own_access");
  }
  expect(outcome(await world.unchanged(() => change(cast.team, press, { name: "Soon" }, ending)))).toBe("403 not_held");
});

test("names are unique, built-in ones reserved, and look-alikes are the same", async ({ world }) => {
  const cast = await makeCast(world.url);
  await make(cast.team, "Press", ["posts.view"]);
  for (const name of ["press", " PRESS ", "Рress", "Ｐｒｅｓｓ", "Pre\u0301ss", "viewer", "OWNER", "Smm specialist"]) {
    expect(outcome(await world.unchanged(() => tryMake(cast.team, name, ["posts.view"]))), name).toBe("409 name_taken");
  }
  expect(outcome(await tryMake(cast.team, "", ["posts.view"]))).toBe("422 text_empty");
  expect(outcome(await tryMake(cast.team, "P\u200bress", ["posts.view"]))).toBe("422 text_forbidden_character");
  expect(outcome(await tryMake(cast.team, "Empty", []))).toBe("422 role_empty");
  expect(outcome(await tryMake(cast.team, "Open", ["posts.create"]))).toBe("422 not_closed");
  expect(outcome(await tryMake(cast.team, "Odd", ["posts.fly"]))).toBe("422 bad_value");
});

test("a role of another team, a deleted one and one that never was are the same nothing", async ({ world }) => {
  const [mine, theirs] = [await makeCast(world.url), await makeCast(world.url)];
  const foreign = await make(theirs.team, "Press", ["posts.view"]);
  const deleted = await make(mine.team, "Press", ["posts.view"]);
  const living = await make(mine.team, "Desk", ["posts.view"]);
  ok(await remove(mine.team, deleted, "viewer"));
  const { owner, viewer } = mine.people;
  for (const role of [foreign, deleted, "0123456789abc"]) {
    expect(outcome(await world.unchanged(() => change(mine.team, role, { name: "Mine" })))).toBe("404 not_found");
    expect(outcome(await world.unchanged(() => remove(mine.team, role, "viewer")))).toBe("404 not_found");
    expect(outcome(await owner.browser.get(`${mine.team.path}/roles/${role}`))).toBe("404 not_found");
    expect(outcome(await world.unchanged(() => remove(mine.team, living, role)))).toBe("409 no_such_role");
    expect(outcome(await world.unchanged(() => give(mine.team, viewer, [{ role }])))).toBe("409 no_such_role");
    const invite = { address: freshAddress("new"), access: [{ role }] };
    expect(outcome(await world.unchanged(() => owner.browser.post(`${mine.team.path}/invitations`, invite)))).toBe("409 no_such_role");
    expect(outcome(await world.unchanged(() => owner.browser.put(`${mine.team.path}/links`, { role, on: true })))).toBe("409 no_such_role");
  }
  expect(ok(await owner.browser.get<{ roles: Role[] }>(`${mine.team.path}/roles`)).roles).toEqual([
    { id: living, name: "Desk", permissions: ["posts.view"] },
  ]);
});

test("a deleted role gives its people, invitations and links another, and history keeps its name", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner, viewer } = cast.people;
  const press = await make(cast.team, "Press", ["posts.view", "posts.create"]);
  ok(await give(cast.team, viewer, [{ role: press }]));
  await cast.team.invite(freshAddress("new"), [{ role: press }]);
  const link = await cast.team.link({ role: press });
  ok(await remove(cast.team, press, "approver"));
  expect(outcome(await world.unchanged(() => write(cast, viewer)))).toBe("403 missing_permission");
  const member = ok(await owner.browser.get<{ access: Placed[] }>(`${cast.team.path}/members/${viewer.id}`));
  expect(member.access).toEqual([{ role: "approver" }]);
  const pending = ok(await owner.browser.get<{ invitations: { access: Placed[] }[] }>(`${cast.team.path}/invitations`));
  expect(pending.invitations.map((one) => one.access[0]?.role).sort()).toEqual(["approver", "viewer"]);
  const links = ok(await owner.browser.get<{ links: { id: string; role: string; on: boolean }[] }>(`${cast.team.path}/links`)).links;
  expect(links.find((one) => one.id === link.id)).toMatchObject({ role: "approver", on: true });
  const history = ok(await owner.browser.get<{ lines: { kind: string; note?: string }[]; deletedRoles: { id: string; name: string }[] }>(`${cast.team.path}/history`));
  expect(history.lines.find((line) => line.kind === "role_deleted")?.note).toBe("Press");
  expect(history.deletedRoles).toEqual([{ id: press, name: "Press" }]);
});

test("an edit recounts seats, and the owner confirms the price that it needs", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner, viewer } = cast.people;
  ok(await owner.browser.put(`${cast.team.path}/members/${cast.people.partial.id}/access`, { edits: [{ project: cast.alpha, role: "viewer" }] }));
  await cast.team.plan("plus", 0);
  const press = await make(cast.team, "Press", ["posts.view"]);
  ok(await give(cast.team, viewer, [{ role: press }]));
  ok(await give(cast.team, cast.other, [{ role: press }]));
  const more = { permissions: ["posts.view", "posts.edit"] };
  const full = await world.unchanged(() => change(cast.team, press, more));
  expect([outcome(full), full.body.neededCap, full.body.totalCents]).toEqual(["409 seats_full", 2, 1_600]);
  const use = ok(await owner.browser.get<{ memberSeats: number; holders: { id: string }[] }>(`${cast.team.path}/roles/${press}`));
  expect([use.memberSeats, use.holders.map((one) => one.id).sort()]).toEqual([2, [viewer.id, cast.other.id].sort()]);
  ok(await change(cast.team, press, { ...more, raiseCap: 2 }));
});

test("above a hundred holders nothing is done that would have to look at each", async ({ world }) => {
  const owner = await signUp(world.url, "Olga");
  const team = await createTeam(owner);
  await crowd(world.database, team.id, 120);
  const press = await make(team, "Press", ["posts.view"]);
  world.database.write((run) => {
    run("UPDATE access SET role = ? WHERE team = ? AND role = 'viewer'", press, team.id);
  });
  expect(outcome(await world.unchanged(() => change(team, press, { permissions: ["posts.view", "posts.edit"] })))).toBe("409 role_held_by_many");
  expect(outcome(await world.unchanged(() => remove(team, press, "editor")))).toBe("409 role_held_by_many");
  const harmless = await change(team, press, { name: "Media", permissions: ["posts.view", "comments.write"] });
  expect(outcome(harmless)).toBe("200");
  expect(harmless.rows).toBeLessThan(1_000);
  expect(ok(await owner.browser.get<{ many: boolean; holders: unknown[] }>(`${team.path}/roles/${press}`))).toMatchObject({ many: true });
  expect(outcome(await remove(team, press, "approver"))).toBe("200");
});

test("no link gives a Team checkmark, also not after an edit", async ({ world }) => {
  const cast = await makeCast(world.url);
  const press = await make(cast.team, "Press", ["posts.view"]);
  const link = await cast.team.link({ role: press });
  const inviting = { permissions: ["posts.view", "team.invite"] };
  expect(outcome(await world.unchanged(() => change(cast.team, press, inviting)))).toBe("409 role_on_link");
  ok(await cast.people.owner.browser.put(`${cast.team.path}/links`, { role: press, on: false }));
  ok(await change(cast.team, press, inviting));
  expect(outcome(await cast.people.owner.browser.put(`${cast.team.path}/links`, { role: press, on: true }))).toBe("422 role_not_for_links");
  expect(outcome(await cast.people.outsider.browser.post("/api/v1/join", { token: link.token }))).toBe("410 withdrawn");
});
