/**
 * What is wrong with a request before anybody asks what it wants: its JSON, its shape, its size, its origin, its key;
 * and the headers that every answer carries.
 */
import { request } from "node:http";
import { Browser, ok, outcome, type Problem } from "../support/api";
import { makeCast, signUp, createTeam } from "../support/people";
import { expect, test } from "../support/test";

const ME = "/api/v1/me";

test("what is not JSON, or not of the shape, is told apart", async ({ world }) => {
  const { browser } = await signUp(world.url, "Ana");
  const cases: readonly (readonly [string, string])[] = [
    ['{"name":"x"', "400 malformed_json"],
    ["name=x", "400 malformed_json"],
    ['{"name":"x"} {}', "400 malformed_json"],
    ['{"name":"\ud800"}', "422 wrong_shape|200|400 malformed_json"],
    ["[]", "422 wrong_shape"],
    ["null", "422 wrong_shape"],
    ['"x"', "422 wrong_shape"],
    ["{}", "422 wrong_shape"],
    ["", "422 wrong_shape"],
    ['{"name":5}', "422 wrong_shape"],
    ['{"name":null}', "422 wrong_shape"],
    ['{"name":"x","owner":true}', "422 wrong_shape"],
    ['{"Name":"x"}', "422 wrong_shape"],
    ['{"name":"x","name":"y"}', "422 wrong_shape|400 malformed_json"],
    [`${"[".repeat(5_000)}${"]".repeat(5_000)}`, "400 malformed_json|422 wrong_shape"],
    [`{"name":"x","__proto__":{"a":1}}`, "422 wrong_shape"],
  ];
  for (const [body, expected] of cases) {
    const answer = await browser.raw("PATCH", ME, body);
    expect(expected.split("|"), `${body.slice(0, 40)}: ${outcome(answer)}`).toContain(outcome(answer));
  }
});

test("an unknown field is refused on every route with a body", async ({ world }) => {
  const cast = await makeCast(world.url);
  const paths: readonly (readonly ["POST" | "PUT" | "PATCH", string])[] = [
    ["POST", "/api/v1/sign-in"], ["POST", "/api/v1/sign-in/code"], ["POST", "/api/v1/sign-in/link"], ["POST", "/api/v1/sign-out"],
    ["POST", "/api/v1/join"], ["POST", "/api/v1/join/preview"], ["POST", "/api/v1/join/decline"], ["POST", "/api/v1/join/ask"],
    ["POST", "/api/v1/teams"], ["PATCH", cast.team.path], ["POST", `${cast.team.path}/invitations`], ["PUT", `${cast.team.path}/links`],
    ["PUT", `${cast.team.path}/cap`], ["PUT", `${cast.team.path}/plan`], ["POST", `${cast.team.path}/transfer`], ["POST", `${cast.team.path}/leave`],
    ["POST", `${cast.team.path}/projects`], ["POST", `${cast.team.path}/check`], ["PUT", `${cast.team.path}/members/${cast.other.id}/access`],
  ];
  for (const [method, path] of paths) {
    const answer = await world.unchanged(() => cast.browsers.owner.ask(method, path, { surprise: 1 }));
    expect(`${path}: ${outcome(answer)}`).toBe(`${path}: 422 wrong_shape`);
  }
});

/** Sends so many bytes and leaves the request open, so that nothing is being written when the answer comes. */
function streamed(url: string, bytes: number): Promise<number | undefined> {
  const headers = { origin: url, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request(url + ME, { method: "PATCH", headers }, (answer) => {
      resolve(answer.statusCode);
      sent.destroy();
    });
    sent.once("error", reject);
    sent.write("x".repeat(bytes));
  });
}

