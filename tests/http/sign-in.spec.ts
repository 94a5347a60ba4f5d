/**
 * Signing in by a mailed code and link: what is wrong, used, over or another browser's gets one and the same answer,
 * and nobody learns whether an address has an account.
 */
import { Browser, ok, outcome, type Problem } from "../support/api";
import { codeIn, type Mail, SIGN_IN, tokenIn } from "../support/mailbox";
import { type Challenge, freshAddress, signIn, type SignedIn, signUp } from "../support/people";
import { expect, test, type World } from "../support/test";

const MINUTE = 60_000;

async function ask(world: World, browser: Browser, address: string): Promise<{ challenge: string; mail: Mail; code: string }> {
  const before = (await world.mailbox.all(address)).length;
  const { challenge } = ok(await browser.post<Challenge>("/api/v1/sign-in", { address }));
  const mail = await world.mailbox.latest(address, SIGN_IN, before + 1);
  return { challenge, mail, code: codeIn(mail) };
}

const wrong = (code: string): string => (code === "00000000" ? "11111111" : "00000000");

function guess(browser: Browser, challenge: string, code: string): Promise<{ status: number; text: string; body: SignedIn & Partial<Problem>; headers: Headers; trips: number; rows: number }> {
  return browser.post<SignedIn & Partial<Problem>>("/api/v1/sign-in/code", { challenge, code });
}

test("the right code signs in, once", async ({ world }) => {
  const [browser, address] = [new Browser(world.url), freshAddress("ana")];
  const { challenge, code } = await ask(world, browser, address);
  const answer = await guess(browser, challenge, code);
  expect(answer.body.newcomer).toBe(true);
  const cookie = answer.headers.getSetCookie().find((text) => text.startsWith("__Host-session=")) ?? "";
  for (const attribute of ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]) expect(cookie).toContain(attribute);
  const me = ok(await browser.get<{ address: string; codeNeeded: boolean; teams: unknown[] }>("/api/v1/me"));
  expect(me).toMatchObject({ address, codeNeeded: false, teams: [] });
  expect(outcome(await guess(browser, challenge, code))).toBe("422 wrong_code");
});

test("five guesses are all, even if the sixth is right", async ({ world }) => {
  const [browser, address] = [new Browser(world.url), freshAddress("ben")];
  const { challenge, code } = await ask(world, browser, address);
  for (let guesses = 0; guesses < 5; guesses += 1) {
    expect(outcome(await guess(browser, challenge, wrong(code)))).toBe("422 wrong_code");
  }
  expect(outcome(await guess(browser, challenge, code))).toBe("422 wrong_code");
  expect(outcome(await browser.get("/api/v1/me"))).toBe("401 sign_in_needed");
});

test("guesses at once are all counted", async ({ world }) => {
  const [browser, address] = [new Browser(world.url), freshAddress("bea")];
  const { challenge, code } = await ask(world, browser, address);
  const answers = await Promise.all(Array.from({ length: 12 }, () => guess(browser, challenge, wrong(code))));
  expect(answers.every((answer) => answer.status === 422 || answer.status === 503)).toBe(true);
  expect(outcome(await guess(browser, challenge, code))).toBe("422 wrong_code");
});

test("a code lives ten minutes", async ({ world }) => {
  const [browser, address] = [new Browser(world.url), freshAddress("cleo")];
  const { challenge, code } = await ask(world, browser, address);
  await world.setClock(10 * MINUTE + 1_000);
  expect(outcome(await guess(browser, challenge, code))).toBe("422 wrong_code");
});

test("a code is of no use in another browser", async ({ world }) => {
  const [browser, other, address] = [new Browser(world.url), new Browser(world.url), freshAddress("dora")];
  const { challenge, code } = await ask(world, browser, address);
  ok(await other.post("/api/v1/sign-in", { address: freshAddress("thief") }));
  expect(outcome(await guess(other, challenge, code))).toBe("422 wrong_code");
  expect(outcome(await guess(new Browser(world.url), challenge, code))).toBe("422 wrong_code");
  expect((await guess(browser, challenge, code)).status).toBe(200);
});

test("all that is wrong answers alike, and so does asking for a known or an unknown address", async ({ world }) => {
  const known = await signUp(world.url, "Eva");
  const browser = new Browser(world.url);
  const first = await browser.post<Challenge>("/api/v1/sign-in", { address: known.address });
  const unknown = freshAddress("nobody");
  ok(await browser.post("/api/v1/sign-in", { address: unknown }));
  const second = await browser.post<Challenge>("/api/v1/sign-in", { address: unknown });
  expect(Object.keys(first.body).sort()).toEqual(Object.keys(second.body).sort());
  expect([first.status, first.trips, first.rows]).toEqual([second.status, second.trips, second.rows]);
  const asked = await ask(world, browser, known.address);
  const answers = [
    await guess(browser, asked.challenge, wrong(asked.code)),
    await guess(browser, "0123456789abc", asked.code),
    await guess(new Browser(world.url), asked.challenge, asked.code),
  ];
  expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
});

