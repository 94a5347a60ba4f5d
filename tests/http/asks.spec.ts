/**
 * "Ask for access": who is mailed, what one click gives, and who may neither ask nor answer.
 */
import { ok, outcome, type Problem } from "../support/api";
import { type Cast, createTeam, makeCast, type Person, signUp } from "../support/people";
import { expect, test } from "../support/test";

interface Asks {
  readonly mine: readonly { missing: { permission: string; project?: string }; askedAt: number; declined: boolean }[];
  readonly open: readonly { id: string; person: { name: string }; missing: { permission: string; project?: string }; grant: { permissions?: string[] } }[];
  readonly granters?: readonly { id: string; name: string }[];
}

const ASKS = /^“Will” asks for access/;
const DAY = 86_400_000;

async function ask(cast: Cast, who: Person, permission: string, project?: string): Promise<string> {
  return ok(await who.browser.post<{ ask: string }>(`${cast.team.path}/asks`, { permission, project })).ask;
}

async function list(cast: Cast, who: Person, query = ""): Promise<Asks> {
  return ok(await who.browser.get<Asks>(`${cast.team.path}/asks${query}`));
}

/** The open asks for Publish that somebody can answer. */
async function open(cast: Cast, who: Person): Promise<Asks["open"]> {
  return (await list(cast, who)).open.filter((one) => one.missing.permission === "posts.publish");
}

async function publishes(cast: Cast, who: Person): Promise<boolean> {
  const questions = [{ permission: "posts.publish", project: cast.alpha }];
  const { answers } = ok(await who.browser.post<{ answers: { allowed: boolean }[] }>(`${cast.team.path}/check`, { questions }));
  return answers[0]?.allowed ?? false;
}

test("exactly those whom the denial names get a mail, and one click gives just that", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { writer, owner } = cast.people;
  const [manager, smm] = [await signUp(world.url, "Mara"), await signUp(world.url, "Sam")];
  await cast.team.add(manager, [{ role: "manager" }]);
  await cast.team.add(smm, [{ role: "smm_specialist" }]);
  const post = await cast.team.post(cast.alpha, "Mine", writer);
  const denied = (await writer.browser.post<Problem>(`${cast.team.path}/posts/${post}/publish`, { version: 1 })).body;
  const shown = await list(cast, writer, `?permission=posts.publish&project=${cast.alpha}`);
  expect(shown.granters).toEqual(denied.granters);
  const id = await ask(cast, writer, "posts.publish", cast.alpha);
  for (const granter of [owner, manager]) {
    const mail = await world.mailbox.latest(granter.address, ASKS);
    expect(mail.subject).toBe("“Will” asks for access in “Olga's team”");
    expect(mail.text).toContain("“Publish” in Alpha (Olga's team)");
    expect(mail.text).toContain(`/team?team=${cast.team.id}&ask=${id}`);
  }
  expect((await world.mailbox.all(smm.address)).filter((mail) => ASKS.test(mail.subject))).toEqual([]);
  expect(await open(cast, smm)).toEqual([]);
  const [first] = await open(cast, manager);
  expect(first).toMatchObject({ id, person: { name: "Will" }, missing: { permission: "posts.publish", project: cast.alpha } });
  expect(first?.grant.permissions).toEqual(["posts.view", "posts.create", "posts.publish"]);

  ok(await manager.browser.post(`${cast.team.path}/asks/${id}/grant`));
  expect(await publishes(cast, writer)).toBe(true);
  await world.mailbox.latest(writer.address, /access in .* was changed/i);
  const { access } = ok(await owner.browser.get<{ access: unknown[] }>(`${cast.team.path}/members/${writer.id}`));
  expect(access).toEqual([{ role: "writer" }, { project: cast.alpha, permissions: ["posts.view", "posts.create", "posts.publish"] }]);
  const again = await world.unchanged(() => owner.browser.post(`${cast.team.path}/asks/${id}/grant`));
  expect(outcome(again)).toBe("200");
  expect((await list(cast, writer)).mine).toEqual([]);
});

test("two granters who click at once give it once", async ({ world }) => {
  const cast = await makeCast(world.url);
  const manager = await signUp(world.url, "Mara");
  await cast.team.add(manager, [{ role: "manager" }]);
  const id = await ask(cast, cast.people.viewer, "history.view");
  const clicks = [cast.people.owner, manager, cast.people.owner, manager].map((who) => who.browser.post(`${cast.team.path}/asks/${id}/grant`));
  expect((await Promise.all(clicks)).map(outcome)).toEqual(["200", "200", "200", "200"]);
  const given = world.database.number("SELECT count(*) FROM history WHERE team = ? AND kind = 'access_changed'", cast.team.id);
  expect(given).toBe(1);
});