test("a body over the cap is refused, said or streamed", async ({ world }) => {
  const cast = await makeCast(world.url);
  const large = JSON.stringify({ name: "x".repeat(70_000) });
  expect(outcome(await world.unchanged(() => cast.browsers.owner.raw("PATCH", ME, large)))).toBe("413 body_too_large");
  expect(await streamed(world.url, 65_537), "one byte over, of a body that says no length").toBe(413);
  const posts = `${cast.team.path}/projects/${cast.alpha}/posts`;
  expect(outcome(await cast.browsers.owner.post(posts, { title: "Long", text: "ü".repeat(100_000) }))).toBe("201");
  expect(outcome(await world.unchanged(() => cast.browsers.owner.post(posts, { title: "Long", text: "x".repeat(100_001) })))).toBe("422 text_too_long");
  expect(outcome(await world.unchanged(() => cast.browsers.owner.post(posts, { title: "Long", text: "x".repeat(600_000) })))).toBe("413 body_too_large");
});

test("names are trimmed, bounded, and hide nothing", async ({ world }) => {
  const { browser } = await signUp(world.url, "Ana");
  const cases: readonly (readonly [string, string])[] = [
    ["", "422 text_empty"],
    [" \t\n ", "422 text_empty"],
    ["x".repeat(81), "422 text_too_long"],
    ["Ana\r\nBcc: all@example.com", "422 text_forbidden_character"],
    ["Ana\u0000", "422 text_forbidden_character"],
    ["\u202egnp.exe", "422 text_forbidden_character"],
    ["A\u200bna", "422 text_forbidden_character"],
    ["\u{e0041}na", "422 text_forbidden_character"],
    ["Ana\u0007", "422 text_forbidden_character"],
    ["Йоханна O'Söder 🦊", "200"],
    ["'); DROP TABLE people; --", "200"],
    ["<img src=x onerror=alert(1)>", "200"],
    ["  Ana  ", "200"],
  ];
  for (const [name, expected] of cases) {
    const answer = await browser.patch<Problem>(ME, { name });
    expect(`${JSON.stringify(name)}: ${outcome(answer)}`).toBe(`${JSON.stringify(name)}: ${expected}`);
    if (answer.status === 422) expect(answer.body.field).toBe("name");
  }
  expect(ok(await browser.get<{ name: string }>(ME)).name).toBe("Ana");
});

test("a name with a payload is harmless in a mail", async ({ world }) => {
  const cast = await makeCast(world.url);
  ok(await cast.browsers.owner.patch(cast.team.path, { name: "<b>Win</b> at https://evil.example" }));
  const address = "payload.test@example.com";
  await cast.team.invite(address, [{ role: "viewer" }]);
  const mail = await world.mailbox.latest(address, /invites you/i);
  expect(mail.html).not.toContain("<b>Win");
  expect(mail.html).toContain("&lt;b&gt;Win");
  expect(mail.text + mail.html + mail.subject).not.toContain("https://evil.example");
});

test("a change is taken from the same origin only", async ({ world }) => {
  const { browser } = await signUp(world.url, "Ana");
  const refused: readonly { readonly origin?: string | null; readonly headers?: Readonly<Record<string, string>> }[] = [
    { origin: null },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `${world.url}.evil.example` },
    { origin: world.url, headers: { "sec-fetch-site": "cross-site" } },
    { origin: world.url, headers: { "sec-fetch-site": "same-site" } },
    { origin: "https://evil.example", headers: { "sec-fetch-site": "same-origin" } },
  ];
  for (const options of refused) {
    const answer = await world.unchanged(() => browser.patch(ME, { name: "Eve" }, options));
    expect(`${JSON.stringify(options)}: ${outcome(answer)}`).toBe(`${JSON.stringify(options)}: 403 foreign_origin`);
    expect(answer.trips).toBe(0);
  }
  expect(outcome(await browser.patch(ME, { name: "Ana" }, { origin: null, headers: { "sec-fetch-site": "same-origin" } }))).toBe("200");
});

test("a body of another type is refused", async ({ world }) => {
  const { browser } = await signUp(world.url, "Ana");
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp", ""]) {
    const answer = await world.unchanged(() => browser.patch(ME, { name: "Eve" }, { headers: { "content-type": type } }));
    expect(`${type}: ${outcome(answer)}`).toBe(`${type}: 415 not_json`);
  }
  expect(outcome(await browser.patch(ME, { name: "Ana" }, { headers: { "content-type": "Application/JSON; charset=utf-8" } }))).toBe("200");
});

