/**
 * Posts: written by those who may, edited by their author until review, approved, timed (which publishes nothing) and
 * published; and no write lands on a version that somebody else has changed.
 */
import { type Answer, ok, outcome, type Problem } from "../support/api";
import { type Cast, makeCast, type Person, signUp } from "../support/people";
import { expect, test } from "../support/test";

interface Post {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly stage: string;
  readonly plannedAt?: number;
  readonly publishedAt?: number;
  readonly version: number;
}

interface Made {
  readonly post: string;
  readonly version: number;
}

class Draft {
  version: number;

  constructor(
    readonly cast: Cast,
    readonly id: string,
    version: number,
  ) {
    this.version = version;
  }

  static async by(cast: Cast, author: Person): Promise<Draft> {
    const made = ok(await author.browser.post<Made>(`${cast.team.path}/projects/${cast.alpha}/posts`, { title: "Spring", text: "Sun\r\nRain" }));
    return new Draft(cast, made.post, made.version);
  }

  async read(by: Person = this.cast.people.owner): Promise<Post> {
    return ok(await by.browser.get<Post>(`${this.cast.team.path}/posts/${this.id}`));
  }

  async move(by: Person, step: "review" | "approve" | "return" | "publish"): Promise<Answer<Made & Partial<Problem>>> {
    return this.#kept(await by.browser.post<Made & Partial<Problem>>(`${this.cast.team.path}/posts/${this.id}/${step}`, { version: this.version }));
  }

  async edit(by: Person, title: string, version = this.version): Promise<Answer<Made & Partial<Problem>>> {
    return this.#kept(await by.browser.put<Made & Partial<Problem>>(`${this.cast.team.path}/posts/${this.id}`, { version, title, text: "" }));
  }

  async time(by: Person, at?: number): Promise<Answer<Made & Partial<Problem>>> {
    return this.#kept(await by.browser.put<Made & Partial<Problem>>(`${this.cast.team.path}/posts/${this.id}/time`, { version: this.version, ...(at === undefined ? {} : { at }) }));
  }

  #kept(answer: Answer<Made & Partial<Problem>>): Answer<Made & Partial<Problem>> {
    if (answer.status === 200) this.version = answer.body.version;
    return answer;
  }
}

test("an author edits their own until review, and nobody else's", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { writer, owner } = cast.people;
  const draft = await Draft.by(cast, writer);
  expect(await draft.read(writer)).toMatchObject({ title: "Spring", text: "Sun\nRain", stage: "draft", version: draft.version });
  ok(await draft.edit(writer, "Spring sale"));
  ok(await draft.move(writer, "review"));
  const refused = await world.unchanged(() => draft.edit(writer, "Too late"));
  expect([outcome(refused), refused.body.missing?.permission]).toEqual(["403 missing_permission", "posts.edit"]);
  const theirs = await Draft.by(cast, owner);
  expect(outcome(await world.unchanged(() => theirs.edit(writer, "Mine now")))).toBe("403 missing_permission");
  expect((await draft.read()).title).toBe("Spring sale");
});

test("a write on an old version is refused, and the later one stands", async ({ world }) => {
  const cast = await makeCast(world.url);
  const draft = await Draft.by(cast, cast.people.owner);
  const old = draft.version;
  ok(await draft.edit(cast.people.owner, "First"));
  expect(outcome(await world.unchanged(() => draft.edit(cast.people.partial, "Second", old)))).toBe("409 changed");
  for (const version of [0, old + 100]) expect(outcome(await world.unchanged(() => draft.edit(cast.people.owner, "Third", version)))).toBe("409 changed");
  expect((await draft.read()).title).toBe("First");
});

test("of many writes at once on one version, one lands", async ({ world }) => {
  const cast = await makeCast(world.url);
  const draft = await Draft.by(cast, cast.people.owner);
  const { version } = draft;
  const answers = await Promise.all(Array.from({ length: 8 }, (_, index) => draft.edit(cast.people.owner, `Title ${index}`, version)));
  expect(answers.map(outcome).sort()).toEqual(["200", ...Array.from({ length: 7 }, () => "409 changed")]);
});

