/**
 * Rooms: who is there and what they do, and that access which is given or taken away reaches open pages at once,
 * and within half a minute if every message is lost.
 */
import { Browser, ok, outcome } from "../support/api";
import { READING, RoomPage } from "../support/live";
import { type Cast, makeCast, signIn, signUp } from "../support/people";
import { expect, test } from "../support/test";

const open = (cast: Cast, who: "viewer" | "writer" | "owner" | "partial", project: string | undefined = cast.alpha): Promise<RoomPage> =>
  RoomPage.open(cast.people[who].browser, cast.team.id, project);

test("those in a project see each other, each in a colour of their own, and who goes", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner, viewer, writer } = cast.people;
  const olga = await open(cast, "owner");
  expect(olga.names).toEqual([owner.name]);
  const vera = await open(cast, "viewer");
  expect(vera.names).toEqual([owner.name, viewer.name]);
  await olga.until(() => olga.people.size === 2);
  const will = await open(cast, "writer");
  await Promise.all([olga, vera].map((page) => page.until(() => page.people.size === 3)));
  expect(new Set([...olga.people.values()].map((one) => one.colour)).size).toBe(3);
  for (const page of [vera, will]) expect([...page.people.values()]).toEqual([...olga.people.values()]);
  await will.close();
  await olga.until(() => !olga.people.has(writer.id));
  expect(olga.names).toEqual([owner.name, viewer.name]);
});

test("two pages of one person are one; closing one leaves them there, and their colour stays when they come back", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { viewer } = cast.people;
  const olga = await open(cast, "owner");
  const [first, second] = [await open(cast, "viewer"), await open(cast, "viewer")];
  await olga.until(() => olga.people.has(viewer.id));
  const colour = olga.people.get(viewer.id)?.colour;
  const told = olga.heard.length;
  await first.close();
  second.say({ ...READING, post: cast.post });
  await olga.until(() => olga.people.get(viewer.id)?.doing.post === cast.post);
  expect(olga.heard.slice(told).flatMap((one) => one.gone ?? [])).toEqual([]);
  await second.close();
  await olga.until(() => !olga.people.has(viewer.id));
  await open(cast, "viewer");
  await olga.until(() => olga.people.has(viewer.id));
  expect(olga.people.get(viewer.id)?.colour).toBe(colour);
});

test("what somebody does is told to all, and how far down they are to those who follow them alone", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner, writer } = cast.people;
  const [olga, vera, will] = [await open(cast, "owner"), await open(cast, "viewer"), await open(cast, "writer")];
  will.say({ act: "editing", post: cast.post, part: "text", scroll: 10 });
  const editing = { act: "editing", post: cast.post, part: "text", scroll: 10 };
  for (const page of [olga, vera]) {
    await page.until(() => page.people.get(writer.id)?.doing.act === "editing");
    expect(page.people.get(writer.id)?.doing).toEqual(editing);
  }
  vera.say({ ...READING, following: writer.id });
  await will.until(() => will.people.get(cast.people.viewer.id)?.doing.following === writer.id);
  will.say({ ...editing, act: "editing", scroll: 500 });
  await vera.until(() => vera.heard.some((one) => one.scrolled?.scroll === 500));
  expect(vera.heard.filter((one) => one.scrolled).at(-1)?.scrolled).toEqual({ id: writer.id, scroll: 500 });
  expect(olga.heard.some((one) => one.scrolled)).toBe(false);
  expect(olga.names[0]).toBe(owner.name);
});

test("the first message has one's access; a checkmark given or taken away comes by itself", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { viewer, owner } = cast.people;
  const [vera, will] = [await open(cast, "viewer"), await open(cast, "writer")];
  const bits = (page: RoomPage): number | undefined => page.snapshot?.grants.find((grant) => grant.project == null)?.bits;
  const before = bits(vera);
  expect(vera.snapshot?.you.id).toBe(viewer.id);
  const quiet = will.heard.length;
  await cast.team.change(viewer, [{ permissions: ["posts.view", "posts.publish"] }]);
  await vera.until(() => bits(vera) !== before);
  const answer = ok(await viewer.browser.get<typeof vera.snapshot>(`${cast.team.path}/snapshot`));
  expect({ ...vera.snapshot, now: 0 }).toEqual({ ...answer, now: 0 });
  await cast.team.change(viewer, [{ permissions: ["posts.view"] }], owner);
  await vera.until(() => bits(vera) === 1);
  expect(will.heard.slice(quiet).some((one) => one.snapshot)).toBe(false);
});

