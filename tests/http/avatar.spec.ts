/**
 * The picture that somebody shows of themselves: a small JPEG and nothing else comes in; it goes out to those who see the
 * person, and to nobody else; and no file stays that nobody shows.
 */
import { request } from "node:http";
import { type Answer, Browser, ok, outcome, type Problem } from "../support/api";
import { AVATAR, ownAvatar, sendAvatar, showAvatar } from "../support/avatars";
import { EXIF, jpeg, PNG } from "../support/images";
import { type Cast, createTeam, makeCast, type Person, signIn, signUp } from "../support/people";
import { expect, test } from "../support/test";

interface Shown {
  readonly id: string;
  readonly avatar?: string;
  readonly seenIn?: string;
}

const HOUR = 3_600_000;
const OTHER = Buffer.concat([AVATAR, Buffer.from("another one")]);

const at = (cast: Cast, person: Person, avatar: string, team = cast.team.path): string => `${team}/members/${person.id}/avatar/${avatar}`;

test("it stands in every list that names the person, and its file comes as it was", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner, viewer } = cast.browsers;
  const joiner = await signUp(world.url, "Jo");
  ok(await joiner.browser.post("/api/v1/join", { token: cast.link.token }));
  const [others, writers, joiners] = [await showAvatar(cast.other.browser), await showAvatar(cast.browsers.writer), await showAvatar(joiner.browser)];
  const list = async <K extends string>(browser: Browser, path: string, key: K): Promise<readonly Shown[]> =>
    ok(await browser.get<Record<K, readonly Shown[]>>(`${cast.team.path}/${path}`))[key];
  const found = (all: readonly Shown[], person: Person): Shown | undefined => all.find((one) => one.id === person.id);

  for (const browser of [owner, viewer]) expect(found(await list(browser, "members", "members"), cast.other)?.avatar).toBe(others);
  expect(found(await list(owner, "members", "members"), cast.people.owner)).not.toHaveProperty("avatar");
  expect(ok(await viewer.get<Shown>(`${cast.team.path}/members/${cast.other.id}`)).avatar).toBe(others);
  const { cards } = ok(await viewer.get<{ cards: { editors: Shown[] }[] }>(`${cast.team.path}/cards`));
  expect(cards.flatMap((card) => card.editors).filter((one) => one.id === cast.people.writer.id).map((one) => one.avatar)).toEqual([writers, writers]);
  const { open } = ok(await owner.get<{ open: { person: Shown; avatar?: string }[] }>(`${cast.team.path}/asks`));
  expect(open.find((one) => one.person.id === cast.other.id)?.avatar).toBe(others);
  expect(found(await list(owner, `links/${cast.link.id}/joiners`, "joiners"), joiner)?.avatar).toBe(joiners);

  const cookie = { cookie: `__Host-session=${viewer.cookie("__Host-session") ?? ""}` };
  const answer = await fetch(world.url + at(cast, cast.other, others), { headers: cookie });
  expect(answer.status).toBe(200);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(AVATAR));
  expect(answer.headers.get("content-type")).toBe("image/jpeg");
  expect(answer.headers.get("content-disposition")).toBe("inline");
  expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  expect(answer.headers.get("cache-control")).toBe("private, max-age=300");
  expect(Number(answer.headers.get("x-roster-round-trips"))).toBe(1);
  expect(Number(answer.headers.get("x-roster-rows-read"))).toBeLessThanOrEqual(12);
  const own = await cast.other.browser.get(`/api/v1/me/avatar/${others}`);
  expect([outcome(own), own.trips]).toEqual(["200", 1]);
});