test("from draft to published, each step by those who may", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { writer, partial, owner } = cast.people;
  const draft = await Draft.by(cast, writer);
  expect(outcome(await world.unchanged(() => draft.move(partial, "approve")))).toBe("409 wrong_stage");
  ok(await draft.move(writer, "review"));
  expect(outcome(await world.unchanged(() => draft.move(writer, "review")))).toMatch(/^(409 wrong_stage|403 missing_permission)$/);
  ok(await draft.move(partial, "approve"));
  await world.mailbox.wait(writer.address, /^approved/i);
  const refused = await world.unchanged(() => draft.move(partial, "publish"));
  expect(refused.body).toMatchObject({ code: "missing_permission", missing: { permission: "posts.publish", project: cast.alpha }, granters: [{ id: owner.id, name: "Olga" }] });
  ok(await draft.move(owner, "publish"));
  expect(await draft.read()).toMatchObject({ stage: "published" });
  for (const step of ["review", "approve", "return", "publish"] as const) {
    expect(outcome(await world.unchanged(() => draft.move(owner, step))), step).toBe("409 wrong_stage");
  }
});

test("an edit after approval returns the post to review", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { partial, owner } = cast.people;
  const draft = await Draft.by(cast, owner);
  ok(await draft.move(owner, "review"));
  ok(await draft.move(partial, "approve"));
  ok(await draft.edit(partial, "Something else"));
  expect(await draft.read()).toMatchObject({ stage: "in_review", title: "Something else" });
});

test("returned, its author is told and writes on", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { writer, partial } = cast.people;
  const draft = await Draft.by(cast, writer);
  ok(await draft.move(writer, "review"));
  ok(await draft.move(partial, "return"));
  await world.mailbox.wait(writer.address, /^returned/i);
  ok(await draft.edit(writer, "Better"));
  expect(await draft.read()).toMatchObject({ stage: "draft", title: "Better" });
});

test("setting a time publishes nothing, not even when it comes", async ({ world }) => {
  const cast = await makeCast(world.url);
  const planner = await signUp(world.url, "Pia");
  await cast.team.add(planner, [{ permissions: ["posts.view", "posts.schedule"] }]);
  const draft = await Draft.by(cast, cast.people.owner);
  const at = world.now + 60_000;
  ok(await draft.time(planner, at));
  expect(await draft.read()).toMatchObject({ stage: "draft", plannedAt: at });
  await world.setClock(120_000);
  await world.cron();
  const later = await draft.read();
  expect([later.stage, later.publishedAt]).toEqual(["draft", undefined]);
  ok(await draft.time(planner));
  expect((await draft.read()).plannedAt).toBeUndefined();
});

test("an archived project is read, and not changed, until it is taken out again", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner } = cast.people;
  const draft = await Draft.by(cast, owner);
  ok(await owner.browser.post(`${cast.team.path}/projects/${cast.alpha}/archive`));
  expect(outcome(await world.unchanged(() => draft.edit(owner, "No")))).toBe("409 archived");
  expect(outcome(await world.unchanged(() => owner.browser.post(`${cast.team.path}/projects/${cast.alpha}/posts`, { title: "No", text: "" })))).toBe("409 archived");
  expect((await draft.read()).title).toBe("Spring");
  ok(await owner.browser.post(`${cast.team.path}/projects/${cast.alpha}/reopen`));
  ok(await draft.edit(owner, "Yes"));
});

test("the list comes in pages, the latest changed first", async ({ world }) => {
  const cast = await makeCast(world.url);
  for (let count = 0; count < 60; count += 1) await cast.team.post(cast.beta, `Post ${count}`);
  const seen: string[] = [];
  let after: string | undefined = "";
  while (after !== undefined) {
    const query = after === "" ? "" : `?after=${encodeURIComponent(after)}`;
    const page: { posts: readonly Post[]; next?: string } = ok(await cast.browsers.viewer.get<{ posts: readonly Post[]; next?: string }>(`${cast.team.path}/projects/${cast.beta}/posts${query}`));
    seen.push(...page.posts.map((post) => post.title));
    after = page.next;
  }
  expect(seen).toEqual(Array.from({ length: 60 }, (_, index) => `Post ${59 - index}`));
  for (const bad of ["x", "0", "~", "%00", "' OR 1=1"]) {
    const answer = await cast.browsers.viewer.get(`${cast.team.path}/projects/${cast.beta}/posts?after=${encodeURIComponent(bad)}`);
    expect([200, 422], bad).toContain(answer.status);
  }
});
