/**
 * Giving and taking away: it holds from the next request on, nobody gives what they do not hold on any path, nobody
 * edits their own, and nobody reaches the owner.
 */
import { type Answer, ok, outcome, type Problem } from "../support/api";
import { type Cast, freshAddress, makeCast, type Person, type Placed, signUp } from "../support/people";
import { expect, test } from "../support/test";

const HOUR = 3_600_000;

const change = (cast: Cast, by: Person, whose: Person, edits: readonly Placed[]): Promise<Answer<Problem>> =>
  by.browser.put<Problem>(`${cast.team.path}/members/${whose.id}/access`, { edits });

async function can(cast: Cast, person: Person, permission: string, project?: string): Promise<boolean> {
  const question = project === undefined ? { permission } : { permission, project };
  const { answers } = ok(await person.browser.post<{ answers: { allowed: boolean }[] }>(`${cast.team.path}/check`, { questions: [question] }));
  return answers[0]?.allowed ?? false;
}

const write = (cast: Cast, person: Person, project = cast.alpha): Promise<Answer<unknown>> =>
  person.browser.post(`${cast.team.path}/projects/${project}/posts`, { title: "Hello", text: "" });

async function withManager(url: string, access: readonly Placed[]): Promise<{ cast: Cast; manager: Person }> {
  const cast = await makeCast(url);
  const manager = await signUp(url, "Mara");
  await cast.team.add(manager, access);
  return { cast, manager };
}

test("a checkmark given or taken away holds from the next request on", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { viewer, owner } = cast.people;
  expect(outcome(await write(cast, viewer))).toBe("403 missing_permission");
  ok(await change(cast, owner, viewer, [{ permissions: ["posts.view", "posts.create"] }]));
  expect(outcome(await write(cast, viewer))).toBe("201");
  ok(await change(cast, owner, viewer, [{ permissions: ["posts.view"] }]));
  expect(outcome(await world.unchanged(() => write(cast, viewer)))).toBe("403 missing_permission");
  await world.mailbox.wait(viewer.address, /access in .* was changed/i, 1);
});

test("a project's own access replaces the team's, both ways, and may be none", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { viewer, owner } = cast.people;
  ok(await change(cast, owner, viewer, [{ project: cast.alpha, role: "editor" }, { project: cast.beta, permissions: [] }]));
  expect(outcome(await write(cast, viewer))).toBe("201");
  expect(outcome(await viewer.browser.get(`${cast.team.path}/projects/${cast.beta}`))).toBe("404 not_found");
  ok(await change(cast, owner, viewer, [{ project: cast.beta }]));
  expect(outcome(await viewer.browser.get(`${cast.team.path}/projects/${cast.beta}`))).toBe("200");
});

test("access with an end stops at that instant, with no fall-back to the team's", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { viewer, owner } = cast.people;
  ok(await change(cast, owner, viewer, [{ project: cast.alpha, role: "editor", until: world.now + HOUR }]));
  expect(outcome(await write(cast, viewer))).toBe("201");
  await world.setClock(HOUR + 1_000);
  expect(outcome(await world.unchanged(() => write(cast, viewer)))).toBe("404 not_found");
  expect(await can(cast, viewer, "posts.view", cast.beta)).toBe(true);
  await world.cron();
  await world.mailbox.wait(viewer.address, /has ended/i);
  const member = ok(await owner.browser.get<{ live: boolean }>(`${cast.team.path}/members/${viewer.id}`));
  expect(member.live).toBe(true);
});

test("an end that has passed, or is beyond ten years, is refused", async ({ world }) => {
  const cast = await makeCast(world.url);
  for (const until of [world.now - 1_000, 0, -1, world.now + 5_000 * 24 * HOUR]) {
    const answer = await world.unchanged(() => change(cast, cast.people.owner, cast.other, [{ role: "viewer", until }]));
    expect(outcome(answer), `${until}`).toBe("422 bad_end");
  }
});