test("a retry under the same key gets the same answer and does nothing twice; another body is refused", async ({ world }) => {
  const owner = await signUp(world.url, "Ana");
  const team = await createTeam(owner);
  const body = { name: "Alpha" };
  const first = await owner.browser.post(`${team.path}/projects`, body, { key: "one" });
  const again = await world.unchanged(() => owner.browser.post(`${team.path}/projects`, body, { key: "one" }));
  expect([again.status, again.text]).toEqual([first.status, first.text]);
  expect(outcome(await world.unchanged(() => owner.browser.post(`${team.path}/projects`, { name: "Beta" }, { key: "one" })))).toBe("422 key_reused");
  expect(outcome(await world.unchanged(() => owner.browser.post("/api/v1/teams", body, { key: "one" })))).toBe("422 key_reused");
  const other = await signUp(world.url, "Ben");
  expect(outcome(await other.browser.post("/api/v1/teams", { name: "Gamma" }, { key: "one" }))).toBe("201");
  const many = await Promise.all(Array.from({ length: 8 }, () => owner.browser.post(`${team.path}/projects`, { name: "Delta" }, { key: "two" })));
  expect(new Set(many.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
  const projects = ok(await owner.browser.get<{ projects: { name: string }[] }>(`${team.path}/projects`)).projects;
  expect(projects.map((project) => project.name)).toEqual(["Alpha", "Delta"]);
});

test("a refusal is not kept under its key: once the reason is gone, the same request goes well", async ({ world }) => {
  const team = await createTeam(await signUp(world.url, "Ana"));
  await team.plan("plus", 0);
  const body = { address: "kept.key@example.com", access: [{ role: "editor" }] };
  const { browser } = team.owner;
  const first = await team.invite("first.seat@example.com", [{ role: "editor" }]);
  expect(outcome(await browser.post(`${team.path}/invitations`, body, { key: "k" }))).toBe("409 seats_full");
  ok(await browser.delete(`${team.path}/invitations/${first}`));
  expect(outcome(await browser.post(`${team.path}/invitations`, body, { key: "k" }))).toBe("201");
});

test("a key is one to sixty-four printable characters", async ({ world }) => {
  const { browser } = await signUp(world.url, "Ana");
  for (const key of ["", "x".repeat(65), "a\tb", "\u00e9"]) {
    expect(outcome(await world.unchanged(() => browser.post("/api/v1/teams", { name: "T" }, { key }))), key).toBe("400 bad_idempotency_key");
  }
  expect(outcome(await browser.post("/api/v1/teams", { name: "T" }, { key: "x".repeat(64) }))).toBe("201");
});

const SECURITY: Readonly<Record<string, RegExp>> = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^no-referrer$/,
  "content-security-policy": /default-src 'none'/,
  "cache-control": /no-store/,
};

test("every kind of answer carries the security headers, and none allows another origin", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner, anonymous, viewer } = cast.browsers;
  const answers = [
    await anonymous.get("/api/v1/health"),
    await anonymous.get("/api/v1/openapi.json"),
    await anonymous.get(ME),
    await owner.get(ME),
    await viewer.get(`${cast.team.path}/plan`),
    await owner.get("/api/v1/nothing"),
    await owner.ask("DELETE", ME, undefined),
    await owner.raw("PATCH", ME, "{"),
    await owner.patch(ME, { name: "x" }, { origin: null }),
    await anonymous.post("/api/v1/join", { token: "x" }),
    await owner.post("/api/v1/sign-out"),
  ];
  for (const answer of answers) {
    for (const [name, pattern] of Object.entries(SECURITY)) {
      expect(answer.headers.get(name) ?? "", `${answer.status} ${answer.text.slice(0, 80)}: ${name}`).toMatch(pattern);
    }
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
    expect(answer.headers.get("server")).toBeNull();
  }
});

test("a page that is served carries them too", async ({ world }) => {
  for (const path of ["/", "/join", "/team/settings"]) {
    const response = await fetch(world.url + path);
    expect(response.headers.get("content-type")).toContain("text/html");
    expect(response.headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect(response.headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(response.headers.get("referrer-policy"), path).toBe("no-referrer");
  }
});