test("strangers neither ask nor learn, and forged ids lead nowhere", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { outsider, viewer, writer, partial } = cast.people;
  const body = { permission: "posts.publish", project: cast.alpha };
  expect(outcome(await world.unchanged(() => outsider.browser.post(`${cast.team.path}/asks`, body)))).toBe("404 not_found");
  expect(outcome(await outsider.browser.get(`${cast.team.path}/asks`))).toBe("404 not_found");
  expect(outcome(await world.unchanged(() => partial.browser.post(`${cast.team.path}/asks`, { ...body, project: cast.beta })))).toBe("404 not_found");
  const id = await ask(cast, writer, "posts.publish", cast.alpha);
  const theirs = await createTeam(outsider);
  expect(outcome(await world.unchanged(() => outsider.browser.post(`${theirs.path}/asks/${id}/grant`)))).toBe("404 not_found");
  expect(outcome(await world.unchanged(() => viewer.browser.post(`${cast.team.path}/asks/${id}/grant`)))).toBe("403 missing_permission");
  expect(outcome(await world.unchanged(() => writer.browser.post(`${cast.team.path}/asks/${id}/grant`)))).toBe("403 missing_permission");
  expect(outcome(await world.unchanged(() => viewer.browser.post(`${cast.team.path}/asks`, { permission: "plan.change" })))).toBe("422 bad_value");
  expect(outcome(await world.unchanged(() => viewer.browser.post(`${cast.team.path}/asks`, { permission: "posts.view" })))).toBe("409 already_held");
});

test("who lost the right meanwhile cannot give, and says who can", async ({ world }) => {
  const cast = await makeCast(world.url);
  const manager = await signUp(world.url, "Mara");
  await cast.team.add(manager, [{ role: "manager" }]);
  const id = await ask(cast, cast.people.writer, "posts.publish", cast.alpha);
  await cast.team.change(manager, [{ role: "editor" }]);
  const late = await world.unchanged(() => manager.browser.post<Problem>(`${cast.team.path}/asks/${id}/grant`));
  expect(outcome(late)).toBe("403 missing_permission");
  expect(late.body.granters?.map((one) => one.name)).toEqual(["Olga"]);
  expect(await open(cast, manager)).toEqual([]);
});

test("asked again within a day it is kind, after \"not now\" it waits, and it closes by itself", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { writer, owner } = cast.people;
  const path = `${cast.team.path}/asks`;
  const body = { permission: "posts.publish", project: cast.alpha };
  const id = await ask(cast, writer, "posts.publish", cast.alpha);
  const again = await world.unchanged(() => writer.browser.post<{ ask: string }>(path, body));
  expect(again.body.ask).toBe(id);
  expect((await list(cast, writer)).mine).toMatchObject([{ missing: body, declined: false }]);
  ok(await owner.browser.post(`${path}/${id}/decline`));
  expect((await list(cast, writer)).mine).toMatchObject([{ declined: true }]);
  expect(outcome(await world.unchanged(() => writer.browser.post(path, body)))).toBe("429 too_often");
  expect(outcome(await world.unchanged(() => owner.browser.post(`${path}/${id}/grant`)))).toBe("410 answered");
  await world.setClock(DAY + 1_000);
  const second = await ask(cast, writer, "posts.publish", cast.alpha);
  expect(second).not.toBe(id);
  await cast.team.change(writer, [{ role: "manager" }]);
  expect(await open(cast, owner)).toEqual([]);
  expect(outcome(await world.unchanged(() => owner.browser.post(`${path}/${second}/grant`)))).toBe("410 answered");
});

test("a seat must be free, or the owner confirms its price", async ({ world }) => {
  const cast = await makeCast(world.url);
  const [viewer, manager] = [cast.people.viewer, await signUp(world.url, "Mara")];
  await cast.team.add(manager, [{ role: "manager" }]);
  const id = await ask(cast, viewer, "posts.publish");
  const path = `${cast.team.path}/asks/${id}/grant`;
  const taken = world.database.number("SELECT seats_taken FROM teams WHERE id = ?", cast.team.id);
  await cast.team.plan("plus", taken - 1);
  const full = await world.unchanged(() => manager.browser.post<Problem>(path));
  expect([outcome(full), full.body.neededCap]).toEqual(["409 seats_full", undefined]);
  const told = await world.unchanged(() => cast.people.owner.browser.post<Problem>(path));
  expect(told.body.neededCap).toBe(taken);
  ok(await cast.people.owner.browser.post(path, { raiseCap: taken }));
  expect(await publishes(cast, viewer)).toBe(true);
});

test("ten asks a day are enough", async ({ world }) => {
  const cast = await makeCast(world.url);
  const permissions = ["posts.create", "posts.edit", "posts.schedule", "posts.approve", "posts.publish", "images.manage", "ai.use", "comments.write", "messages.read", "analytics.view", "history.view"];
  const answers: string[] = [];
  for (const permission of permissions) answers.push(outcome(await cast.people.viewer.browser.post(`${cast.team.path}/asks`, { permission })));
  expect(answers).toEqual([...Array<string>(10).fill("200"), "429 too_often"]);
});
