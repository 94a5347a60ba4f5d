/**
 * Ownership: handed over at once, to somebody who works there. The old owner holds nothing until given a role.
 */
import { ok, outcome } from "../support/api";
import { createTeam, makeCast, signUp } from "../support/people";
import { expect, test } from "../support/test";

test("the old owner holds nothing until given a role, and the new one everything", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner, viewer } = cast.people;
  ok(await owner.browser.post(`${cast.team.path}/transfer`, { to: viewer.id }));
  expect(ok(await owner.browser.get(`${cast.team.path}/snapshot`))).toMatchObject({ owner: false, team: { name: "Olga's team" }, ownedBy: { id: viewer.id } });
  expect(ok(await owner.browser.get<{ projects: unknown[] }>(`${cast.team.path}/projects`)).projects).toEqual([]);
  for (const ask of [
    () => owner.browser.patch(cast.team.path, { name: "Mine" }),
    () => owner.browser.get(`${cast.team.path}/plan`),
    () => owner.browser.put(`${cast.team.path}/cap`, { cap: 3 }),
    () => owner.browser.post(`${cast.team.path}/transfer`, { to: owner.id }),
    () => owner.browser.post(`${cast.team.path}/invitations`, { address: "x@example.com", access: [{ role: "viewer" }] }),
    () => owner.browser.post(`${cast.team.path}/projects`, { name: "Mine" }),
    () => owner.browser.get(`${cast.team.path}/history`),
  ]) {
    expect(outcome(await world.unchanged(ask))).toMatch(/^403 (owner_only|missing_permission)$/);
  }
  expect(outcome(await world.unchanged(() => owner.browser.get(`${cast.team.path}/posts/${cast.post}`)))).toBe("404 not_found");
  ok(await viewer.browser.patch(cast.team.path, { name: "Vera's" }));
  await world.mailbox.wait(viewer.address, /you own/i);
  await world.mailbox.wait(owner.address, /handed/i);
  ok(await viewer.browser.put(`${cast.team.path}/members/${owner.id}/access`, { edits: [{ role: "viewer" }] }));
  expect((await owner.browser.get(`${cast.team.path}/posts/${cast.post}`)).status).toBe(200);
});

test("the new owner's seat is freed, and the old one takes none", async ({ world }) => {
  const cast = await makeCast(world.url);
  await cast.team.plan("plus", 5);
  const seats = async (): Promise<{ taken: number }> => ok(await cast.people.writer.browser.get<{ seats: { taken: number } }>(`${cast.team.path}/plan`)).seats;
  const before = ok(await cast.browsers.owner.get<{ seats: { taken: number } }>(`${cast.team.path}/plan`)).seats;
  ok(await cast.browsers.owner.post(`${cast.team.path}/transfer`, { to: cast.people.writer.id }));
  expect((await seats()).taken).toBe(before.taken - 1);
});

test("only a member with live access receives it", async ({ world }) => {
  const cast = await makeCast(world.url);
  ok(await cast.browsers.owner.put(`${cast.team.path}/members/${cast.other.id}/access`, { edits: [{ permissions: [] }] }));
  const transfer = (to: string) => cast.browsers.owner.post(`${cast.team.path}/transfer`, { to });
  const outcomes: Record<string, string> = {};
  for (const [name, to] of Object.entries({ outsider: cast.people.outsider.id, nobody: "0123456789abc", ended: cast.ended.id, without: cast.other.id, self: cast.people.owner.id })) {
    outcomes[name] = outcome(await world.unchanged(() => transfer(to)));
  }
  expect(outcomes).toEqual({
    outsider: outcomes["nobody"],
    nobody: expect.stringMatching(/^(404 not_found|409 not_member)$/),
    ended: expect.stringMatching(/^(404 not_found|409 not_member)$/),
    without: "409 not_member",
    self: expect.stringMatching(/^(403 own_access|409 not_member)$/),
  });
});

test("the old owner may leave, and their invitations stay the team's", async ({ world }) => {
  const cast = await makeCast(world.url);
  ok(await cast.browsers.owner.post(`${cast.team.path}/transfer`, { to: cast.other.id }));
  ok(await cast.browsers.owner.post(`${cast.team.path}/leave`));
  const page = ok(await cast.other.browser.get<{ invitations: { id: string; needsSender: boolean }[] }>(`${cast.team.path}/invitations`));
  expect(page.invitations).toMatchObject([{ id: cast.invitation, needsSender: false }]);
  expect(outcome(await cast.browsers.owner.get(`${cast.team.path}/snapshot`))).toBe("404 not_found");
});

test("a person owns fifty teams at most", async ({ world }) => {
  const owner = await signUp(world.url, "Olga");
  for (let count = 0; count < 50; count += 1) await createTeam(owner);
  expect(outcome(await world.unchanged(() => owner.browser.post("/api/v1/teams", { name: "One more" })))).toBe("409 limit_reached");
});