test("nobody gives what they do not hold, by no path", async ({ world }) => {
  const { cast, manager } = await withManager(world.url, [{ role: "smm_specialist" }]);
  const access = [{ permissions: ["posts.view", "posts.publish"] }];
  const paths: readonly (() => Promise<Answer<Problem>>)[] = [
    () => change(cast, manager, cast.other, access),
    () => change(cast, manager, cast.other, [{ role: "manager" }]),
    () => change(cast, manager, cast.other, [{ project: cast.alpha, role: "client" }]),
    () => manager.browser.post<Problem>(`${cast.team.path}/invitations`, { address: freshAddress("new"), access }),
    () => manager.browser.post<Problem>(`${cast.team.path}/invitations`, { address: freshAddress("new"), access: [{ role: "manager" }] }),
    () => manager.browser.post<Problem>(`${cast.team.path}/invitations`, { address: cast.other.address, access: [{ project: cast.beta, role: "manager" }] }),
  ];
  for (const path of paths) {
    const answer = await world.unchanged(path);
    expect(outcome(answer)).toBe("403 not_held");
    expect(answer.body.missing?.permission).toBe("posts.publish");
  }
});

test("nobody gives for longer, or wider, than they hold", async ({ world }) => {
  const { cast, manager } = await withManager(world.url, [{ role: "viewer" }]);
  const until = world.now + HOUR;
  ok(await change(cast, cast.people.owner, manager, [{ role: "manager", until }]));
  expect(outcome(await world.unchanged(() => change(cast, manager, cast.other, [{ role: "editor" }])))).toBe("403 not_held");
  expect(outcome(await change(cast, manager, cast.other, [{ role: "editor", until }]))).toBe("200");
  ok(await change(cast, cast.people.owner, manager, [{}, { project: cast.alpha, role: "manager" }]));
  expect(outcome(await world.unchanged(() => change(cast, manager, cast.other, [{ role: "viewer" }])))).toBe("403 missing_permission");
  expect(outcome(await world.unchanged(() => change(cast, manager, cast.other, [{ project: cast.beta, role: "viewer" }])))).toMatch(/^40[34] /);
  expect(outcome(await change(cast, manager, cast.other, [{ project: cast.alpha, role: "editor" }]))).toBe("200");
});

test("taking away needs the right to change access, and what one does not hold stays as it is", async ({ world }) => {
  const { cast, manager } = await withManager(world.url, [{ role: "smm_specialist" }]);
  ok(await change(cast, cast.people.owner, cast.other, [{ role: "manager" }]));
  const answer = await world.unchanged(() => change(cast, manager, cast.other, [{ role: "viewer" }]));
  expect(outcome(answer)).toBe("403 not_held");
  expect(await can(cast, cast.other, "posts.publish")).toBe(true);
  expect(outcome(await change(cast, manager, cast.people.writer, [{ role: "viewer" }]))).toBe("200");
  expect(await can(cast, cast.people.writer, "posts.create")).toBe(false);
});

test("nobody edits their own access, and nobody the owner's", async ({ world }) => {
  const { cast, manager } = await withManager(world.url, [{ role: "manager" }]);
  const { owner } = cast.people;
  expect(outcome(await world.unchanged(() => change(cast, manager, manager, [{ role: "client" }])))).toBe("403 own_access");
  expect(outcome(await world.unchanged(() => change(cast, manager, owner, [{ role: "viewer" }])))).toBe("403 owner_untouchable");
  expect(outcome(await world.unchanged(() => manager.browser.delete(`${cast.team.path}/members/${owner.id}`)))).toBe("403 owner_untouchable");
  expect(outcome(await world.unchanged(() => manager.browser.delete(`${cast.team.path}/members/${manager.id}`)))).toBe("403 own_access");
  expect(outcome(await world.unchanged(() => manager.browser.delete(`${cast.team.path}/members/${owner.id}/projects/${cast.alpha}`)))).toBe("403 owner_untouchable");
  expect(outcome(await world.unchanged(() => owner.browser.delete(`${cast.team.path}/members/${owner.id}`)))).toMatch(/^403 (own_access|owner_untouchable)$/);
});

