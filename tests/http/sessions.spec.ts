/**
 * Sessions: a forged cookie costs no look at the database, an ended one opens nothing, everywhere means everywhere.
 */
import { Browser, ok, outcome } from "../support/api";
import { signIn, signUp } from "../support/people";
import { expect, test } from "../support/test";

const COOKIE = "__Host-session";
const DAY = 86_400_000;

test("a forged cookie is refused without a look at the database", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const real = ana.browser.cookie(COOKIE) ?? "";
  const tampered = [
    real.replace(/.$/, (last) => (last === "A" ? "B" : "A")),
    real.replace(/^./, (first) => (first === "a" ? "b" : "a")),
    real.slice(0, -3),
    `${real}x`,
    real.split(".").reverse().join("."),
    "x",
    ".",
    "0123456789abc.AAAAAAAAAAAAAAAAAAAAAA",
    "%00",
  ];
  for (const value of tampered) {
    const browser = new Browser(world.url);
    browser.setCookie(COOKIE, value);
    const answer = await world.unchanged(() => browser.get("/api/v1/me"));
    expect(`${value}: ${outcome(answer)}`).toBe(`${value}: 401 sign_in_needed`);
    expect(answer.trips, value).toBe(0);
  }
  expect((await ana.browser.get("/api/v1/me")).trips).toBe(1);
});

test("signing out ends this session and no other", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const other = new Browser(world.url);
  await signIn(other, ana.address);
  const kept = new Browser(world.url);
  kept.setCookie(COOKIE, other.cookie(COOKIE) ?? "");
  ok(await other.post("/api/v1/sign-out"));
  expect(other.cookie(COOKIE)).toBeUndefined();
  expect(outcome(await kept.get("/api/v1/me"))).toBe("401 sign_in_needed");
  expect((await ana.browser.get("/api/v1/me")).status).toBe(200);
});

test("signed out everywhere, no copy of a cookie opens anything", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const others = [new Browser(world.url), new Browser(world.url)];
  for (const other of others) await signIn(other, ana.address);
  const kept = new Browser(world.url);
  kept.setCookie(COOKIE, ana.browser.cookie(COOKIE) ?? "");
  ok(await ana.browser.post("/api/v1/sign-out/everywhere"));
  for (const browser of [kept, ...others]) {
    expect(outcome(await world.unchanged(() => browser.get("/api/v1/me")))).toBe("401 sign_in_needed");
    expect(outcome(await world.unchanged(() => browser.post("/api/v1/teams", { name: "Mine" })))).toBe("401 sign_in_needed");
  }
});

test("a session ends after thirty days", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  await world.setClock(30 * DAY - 60_000);
  expect((await ana.browser.get("/api/v1/me")).status).toBe(200);
  await world.setClock(30 * DAY + 60_000);
  expect(outcome(await ana.browser.get("/api/v1/me"))).toBe("401 sign_in_needed");
  expect(outcome(await ana.browser.patch("/api/v1/me", { name: "Late" }))).toBe("401 sign_in_needed");
});
