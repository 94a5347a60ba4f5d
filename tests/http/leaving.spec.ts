/**
 * Removal, leaving and undo: out at once, with what they wrote in place, and back exactly as it was.
 */
import { ok, outcome } from "../support/api";
import { createTeam, makeCast, PARTIAL, signIn, signUp } from "../support/people";
import { expect, test } from "../support/test";

const DAY = 86_400_000;

test("a removed member's next request is refused, wherever it goes", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { writer, owner } = cast.people;
  const post = await cast.team.post(cast.alpha, "Mine", writer);
  ok(await owner.browser.delete(`${cast.team.path}/members/${writer.id}`));
  for (const ask of [
    () => writer.browser.get(`${cast.team.path}/snapshot`),
    () => writer.browser.get(`${cast.team.path}/posts/${post}`),
    () => writer.browser.put(`${cast.team.path}/posts/${post}`, { version: 1, title: "Still here", text: "" }),
    () => writer.browser.post(`${cast.team.path}/projects/${cast.alpha}/posts`, { title: "Still here", text: "" }),
    () => writer.browser.post(`${cast.team.path}/check`, { questions: [{ permission: "posts.view" }] }),
    () => writer.browser.post(`${cast.team.path}/leave`),
  ]) {
    expect(outcome(await world.unchanged(ask))).toBe("404 not_found");
  }
  await world.mailbox.wait(writer.address, /no longer in/i);
  const seen = ok(await owner.browser.get<{ author: { name: string }; authorLeft: boolean; title: string }>(`${cast.team.path}/posts/${post}`));
  expect(seen).toMatchObject({ author: { name: "Will" }, authorLeft: true, title: "Mine" });
});

test("restored, they hold exactly what they held", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { partial, owner } = cast.people;
  const held = async (): Promise<unknown> => ok(await owner.browser.get<{ access: unknown }>(`${cast.team.path}/members/${partial.id}`)).access;
  const before = await held();
  expect(before).toEqual([{ project: cast.alpha, permissions: PARTIAL }]);
  ok(await owner.browser.delete(`${cast.team.path}/members/${partial.id}`));
  ok(await owner.browser.post(`${cast.team.path}/members/${partial.id}/restore`));
  expect(await held()).toEqual(before);
  expect((await partial.browser.get(`${cast.team.path}/posts/${cast.post}`)).status).toBe(200);
});

test("a removal can be taken back for thirty days, by somebody who holds it all", async ({ world }) => {
  const cast = await makeCast(world.url);
  const manager = await signUp(world.url, "Mara");
  await cast.team.add(manager, [{ role: "smm_specialist" }]);
  const gone = await signUp(world.url, "Gus");
  await cast.team.add(gone, [{ role: "manager" }]);
  ok(await cast.browsers.owner.delete(`${cast.team.path}/members/${gone.id}`));
  const restore = (by = manager) => by.browser.post(`${cast.team.path}/members/${gone.id}/restore`);
  expect(outcome(await world.unchanged(() => restore()))).toBe("403 not_held");
  await world.setClock(29 * DAY);
  expect(outcome(await world.unchanged(() => cast.browsers.owner.post(`${cast.team.path}/members/${cast.other.id}/restore`)))).toMatch(/^409 (already_member|too_late)$/);
  await world.setClock(30 * DAY + 60_000);
  await signIn(cast.browsers.owner, cast.people.owner.address);
  expect(outcome(await world.unchanged(() => restore(cast.people.owner)))).toBe("409 too_late");
});

test("anyone but the owner may leave, and whoever left is not restored", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { viewer, owner } = cast.people;
  ok(await viewer.browser.post(`${cast.team.path}/leave`));
  expect(ok(await viewer.browser.get<{ teams: unknown[] }>("/api/v1/me")).teams).toEqual([]);
  expect(outcome(await world.unchanged(() => owner.browser.post(`${cast.team.path}/members/${viewer.id}/restore`)))).toBe("409 too_late");
  expect(outcome(await world.unchanged(() => owner.browser.post(`${cast.team.path}/leave`)))).toBe("403 owner_untouchable");
});

test("what a removed manager sent opens no more, and what they gave stays", async ({ world }) => {
  const cast = await makeCast(world.url);
  const manager = await signUp(world.url, "Mara");
  await cast.team.add(manager, [{ role: "manager" }]);
  const given = await signUp(world.url, "Gil");
  await cast.team.add(given, [{ role: "editor" }], manager);
  ok(await manager.browser.post(`${cast.team.path}/leave`));
  expect((await given.browser.get(`${cast.team.path}/posts/${cast.post}`)).status).toBe(200);
});

test("out of one team, one is still in another", async ({ world }) => {
  const cast = await makeCast(world.url);
  const own = await createTeam(cast.people.viewer);
  ok(await cast.browsers.owner.delete(`${cast.team.path}/members/${cast.people.viewer.id}`));
  expect((await cast.browsers.viewer.get(`${own.path}/snapshot`)).status).toBe(200);
  expect(ok(await cast.browsers.viewer.get<{ teams: { id: string; owner: boolean }[] }>("/api/v1/me")).teams).toMatchObject([{ id: own.id, owner: true }]);
});