for (const [edits, code] of [
  [[], "422 bad_places"],
  [[{ role: "viewer" }, { role: "editor" }], "422 bad_places"],
  [[{ permissions: ["posts.create"] }], "422 not_closed"],
  [[{ role: "owner" }], "422 bad_value"],
  [[{ role: "viewer", permissions: [] }], "422 bad_value"],
  [[{ permissions: ["posts.fly"] }], "422 bad_value"],
  [[{ project: "0123456789abc", role: "viewer" }], "404 not_found"],
  [[{ project: "nonsense", role: "viewer" }], "404 not_found"],
  [Array.from({ length: 51 }, () => ({ role: "viewer" })), "422 bad_places"],
] as const) {
  test(`an edit of no meaning is refused: ${JSON.stringify(edits).slice(0, 60)} is ${code}`, async ({ world }) => {
    const cast = await makeCast(world.url);
    expect(outcome(await world.unchanged(() => change(cast, cast.people.owner, cast.other, edits)))).toBe(code);
    const body = { address: freshAddress("new"), access: edits };
    expect(outcome(await world.unchanged(() => cast.browsers.owner.post(`${cast.team.path}/invitations`, body)))).toBe(code);
  });
}

test("a checkmark of the team cannot be given at one project", async ({ world }) => {
  const cast = await makeCast(world.url);
  const edits = [{ project: cast.alpha, permissions: ["posts.view", "projects.manage"] }];
  expect(outcome(await world.unchanged(() => change(cast, cast.people.owner, cast.other, edits)))).toBe("422 team_only");
});

test("removed from a project, the rest stays; at the last one, they leave the team", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner, viewer, partial } = cast.people;
  ok(await owner.browser.delete(`${cast.team.path}/members/${viewer.id}/projects/${cast.alpha}`));
  expect(outcome(await viewer.browser.get(`${cast.team.path}/projects/${cast.alpha}`))).toBe("404 not_found");
  expect(outcome(await viewer.browser.get(`${cast.team.path}/projects/${cast.beta}`))).toBe("200");
  ok(await partial.browser.post(`${cast.team.path}/projects/${cast.alpha}/leave`));
  expect(outcome(await partial.browser.get(`${cast.team.path}/members`))).toBe("404 not_found");
});

test("members see the names of those with whom they share a project, and addresses only if they may act on them", async ({ world }) => {
  const cast = await makeCast(world.url);
  const lonely = await signUp(world.url, "Lone");
  await cast.team.add(lonely, [{ project: cast.beta, role: "viewer" }]);
  const seen = async (person: Person): Promise<readonly { id: string; address?: string }[]> =>
    ok(await person.browser.get<{ members: { id: string; address?: string }[] }>(`${cast.team.path}/members`)).members;
  const forLonely = await seen(lonely);
  expect(forLonely.map((member) => member.id)).not.toContain(cast.people.partial.id);
  expect(forLonely.filter((member) => member.address !== undefined).map((member) => member.id)).toEqual([lonely.id]);
  expect((await seen(cast.people.owner)).every((member) => member.address !== undefined)).toBe(true);
  const hidden = await lonely.browser.get(`${cast.team.path}/members/${cast.people.partial.id}`);
  const none = await lonely.browser.get(`${cast.team.path}/members/0123456789abc`);
  expect([hidden.status, hidden.text]).toEqual([none.status, none.text]);
});

test("a snapshot carries one's own access, and nobody's price", async ({ world }) => {
  const cast = await makeCast(world.url);
  const snapshot = await cast.browsers.writer.get<{ owner: boolean; grants: unknown[]; seats?: unknown }>(`${cast.team.path}/snapshot`);
  expect(snapshot.body).toMatchObject({ owner: false, grants: [{ role: "writer", bits: 3 }] });
  expect(snapshot.body.seats).toBeUndefined();
  expect(ok(await cast.browsers.owner.get(`${cast.team.path}/snapshot`))).toMatchObject({ owner: true, seats: { plan: "start" } });
});