test("what is no small square JPEG is refused and kept nowhere, and the picture before it stays", async ({ world }) => {
  const person = await signUp(world.url, "Ana");
  const before = await showAvatar(person.browser);
  const files = world.files();
  const refused: readonly [string, Uint8Array<ArrayBuffer>][] = [
    ["422 image_unknown", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ["422 image_unknown", Buffer.from("<!doctype html><script>alert(1)</script>")],
    ["422 image_unknown", PNG],
    ["422 image_unknown", AVATAR.subarray(0, 8)],
    ["422 image_unknown", Buffer.alloc(0)],
    ["422 image_differs", jpeg(128, 127)],
    ["422 image_differs", jpeg(4_000, 4_000)],
    ["422 image_has_notes", jpeg(128, 128, EXIF)],
    ["422 image_has_notes", Buffer.concat([AVATAR.subarray(0, -2), Buffer.from(EXIF), AVATAR.subarray(-2)])],
    ["422 image_unknown", AVATAR.subarray(0, -2)],
    ["413 body_too_large", Buffer.concat([AVATAR, Buffer.alloc(20 * 1024)])],
  ];
  for (const [expected, bytes] of refused) {
    expect(outcome(await world.unchanged(() => sendAvatar(person.browser, bytes)))).toBe(expected);
  }
  const foreign = await world.unchanged(() => sendAvatar(person.browser, OTHER, { origin: "https://evil.example" }));
  expect(foreign.status).toBe(403);
  expect(outcome(await world.unchanged(() => sendAvatar(new Browser(world.url))))).toBe("401 sign_in_needed");
  ok(await person.browser.post("/api/v1/sign-out"));
  await signIn(person.browser, person.address);
  expect(await ownAvatar(person.browser)).toBe(before);
  expect(world.files()).toEqual(files);
});

test("only who sees the person sees the picture, and only the one that they show now", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { other, ended, team } = cast;
  const { outsider, owner, partial } = cast.people;
  const first = await showAvatar(other.browser);
  const now = await showAvatar(other.browser, OTHER);
  expect(now).not.toBe(first);
  const theirs = await createTeam(outsider);
  const see = async (browser: Browser, path: string): Promise<string> => outcome(await world.unchanged(() => browser.get(path)));

  expect(await see(partial.browser, at(cast, other, now))).toBe("200");
  expect(await see(owner.browser, at(cast, other, first)), "the one before").toBe("404 not_found");
  expect(await see(owner.browser, at(cast, owner, now)), "somebody else's").toBe("404 not_found");
  expect(await see(new Browser(world.url), at(cast, other, now)), "signed out").toBe("401 sign_in_needed");
  for (const stranger of [outsider, ended]) {
    for (const path of [at(cast, other, now), at(cast, other, first), at(cast, outsider, now), at(cast, other, now, theirs.path)]) {
      const answer = await world.unchanged(() => stranger.browser.get(path));
      expect([outcome(answer), answer.text]).toEqual(["404 not_found", (await stranger.browser.get(`${team.path}/members/x/avatar/y`)).text]);
    }
    expect(await see(stranger.browser, `/api/v1/me/avatar/${now}`)).toBe("404 not_found");
  }

  // Two who share no project do not see each other.
  const apart = await signUp(world.url, "Apart");
  await team.add(apart, [{ project: cast.beta, role: "viewer" }]);
  const apartAvatar = await showAvatar(apart.browser);
  expect(await see(partial.browser, at(cast, apart, apartAvatar))).toBe("404 not_found");
  expect(await see(owner.browser, at(cast, apart, apartAvatar))).toBe("200");

  // From the removal on, neither sees the other.
  ok(await owner.browser.delete(`${team.path}/members/${apart.id}`));
  expect(await see(owner.browser, at(cast, apart, apartAvatar))).toBe("404 not_found");
  expect(await see(apart.browser, at(cast, other, now))).toBe("404 not_found");
  expect(await see(apart.browser, `/api/v1/me/avatar/${apartAvatar}`)).toBe("200");
});

test("a colleague's picture is seen through the team that one shares, and a pending invitation shows none", async ({ world }) => {
  const [owner, colleague, stranger] = [await signUp(world.url, "Olga"), await signUp(world.url, "Cora"), await signUp(world.url, "Sten")];
  const [old, fresh] = [await createTeam(owner, "Old"), await createTeam(owner, "Fresh")];
  await old.project("Spring");
  await old.add(colleague, [{ role: "viewer" }]);
  const [avatar, strangers] = [await showAvatar(colleague.browser), await showAvatar(stranger.browser)];
  const { colleagues } = ok(await owner.browser.get<{ colleagues: Shown[] }>(`${fresh.path}/colleagues`));
  expect(colleagues.find((one) => one.id === colleague.id)).toMatchObject({ avatar, seenIn: old.id });
  expect(outcome(await owner.browser.get(`${old.path}/members/${colleague.id}/avatar/${avatar}`))).toBe("200");
  expect(outcome(await owner.browser.get(`${fresh.path}/members/${colleague.id}/avatar/${avatar}`))).toBe("404 not_found");

  await fresh.invite(stranger.address, [{ role: "viewer" }]);
  await fresh.invite(colleague.address, [{ role: "viewer" }]);
  const pending = await owner.browser.get(`${fresh.path}/invitations`);
  expect(pending.status).toBe(200);
  for (const name of [avatar, strangers]) expect(pending.text).not.toContain(name);
  expect(outcome(await owner.browser.get(`${fresh.path}/members/${stranger.id}/avatar/${strangers}`))).toBe("404 not_found");

  // Who has left is a colleague still, and shows no picture to them any more.
  ok(await colleague.browser.post(`${old.path}/leave`));
  const after = ok(await owner.browser.get<{ colleagues: Shown[] }>(`${fresh.path}/colleagues`)).colleagues;
  expect(after.find((one) => one.id === colleague.id)).not.toHaveProperty("avatar");
});

