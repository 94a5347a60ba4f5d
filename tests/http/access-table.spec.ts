/**
 * Every route of the API against everybody who could call it: anonymous, outsider, viewer, writer, partial (a few
 * checkmarks in one project) and owner. Each denial leaves the database as it was. A route that this table lacks
 * fails the run, and so does a row for a route that is gone.
 */
import { type Answer, Browser, type Method, ok, outcome, type Problem } from "../support/api";
import { type Cast, freshAddress, makeCast, signUp, type Who, createTeam } from "../support/people";
import { optionsOf, ROWS, type RouteRow } from "../support/routes";
import { expect, test } from "../support/test";

const EVERYBODY: readonly Who[] = ["anonymous", "outsider", "viewer", "writer", "partial", "owner"];

interface OpenApi {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

test("every route that is served stands in the table, and no other", async ({ world }) => {
  const document = ok(await new Browser(world.url).get<OpenApi>("/api/v1/openapi.json"));
  const served = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`),
  );
  const listed = ROWS.map((row) => `${row.id}: ${row.method} ${row.path}`);
  expect([...served].sort()).toEqual([...listed].sort());
});

for (const row of ROWS) {
  test(`${row.method} ${row.path} (${row.id})`, async ({ world }) => {
    const cast = await makeCast(world.url);
    await row.begin?.(cast);
    const denied = EVERYBODY.filter((who) => Number.parseInt(row.expect[who]) >= 400);
    for (const who of denied) {
      const answer = await world.unchanged(() => call(row, cast, who));
      expect(`${who}: ${outcome(answer)}`).toBe(`${who}: ${row.expect[who]}`);
      expectProblem(answer);
    }
    for (const who of EVERYBODY.filter((who) => !denied.includes(who))) {
      await row.before?.(cast, who);
      const answer = await call(row, cast, who);
      expect(`${who}: ${outcome(answer)}`, answer.text).toBe(`${who}: ${row.expect[who]}`);
    }
  });
}

async function call(row: RouteRow, cast: Cast, who: Who, path = row.at(cast), options = optionsOf(row, cast.browsers[who].url)): Promise<Answer<unknown>> {
  const body = row.body ? await row.body(cast, who) : row.method === "POST" ? {} : undefined;
  return cast.browsers[who].ask(row.method, path, body, options);
}

/** A denial is a problem that says which, and tells an outsider nothing else. */
function expectProblem(answer: Answer<unknown>): void {
  const problem = answer.body as Problem;
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
  expect(problem.status).toBe(answer.status);
  expect(problem.type).toBe(`/problems/${problem.code}`);
  if (problem.code === "missing_permission") {
    expect(problem.missing?.permission).toBeTruthy();
    expect(problem.granters?.length).toBeGreaterThan(0);
  }
  if (answer.status === 404) expect(Object.keys(problem).sort()).toEqual(["code", "status", "title", "type"]);
}

const NOBODYS = "0123456789abc";

test("a team of others answers like one that does not exist", async ({ world }) => {
  const cast = await makeCast(world.url);
  for (const row of ROWS.filter((row) => row.path.includes("{team}"))) {
    const theirs = await world.unchanged(() => call(row, cast, "outsider"));
    const none = await call(row, cast, "outsider", row.at(cast).replace(cast.team.id, NOBODYS));
    expect(seen(theirs), row.id).toEqual(seen(none));
    expect(theirs.status, row.id).toBe(404);
  }
});

test("things of other teams answer like things that do not exist", async ({ world }) => {
  const [theirs, mine] = await Promise.all([makeCast(world.url), makeCast(world.url)]);
  const ids = (cast: Cast): Readonly<Record<string, string>> => ({
    person: cast.other.id,
    project: cast.alpha,
    post: cast.post,
    image: cast.image,
    invitation: cast.invitation,
    link: cast.link.id,
    ask: cast.ask,
  });
  for (const row of ROWS) {
    for (const [name, id] of Object.entries(ids(theirs)).filter(([name]) => row.path.includes(`{${name}}`))) {
      const path = row.at(mine);
      const own = row.id === "RestoreMember" ? mine.ended.id : (ids(mine)[name] ?? "");
      const foreign = await world.unchanged(() => call(row, mine, "owner", path.replace(own, id)));
      const none = await call(row, mine, "owner", path.replace(own, NOBODYS));
      expect(seen(foreign), `${row.id} ${name}`).toEqual(seen(none));
      expect(["404 not_found", "409 not_member", "403 owner_untouchable"], `${row.id} ${name}`).toContain(outcome(foreign));
    }
  }
});

test("ids of the wrong form answer like ids of nothing", async ({ world }) => {
  const cast = await makeCast(world.url);
  for (const row of ROWS.filter((row) => row.path.includes("{"))) {
    for (const bad of ["x", "0123456789ABC", "%00", "'%20OR%201=1--", "zzzzzzzzzzzzz", "é"]) {
      const path = row.path.replace("{team}", cast.team.id).replace(/\{(?!.*\{)[^}]+\}/, bad);
      const last = path === row.path.replace("{team}", cast.team.id) ? path.replace(cast.team.id, bad) : path;
      const answer = await call(row, cast, "owner", last.replace(/\{[^}]+\}/g, NOBODYS));
      expect(`${row.id} ${bad}: ${answer.status}`).toBe(`${row.id} ${bad}: 404`);
    }
  }
});

test("no route answers to another method", async ({ world }) => {
  const browser = new Browser(world.url);
  const methods: readonly Method[] = ["GET", "POST", "PUT", "PATCH", "DELETE"];
  const cast = await makeCast(world.url);
  const known = new Set(ROWS.map((row) => `${row.method} ${row.path}`));
  for (const row of ROWS) {
    for (const method of methods.filter((method) => !known.has(`${method} ${row.path}`))) {
      const answer = await browser.ask(method, row.at(cast), method === "GET" ? undefined : {});
      expect(`${method} ${row.path}: ${outcome(answer)}`).toBe(`${method} ${row.path}: 405 method_not_allowed`);
    }
  }
  expect(outcome(await browser.get("/api/v1/nothing"))).toBe("404 not_found");
});

test("a denial to a member names who can grant it", async ({ world }) => {
  const cast = await makeCast(world.url);
  const manager = await signUp(world.url, "Mara");
  await cast.team.add(manager, [{ role: "manager" }]);
  const problem = (await cast.browsers.viewer.post<Problem>(`${cast.team.path}/projects/${cast.alpha}/posts`, { title: "No", text: "" })).body;
  expect(problem.missing).toEqual({ permission: "posts.create", project: cast.alpha });
  expect(problem.granters).toEqual([
    { id: cast.people.owner.id, name: "Olga" },
    { id: manager.id, name: "Mara" },
  ]);
});

test("a person of two teams holds in each what they hold there", async ({ world }) => {
  const cast = await makeCast(world.url);
  const theirs = await createTeam(cast.people.viewer);
  await theirs.invite(freshAddress("friend"), [{ role: "editor" }]);
  expect(outcome(await cast.browsers.viewer.get(`${cast.team.path}/invitations`))).toBe("403 missing_permission");
});

/** All that an answer tells, but for what differs in any two answers. */
function seen(answer: Answer<unknown>): unknown {
  const varying = new Set(["date", "x-roster-round-trips", "x-roster-rows-read", "x-roster-request", "server-timing"]);
  return [answer.status, answer.text, [...answer.headers].filter(([name]) => !varying.has(name))];
}