test("a role that is changed reaches whoever holds it", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { viewer } = cast.people;
  const made = { name: "Press", permissions: ["posts.view", "comments.write"] };
  const { role } = ok(await cast.people.owner.browser.post<{ role: string }>(`${cast.team.path}/roles`, made));
  await cast.team.change(viewer, [{ role }]);
  const vera = await open(cast, "viewer");
  ok(await cast.people.owner.browser.patch(`${cast.team.path}/roles/${role}`, { permissions: ["posts.view"] }));
  await vera.until(() => vera.snapshot?.grants[0]?.bits === 1);
});

const WAYS_OUT: Readonly<Record<string, { readonly over: string; readonly out: (cast: Cast) => Promise<unknown> }>> = {
  "removed from the team": { over: "no_access", out: (cast) => cast.people.owner.browser.delete(`${cast.team.path}/members/${cast.people.writer.id}`) },
  "taken out of the project": {
    over: "elsewhere",
    out: (cast) => cast.people.owner.browser.put(`${cast.team.path}/members/${cast.people.writer.id}/access`, { edits: [{ project: cast.alpha, permissions: [] }] }),
  },
  "leaving the project": { over: "elsewhere", out: (cast) => cast.people.writer.browser.post(`${cast.team.path}/projects/${cast.alpha}/leave`) },
  "leaving the team": { over: "no_access", out: (cast) => cast.people.writer.browser.post(`${cast.team.path}/leave`) },
  "signing out": { over: "signed_out", out: (cast) => cast.people.writer.browser.post("/api/v1/sign-out") },
  "signing out everywhere": { over: "signed_out", out: (cast) => cast.people.writer.browser.post("/api/v1/sign-out/everywhere") },
  "deleting the account": { over: "signed_out", out: (cast) => cast.people.writer.browser.ask("DELETE", "/api/v1/me", { address: cast.people.writer.address }) },
  "the team deleted": { over: "no_access", out: (cast) => cast.people.owner.browser.ask("DELETE", cast.team.path, { name: "Olga's team" }) },
};

for (const [way, { over, out }] of Object.entries(WAYS_OUT)) {
  test(`${way} cuts the socket with a code of its own, and the others see them go`, async ({ world }) => {
    const cast = await makeCast(world.url);
    const { writer } = cast.people;
    const [will, vera] = [await open(cast, "writer"), await open(cast, "viewer")];
    const elsewhere = await RoomPage.open(writer.browser, cast.team.id);
    // Told at once, not found when everybody is looked at again: that is half a minute away.
    test.setTimeout(25_000);
    const answer = (await out(cast)) as Parameters<typeof outcome>[0];
    expect(outcome(answer), answer.text).toBe("200");
    await will.until(() => will.over !== undefined);
    expect(will.over).toBe(over);
    const staysInTeam = way.includes("project");
    if (!staysInTeam) {
      await elsewhere.until(() => elsewhere.over !== undefined);
      expect(elsewhere.over).toBe(over);
    } else {
      await elsewhere.until(() => elsewhere.heard.length > 1);
      expect(elsewhere.snapshot?.grants.find((grant) => grant.project === cast.alpha)?.bits).toBe(0);
    }
    await vera.until(() => !vera.people.has(writer.id) || vera.over !== undefined);
    expect(world.database.number("SELECT count(*) FROM present WHERE person = ? AND room = ?", writer.id, cast.alpha)).toBeLessThanOrEqual(1);
  });
}

test("a page in the pages outside of projects sees nobody, and says nothing to anybody", async ({ world }) => {
  const cast = await makeCast(world.url);
  const [olga, vera] = [await RoomPage.open(cast.people.owner.browser, cast.team.id), await RoomPage.open(cast.people.viewer.browser, cast.team.id)];
  olga.say({ act: "editing", post: cast.post, scroll: 0 });
  await cast.team.change(cast.people.viewer, [{ role: "editor" }]);
  await vera.until(() => vera.heard.length > 1);
  expect([olga.people.size, vera.people.size]).toEqual([0, 0]);
});

test("who may not be there gets the page's answer: strangers, those removed, other sites, forged sessions", async ({ world }) => {
  const cast = await makeCast(world.url);
  const stranger = await signUp(world.url, "Sid");
  const forged = new Browser(world.url);
  forged.setCookie("__Host-session", "0".repeat(60));
  const path = (team: string, project: string): string => `/api/v1/teams/${team}/live?project=${project}`;
  const asked = async (browser: Browser, at: string, origin: string | null = world.url): Promise<string> =>
    outcome(await browser.get(at, { headers: { origin: origin ?? undefined } }));
  const here = path(cast.team.id, cast.alpha);
  expect(await asked(cast.people.viewer.browser, here)).toBe("426 upgrade_needed");
  expect(await asked(stranger.browser, here)).toBe("404 not_found");
  expect(await asked(cast.ended.browser, here)).toBe("404 not_found");
  expect(await asked(cast.people.partial.browser, path(cast.team.id, cast.beta))).toBe("404 not_found");
  expect(await asked(forged, here)).toBe("401 sign_in_needed");
  expect(await asked(cast.people.viewer.browser, here, "https://evil.example")).toBe("403 foreign_origin");
  expect(await asked(cast.people.viewer.browser, here, null)).toBe("403 foreign_origin");
  const socket = RoomPage.begin(stranger.browser, cast.team.id, cast.alpha);
  await socket.until(() => socket.ended !== undefined);
  expect(socket.heard).toEqual([]);
  const site = RoomPage.begin(cast.people.viewer.browser, cast.team.id, cast.alpha, "https://evil.example");
  await site.until(() => site.ended !== undefined);
  expect(site.heard).toEqual([]);
});