test("what is replaced, removed, or left by a deleted account, leaves no file", async ({ world }) => {
  const person = await signUp(world.url, "Rosa");
  const { browser } = person;
  const loose = (): number => world.database.rows("SELECT id FROM loose_files").length;
  const first = await showAvatar(browser);
  expect(world.files()).toContain(first);
  await world.cron();
  expect([world.files().includes(first), loose()], "what is shown stays").toEqual([true, 0]);
  const second = await showAvatar(browser, OTHER);
  await world.cron();
  expect([world.files().includes(first), world.files().includes(second), loose()]).toEqual([false, true, 0]);

  ok(await browser.delete("/api/v1/me/avatar"));
  ok(await browser.delete("/api/v1/me/avatar"));
  expect(await ownAvatar(browser)).toBeUndefined();
  expect(outcome(await browser.get(`/api/v1/me/avatar/${second}`))).toBe("404 not_found");
  expect([world.files().includes(second), loose()], "until it is deleted, a row says that it is there").toEqual([true, 1]);
  await world.cron();
  expect([world.files().includes(second), loose()]).toEqual([false, 0]);

  const third = await showAvatar(browser);
  ok(await browser.ask("DELETE", "/api/v1/me", { address: person.address }));
  expect(world.database.rows("SELECT id FROM people WHERE avatar = ?", third)).toEqual([]);
  await world.cron();
  expect([world.files().includes(third), loose()]).toEqual([false, 0]);
});

test("a file that came, and was then not shown, is cleared away in its time", async ({ world }) => {
  const person = await signUp(world.url, "Lena");
  const before = new Set(world.files());
  await world.dev("/dev/faults", { panicOn: "Show" });
  const broken = await sendAvatar(person.browser);
  await world.dev("/dev/faults", {});
  expect(broken.status).toBe(500);
  expect(await ownAvatar(person.browser)).toBeUndefined();
  const left = world.files().filter((file) => !before.has(file));
  expect(left).toHaveLength(1);
  await world.cron();
  expect(world.files()).toContain(left[0]);
  await world.setClock(HOUR + 1_000);
  await world.cron();
  expect(world.files()).not.toContain(left[0]);
});

test("a retry under the same key shows nothing twice, and a key stands for one picture", async ({ world }) => {
  const { browser } = await signUp(world.url, "Kay");
  const send = (bytes: Uint8Array<ArrayBuffer>): Promise<Answer<unknown>> => sendAvatar(browser, bytes, { key: "once" });
  expect(outcome(await send(AVATAR))).toBe("200");
  const first = await ownAvatar(browser);
  expect(outcome(await send(AVATAR))).toBe("200");
  expect(await ownAvatar(browser)).toBe(first);
  expect(outcome(await send(OTHER))).toBe("422 key_reused");
  expect(await ownAvatar(browser)).toBe(first);
  await world.setClock(2 * HOUR);
  await world.cron();
  expect(world.files()).toContain(first);
  expect(world.database.rows("SELECT id FROM loose_files")).toEqual([]);
});

/** Sends a picture in pieces, of which no header says how many will come. */
function inPieces(browser: Browser): Promise<string> {
  const headers = { origin: browser.url, cookie: browser.cookieHeader(), "content-type": "image/jpeg" };
  return new Promise((resolve, reject) => {
    const sent = request(`${browser.url}/api/v1/me/avatar`, { method: "PUT", headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("end", () => {
        const { code } = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Problem;
        resolve(`${answer.statusCode ?? 0} ${code}`);
      });
    });
    sent.once("error", reject);
    sent.write(AVATAR);
    sent.end();
  });
}

test("a file that does not say how long it is, is asked to", async ({ world }) => {
  const { browser } = await signUp(world.url, "Ida");
  expect(await world.unchanged(() => inPieces(browser))).toBe("411 length_needed");
});

test("twenty pictures a day may come, and one more is kept nowhere", async ({ world }) => {
  const { browser, id } = await signUp(world.url, "Max");
  const other = await signUp(world.url, "Nan");
  const count = (): number => world.database.number("SELECT count FROM tallies WHERE key = ?", `pictures_by:${id}`);
  await showAvatar(browser);
  // What is refused counts as long as its file was kept, and what is no picture does not.
  await sendAvatar(browser, OTHER, { key: "once" });
  expect(outcome(await sendAvatar(browser, AVATAR, { key: "once" }))).toBe("422 key_reused");
  expect(outcome(await sendAvatar(browser, PNG))).toBe("422 image_unknown");
  expect(count()).toBe(3);
  for (let n = 3; n < 19; n += 1) ok(await sendAvatar(browser));
  // Two at once, of which one is over it.
  const both = await Promise.all([sendAvatar(browser), sendAvatar(browser, OTHER)]);
  expect(both.map(outcome).sort()).toEqual(["200", "429 too_often"]);
  const files = world.files();
  const refused = await world.unchanged(() => sendAvatar(browser) as Promise<Answer<Problem>>);
  expect(outcome(refused)).toBe("429 too_often");
  expect(refused.body.retryAt).toBeGreaterThan(world.now);
  expect(refused.body.retryAt).toBeLessThanOrEqual(world.now + 24 * HOUR);
  expect(world.files()).toEqual(files);
  expect(count()).toBe(20);

  // Others have twenty of their own; what is shown can be taken away, and tomorrow there is room again.
  ok(await sendAvatar(other.browser));
  ok(await browser.delete("/api/v1/me/avatar"));
  await world.setClock(24 * HOUR);
  await showAvatar(browser);
  await world.cron();
});
