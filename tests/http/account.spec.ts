/**
 * One's own account: sessions elsewhere, another address, and the mails one does without.
 */
import { Browser, ok, outcome } from "../support/api";
import { codeIn } from "../support/mailbox";
import { createTeam, freshAddress, signIn, signUp } from "../support/people";
import { expect, test } from "../support/test";

interface Sessions {
  readonly sessions: readonly { id: string; current: boolean; device?: string; createdAt: number }[];
}

const CONFIRM = /confirm your new address/i;
const CHANGED = /address on roster was changed/i;

test("one sees one's own sessions, ends one of them, and nobody else's", async ({ world }) => {
  const [ana, ben] = [await signUp(world.url, "Ana"), await signUp(world.url, "Ben")];
  const other = new Browser(world.url);
  await signIn(other, ana.address);
  const list = async (browser: Browser): Promise<Sessions["sessions"]> => ok(await browser.get<Sessions>("/api/v1/me/sessions")).sessions;
  const mine = await list(ana.browser);
  expect(mine.map((one) => one.current).sort()).toEqual([false, true]);
  const [theirs] = await list(ben.browser);
  const foreign = await world.unchanged(() => ana.browser.delete(`/api/v1/me/sessions/${theirs?.id ?? ""}`));
  expect(outcome(foreign)).toBe("404 not_found");
  const elsewhere = mine.find((one) => !one.current);
  ok(await ana.browser.delete(`/api/v1/me/sessions/${elsewhere?.id ?? ""}`));
  expect(outcome(await other.get("/api/v1/me"))).toBe("401 sign_in_needed");
  expect(await list(ana.browser)).toHaveLength(1);
});

test("another address is taken with its code; the old one is told, and signs in no more", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const team = await createTeam(ana);
  const moved = freshAddress("moved");
  const { challenge } = ok(await ana.browser.post<{ challenge: string }>("/api/v1/me/address", { address: moved }));
  expect(outcome(await ana.browser.post("/api/v1/me/address/code", { challenge, code: "00000000" }))).toBe("422 wrong_code");
  const code = codeIn(await world.mailbox.latest(moved, CONFIRM));
  const stranger = await signUp(world.url, "Sam");
  expect(outcome(await world.unchanged(() => stranger.browser.post("/api/v1/me/address/code", { challenge, code })))).toBe("422 wrong_code");
  expect(outcome(await world.unchanged(() => ana.browser.post("/api/v1/sign-in/code", { challenge, code })))).toBe("422 wrong_code");
  ok(await ana.browser.post("/api/v1/me/address/code", { challenge, code }));
  expect(ok(await ana.browser.get<{ address: string }>("/api/v1/me")).address).toBe(moved);
  const { members } = ok(await ana.browser.get<{ members: { address: string }[] }>(`${team.path}/members`));
  expect(members.map((one) => one.address)).toEqual([moved]);
  await world.mailbox.latest(ana.address, CHANGED);
  const again = new Browser(world.url);
  expect((await signIn(again, moved)).person).toBe(ana.id);
  expect((await signIn(new Browser(world.url), ana.address)).newcomer).toBe(true);
});

test("an invitation of a team that one is in, to one's new address, is closed; its seat is free, and its sender told", async ({ world }) => {
  const [ana, ben] = [await signUp(world.url, "Ana"), await signUp(world.url, "Ben")];
  const [team, other] = [await createTeam(ana), await createTeam(await signUp(world.url, "Olga"))];
  await team.plan("pro", 2);
  await team.add(ben, [{ role: "viewer" }]);
  const moved = freshAddress("moved");
  await team.invite(moved, [{ role: "editor" }]);
  await other.invite(moved, [{ role: "viewer" }]);
  const { challenge } = ok(await ben.browser.post<{ challenge: string }>("/api/v1/me/address", { address: moved }));
  const code = codeIn(await world.mailbox.latest(moved, CONFIRM));
  ok(await ben.browser.post("/api/v1/me/address/code", { challenge, code }));
  expect(world.database.rows("SELECT seats_reserved FROM teams WHERE id = ?", team.id)).toEqual([{ seats_reserved: 0 }]);
  const held = world.database.rows("SELECT role FROM access WHERE team = ? AND person = ?", team.id, ben.id);
  expect(held).toEqual([{ role: "viewer" }]);
  const pending = world.database.rows("SELECT team FROM invitations WHERE address = ? AND state = 'pending'", moved);
  expect(pending).toEqual([{ team: other.id }]);
  await world.mailbox.latest(ana.address, /changed nothing/i);
});

test("an address with an account answers like any other until its code is right", async ({ world }) => {
  const [ana, ben] = [await signUp(world.url, "Ana"), await signUp(world.url, "Ben")];
  const asked = async (address: string): Promise<{ challenge: string; address: string }> =>
    ok(await ana.browser.post<{ challenge: string; address: string }>("/api/v1/me/address", { address }));
  const [taken, free] = [await asked(ben.address), await asked(freshAddress("free"))];
  expect(Object.keys(taken)).toEqual(Object.keys(free));
  const wrong = { code: "00000000" };
  const say = async (one: { challenge: string }): Promise<string> => outcome(await ana.browser.post("/api/v1/me/address/code", { ...wrong, challenge: one.challenge }));
  expect([await say(taken), await say(free)]).toEqual(["422 wrong_code", "422 wrong_code"]);
  const code = codeIn(await world.mailbox.latest(ben.address, CONFIRM));
  const refused = await world.unchanged(() => ana.browser.post("/api/v1/me/address/code", { challenge: taken.challenge, code }));
  expect(outcome(refused)).toBe("409 address_taken");
});

test("a mail that is turned off is not sent, and what matters always comes", async ({ world }) => {
  const [ana, ben] = [await signUp(world.url, "Ana"), await signUp(world.url, "Ben")];
  const team = await createTeam(ana);
  await team.add(ben, [{ role: "viewer" }]);
  ok(await ana.browser.put("/api/v1/me/mails", { off: ["asks"] }));
  expect(ok(await ana.browser.get<{ mailsOff: string[] }>("/api/v1/me")).mailsOff).toEqual(["asks"]);
  expect(outcome(await world.unchanged(() => ana.browser.put("/api/v1/me/mails", { off: ["invitation"] })))).toBe("422 bad_value");
  ok(await ben.browser.post(`${team.path}/asks`, { permission: "posts.create" }));
  await world.cron();
  const states = world.database.rows("SELECT state, reason FROM outbox WHERE template = 'access_asked' AND team = ?", team.id);
  expect(states).toEqual([{ state: "failed", reason: "moot" }]);
  ok(await ana.browser.put("/api/v1/me/mails", { off: [] }));
  ok(await ben.browser.post(`${team.path}/asks`, { permission: "posts.publish" }));
  const mail = await world.mailbox.latest(ana.address, /asks for access/i);
  expect(mail.text).toContain("Turn mails like this off in Settings: ");
});