test("a page cannot say who it is, and what makes no sense or is too much ends it alone", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { viewer, writer } = cast.people;
  const olga = await open(cast, "owner");
  for (const bad of ["{}", "no json", JSON.stringify({ ...READING, person: writer.id }), JSON.stringify({ ...READING, act: "owning" }), "x".repeat(2_000), JSON.stringify({ ...READING, post: "not an id" })]) {
    const vera = await open(cast, "viewer");
    vera.raw(bad);
    await vera.until(() => vera.over !== undefined);
    expect(vera.over, bad).toBe("too_much");
  }
  const flood = await open(cast, "viewer");
  for (let at = 0; at < 200; at += 1) flood.say({ act: at % 2 === 0 ? "editing" : "reading", scroll: 0 });
  await flood.until(() => flood.over !== undefined);
  expect(flood.over).toBe("too_much");
  await olga.until(() => !olga.people.has(viewer.id));
  expect(olga.ended).toBeUndefined();
  expect(olga.heard.length).toBeLessThan(100);
});

test("if every message is lost, half a minute is the longest that anything goes on", async ({ world }) => {
  test.setTimeout(90_000);
  const cast = await makeCast(world.url);
  const [will, vera] = [await open(cast, "writer"), await open(cast, "viewer")];
  await world.dev("/dev/faults", { deaf: true });
  try {
    await cast.team.change(cast.people.viewer, [{ permissions: ["posts.view", "posts.publish"] }]);
    ok(await cast.people.owner.browser.delete(`${cast.team.path}/members/${cast.people.writer.id}`));
    const began = Date.now();
    await will.until(() => will.over !== undefined);
    await vera.until(() => vera.heard.some((one) => one.snapshot?.grants[0]?.bits !== undefined && one.snapshot.grants[0].bits > 1));
    expect(will.over).toBe("no_access");
    expect(Date.now() - began).toBeLessThan(32_000);
  } finally {
    await world.dev("/dev/faults", {});
  }
});

test("who signs in again elsewhere stays, and one session's end closes its own pages alone", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { viewer } = cast.people;
  const other = new Browser(world.url);
  await signIn(other, viewer.address);
  const [here, there] = [await open(cast, "viewer"), await RoomPage.open(other, cast.team.id, cast.alpha)];
  ok(await other.post("/api/v1/sign-out"));
  await there.until(() => there.over !== undefined);
  expect(there.over).toBe("signed_out");
  here.say({ ...READING, post: cast.post });
  const olga = await open(cast, "owner");
  expect(olga.people.get(viewer.id)?.doing.post).toBe(cast.post);
});

test("who fell silent is gone for the others, though nobody saw them go", async ({ world }) => {
  test.setTimeout(90_000);
  const cast = await makeCast(world.url);
  const [olga, vera] = [await open(cast, "owner"), await open(cast, "viewer")];
  await olga.until(() => olga.people.size === 2);
  vera.beat();
  // An answer to what it said after: the beat was heard before.
  vera.say({ ...READING, post: cast.post });
  await olga.until(() => olga.people.get(cast.people.viewer.id)?.doing.post === cast.post);
  await world.setClock(120_000);
  await olga.until(() => olga.people.size === 1);
  expect(olga.names).toEqual([cast.people.owner.name]);
  await vera.until(() => vera.over !== undefined);
  expect(vera.over).toBe("try_later");
});

test("one person has fifty pages in a room, and no more", async ({ world }) => {
  const cast = await makeCast(world.url);
  const pages = await Promise.all(Array.from({ length: 50 }, () => open(cast, "viewer")));
  const refused = RoomPage.begin(cast.people.viewer.browser, cast.team.id, cast.alpha);
  await refused.until(() => refused.ended !== undefined);
  expect(refused.heard).toEqual([]);
  const olga = await open(cast, "owner");
  expect(olga.people.size).toBe(2);
  await pages[0]?.close();
  await open(cast, "viewer");
});