test("signing in always makes a new session, and the old one goes on", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const before = ana.browser.cookie("__Host-session");
  await signIn(ana.browser, ana.address);
  expect(ana.browser.cookie("__Host-session")).not.toBe(before);
  const other = new Browser(world.url);
  await signIn(other, ana.address);
  expect(ok(await other.get<{ id: string }>("/api/v1/me")).id).toBe(ana.id);
  expect((await ana.browser.get("/api/v1/me")).status).toBe(200);
});

test("the mailed link signs in where it was asked for, and asks for confirmation elsewhere", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const [here, elsewhere] = [new Browser(world.url), new Browser(world.url)];
  const token = tokenIn((await ask(world, here, ana.address)).mail);
  const asked = await elsewhere.post<SignedIn>("/api/v1/sign-in/link", { token });
  expect(asked.body.confirm).toMatch(/^a…@e….com$/);
  expect(asked.body.person).toBeUndefined();
  expect(outcome(await elsewhere.get("/api/v1/me"))).toBe("401 sign_in_needed");
  expect(ok(await elsewhere.post<SignedIn>("/api/v1/sign-in/link", { token, confirmed: true })).person).toBe(ana.id);
  expect(outcome(await here.post("/api/v1/sign-in/link", { token }))).toBe("422 wrong_code");
  const second = tokenIn((await ask(world, here, ana.address)).mail);
  expect(ok(await here.post<SignedIn>("/api/v1/sign-in/link", { token: second })).person).toBe(ana.id);
});

test("a link is dead once its code was used, and the other way", async ({ world }) => {
  const [browser, address] = [new Browser(world.url), freshAddress("gil")];
  const { challenge, mail, code } = await ask(world, browser, address);
  ok(await guess(browser, challenge, code));
  expect(outcome(await browser.post("/api/v1/sign-in/link", { token: tokenIn(mail) }))).toBe("422 wrong_code");
});

test("twenty codes a day for an address, and an allowance of its own for a browser that it knows", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const outcomes: string[] = [];
  for (let asked = 0; asked < 22; asked += 1) outcomes.push(outcome(await new Browser(world.url).post("/api/v1/sign-in", { address: ana.address })));
  expect(outcomes).toEqual([...Array.from({ length: 19 }, () => "202"), "429 too_often", "429 too_often", "429 too_often"]);
  ok(await ana.browser.post("/api/v1/sign-out"));
  expect((await signIn(ana.browser, ana.address)).person).toBe(ana.id);
  await world.setClock(24 * 60 * MINUTE);
  expect(outcome(await new Browser(world.url).post("/api/v1/sign-in", { address: ana.address }))).toBe("202");
});

test("addresses that differ in case or form are one account", async ({ world }) => {
  const ana = await signUp(world.url, "Ana", freshAddress("ana").replace("example.com", "xn--bcher-kva.example"));
  const typed = ` ${ana.address.toUpperCase().replace("XN--BCHER-KVA", "BÜCHER")} `;
  const browser = new Browser(world.url);
  const { challenge } = ok(await browser.post<Challenge>("/api/v1/sign-in", { address: typed }));
  const mail = await world.mailbox.latest(ana.address, SIGN_IN, 2);
  const answer = ok(await guess(browser, challenge, codeIn(mail)));
  expect([answer.person, answer.newcomer]).toEqual([ana.id, false]);
});

for (const [address, code] of [
  ["", "address_malformed"],
  ["ana", "address_malformed"],
  ["ana@", "address_malformed"],
  ["ana@localhost", "address_malformed"],
  ["ana@127.0.0.1", "address_malformed"],
  ["ana@0x7f.1", "address_malformed"],
  ['"a b"@example.com', "address_malformed"],
  ["a\r\nBcc: b@example.com@example.com", "address_malformed"],
  ["ána@example.com", "address_not_ascii"],
  [`${"a".repeat(65)}@example.com`, "address_malformed"],
] as const) {
  test(`the address ${JSON.stringify(address.slice(0, 30))} is refused: ${code}`, async ({ world }) => {
    const answer = await world.unchanged(() => new Browser(world.url).post<Problem>("/api/v1/sign-in", { address }));
    expect(outcome(answer)).toBe(`422 ${code}`);
    expect(answer.body.field).toBe("address");
  });
}
