/**
 * `check`: many questions in one call, each answered with its reason, as the edge would enforce it.
 */
import { ok, outcome } from "../support/api";
import { makeCast, PARTIAL } from "../support/people";
import { expect, test } from "../support/test";

const ALL = [
  "posts.view", "posts.create", "posts.edit", "posts.schedule", "posts.approve", "posts.publish", "images.manage", "ai.use",
  "connections.manage", "comments.write", "messages.read", "messages.reply", "analytics.view", "history.view", "team.invite",
  "team.access", "team.remove", "projects.manage",
];

interface Checked {
  readonly answers: readonly { readonly allowed: boolean; readonly reason?: { readonly code: string; readonly missing?: { permission: string; project?: string } } }[];
}

test("each question has its answer, in order, with its reason", async ({ world }) => {
  const cast = await makeCast(world.url);
  const ask = async (who: "viewer" | "partial" | "owner", project?: string): Promise<readonly string[]> => {
    const questions = ALL.map((permission) => (project === undefined ? { permission } : { permission, project }));
    const { answers } = ok(await cast.browsers[who].post<Checked>(`${cast.team.path}/check`, { questions }));
    expect(answers).toHaveLength(ALL.length);
    return ALL.filter((_, index) => answers[index]?.allowed);
  };
  expect(await ask("owner", cast.alpha)).toEqual(ALL);
  expect(await ask("owner")).toEqual(ALL);
  expect(await ask("viewer", cast.beta)).toEqual(["posts.view"]);
  expect(await ask("partial", cast.alpha)).toEqual(ALL.filter((permission) => PARTIAL.includes(permission)));
  expect(await ask("partial")).toEqual([]);
});

test("a denial names what is missing; a project that is not there for one is not there", async ({ world }) => {
  const cast = await makeCast(world.url);
  const questions = [
    { permission: "posts.publish", project: cast.alpha },
    { permission: "posts.view", project: cast.beta },
    { permission: "posts.view", project: "0123456789abc" },
  ];
  const { answers } = ok(await cast.browsers.partial.post<Checked>(`${cast.team.path}/check`, { questions }));
  expect(answers).toEqual([
    { allowed: false, reason: { code: "missing_permission", missing: { permission: "posts.publish", project: cast.alpha } } },
    { allowed: false, reason: { code: "not_found" } },
    { allowed: false, reason: { code: "not_found" } },
  ]);
});

test("no more than a hundred questions, and none that the catalogue lacks", async ({ world }) => {
  const cast = await makeCast(world.url);
  const many = (count: number) => ({ questions: Array.from({ length: count }, () => ({ permission: "posts.view" })) });
  expect(outcome(await cast.browsers.viewer.post(`${cast.team.path}/check`, many(100)))).toBe("200");
  expect(outcome(await cast.browsers.viewer.post(`${cast.team.path}/check`, many(101)))).toMatch(/^422 /);
  expect(outcome(await cast.browsers.viewer.post(`${cast.team.path}/check`, { questions: [{ permission: "posts.fly" }] }))).toBe("422 bad_value");
});
