/**
 * The invite link: one address for many, until it is regenerated, turned off, used up, over, or its maker lost what it
 * gives. No way back in for who was removed.
 */
import { type Answer, Browser, ok, outcome, type Problem } from "../support/api";
import { tokenOf } from "../support/mailbox";
import { type Cast, type Link, makeCast, type Person, signUp, signUpAll, freshAddress } from "../support/people";
import { expect, test } from "../support/test";

const HOUR = 3_600_000;

interface Joined {
  readonly team: string;
  readonly newcomer: boolean;
  readonly nothingNew: boolean;
}

const join = (person: Person, token: string): Promise<Answer<Joined & Partial<Problem>>> =>
  person.browser.post<Joined & Partial<Problem>>("/api/v1/join", { token });

async function closed(browser: Browser, token: string): Promise<string | undefined> {
  const preview = ok(await browser.post<{ closed?: { code: string } }>("/api/v1/join/preview", { token }));
  return preview.closed?.code;
}

async function regenerate(cast: Cast): Promise<string> {
  return tokenOf(ok(await cast.browsers.owner.post<Link>(`${cast.team.path}/links/${cast.link.id}/regenerate`)).url);
}

test("anyone signed in comes in by it, and who is in already gets nothing new", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Gia");
  expect(outcome(await world.unchanged(() => new Browser(world.url).post("/api/v1/join", { token: cast.link.token })))).toBe("401 sign_in_needed");
  expect(ok(await join(guest, cast.link.token))).toEqual({ team: cast.team.id, newcomer: false, nothingNew: false });
  expect(ok(await join(guest, cast.link.token))).toMatchObject({ nothingNew: true });
  expect(ok(await join(cast.people.writer, cast.link.token))).toMatchObject({ nothingNew: true });
  const check = { questions: [{ permission: "posts.create" }] };
  expect(ok(await cast.browsers.writer.post(`${cast.team.path}/check`, check))).toEqual({ answers: [{ allowed: true }] });
});

test("regenerated, the old address is dead at once and the new one opens", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Gia");
  const fresh = await regenerate(cast);
  expect(outcome(await world.unchanged(() => join(guest, cast.link.token)))).toBe("410 replaced");
  expect(await closed(guest.browser, cast.link.token)).toBe("replaced");
  expect((await join(guest, fresh)).status).toBe(200);
  const links = ok(await cast.browsers.owner.get<{ links: Link[] }>(`${cast.team.path}/links`)).links;
  expect(links.map((link) => [tokenOf(link.url), link.uses])).toEqual([[fresh, 1]]);
});

test("turned off, it opens for nobody; on again, for everybody", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Gia");
  ok(await cast.browsers.owner.put(`${cast.team.path}/links`, { role: "viewer", on: false }));
  expect(outcome(await world.unchanged(() => join(guest, cast.link.token)))).toBe("410 withdrawn");
  const on = ok(await cast.browsers.owner.put<Link>(`${cast.team.path}/links`, { role: "viewer", on: true }));
  expect((await join(guest, tokenOf(on.url))).status).toBe(200);
});

test("used up, it says so; regenerated, it counts anew", async ({ world }) => {
  const cast = await makeCast(world.url);
  const [first, second] = (await signUpAll(world.url, ["Gia", "Gus"])) as [Person, Person];
  await cast.team.link({ role: "viewer", maxUses: 1 });
  ok(await join(first, cast.link.token));
  expect(outcome(await world.unchanged(() => join(second, cast.link.token)))).toBe("410 used");
  expect((await join(second, await regenerate(cast))).status).toBe(200);
});

test("its time over, it opens no more", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Gia");
  const link = await cast.team.link({ role: "viewer", expiresAt: world.now + HOUR });
  expect(await closed(guest.browser, link.token)).toBeUndefined();
  await world.setClock(HOUR + 1_000);
  expect(outcome(await world.unchanged(() => join(guest, link.token)))).toBe("410 expired");
});

test("only addresses of its domain come in", async ({ world }) => {
  const cast = await makeCast(world.url);
  const link = await cast.team.link({ role: "viewer", domain: "Bücher.example" });
  const inside = await signUp(world.url, "Ina", freshAddress("ina").replace("example.com", "xn--bcher-kva.example"));
  const lookalike = await signUp(world.url, "Lil", freshAddress("lil").replace("example.com", "evilxn--bcher-kva.example"));
  const refused = await world.unchanged(() => join(lookalike, link.token));
  expect([outcome(refused), refused.body.domain]).toEqual(["403 wrong_domain", "xn--bcher-kva.example"]);
  expect((await join(inside, link.token)).status).toBe(200);
});

test("a removed member is out and does not get back in by it, until invited or restored", async ({ world }) => {
  const cast = await makeCast(world.url);
  expect(outcome(await cast.ended.browser.get(cast.team.path + "/members"))).toBe("404 not_found");
  expect(outcome(await world.unchanged(() => join(cast.ended, cast.link.token)))).toBe("403 barred");
  expect(outcome(await join(cast.ended, await regenerate(cast)))).toBe("403 barred");
  ok(await cast.browsers.owner.post(`${cast.team.path}/members/${cast.ended.id}/restore`));
  expect((await cast.ended.browser.get(cast.team.path + "/members")).status).toBe(200);
});

test("a removed member who is invited again comes in", async ({ world }) => {
  const cast = await makeCast(world.url);
  const invitation = await cast.team.invite(cast.ended.address, [{ role: "viewer" }]);
  ok(await cast.ended.browser.post("/api/v1/join", { team: cast.team.id, invitation }));
  expect(ok(await join(cast.ended, cast.link.token))).toMatchObject({ nothingNew: true });
});

test("removal withdraws what is pending for the address", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Gus");
  await cast.team.add(guest, [{ role: "viewer" }]);
  ok(await cast.browsers.owner.delete(`${cast.team.path}/members/${guest.id}`));
  expect(ok(await guest.browser.get<{ invitations: unknown[] }>("/api/v1/me")).invitations).toEqual([]);
});

test("who left by themselves may come back by it", async ({ world }) => {
  const cast = await makeCast(world.url);
  ok(await cast.browsers.viewer.post(`${cast.team.path}/leave`));
  expect(outcome(await cast.browsers.viewer.get(`${cast.team.path}/members`))).toBe("404 not_found");
  expect(ok(await join(cast.people.viewer, cast.link.token))).toMatchObject({ nothingNew: false });
});

test("joining by link while an invitation is pending redeems that one, with its seat", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Gia");
  await cast.team.plan("plus", 2);
  const before = ok(await cast.browsers.owner.get<{ seats: { taken: number; reserved: number } }>(`${cast.team.path}/plan`)).seats;
  await cast.team.invite(guest.address, [{ role: "editor" }]);
  ok(await join(guest, cast.link.token));
  const after = ok(await cast.browsers.owner.get<{ seats: { taken: number; reserved: number } }>(`${cast.team.path}/plan`)).seats;
  expect([after.taken, after.reserved]).toEqual([before.taken + 1, before.reserved]);
  const check = { questions: [{ permission: "posts.edit" }] };
  expect(ok(await guest.browser.post(`${cast.team.path}/check`, check))).toEqual({ answers: [{ allowed: true }] });
});

for (const role of ["manager", "client", "smm_specialist"]) {
  test(`no link carries a role with a Team checkmark: ${role}`, async ({ world }) => {
    const cast = await makeCast(world.url);
    const answer = await world.unchanged(() => cast.browsers.owner.put(`${cast.team.path}/links`, { role, on: true }));
    expect(outcome(answer)).toBe("422 role_not_for_links");
  });
}

test("a link of one project lets into that project alone", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Gia");
  ok(await join(guest, (await cast.team.link({ role: "viewer", project: cast.beta })).token));
  expect((await guest.browser.get(`${cast.team.path}/projects/${cast.beta}`)).status).toBe(200);
  expect(outcome(await guest.browser.get(`${cast.team.path}/projects/${cast.alpha}`))).toBe("404 not_found");
  const projects = ok(await guest.browser.get<{ projects: { id: string }[] }>(`${cast.team.path}/projects`)).projects;
  expect(projects.map((project) => project.id)).toEqual([cast.beta]);
});

test("its maker gone, it opens no more until somebody regenerates it", async ({ world }) => {
  const cast = await makeCast(world.url);
  const [manager, guest] = (await signUpAll(world.url, ["Mara", "Gus"])) as [Person, Person];
  await cast.team.add(manager, [{ role: "manager" }]);
  const link = await cast.team.link({ role: "editor" }, manager);
  ok(await cast.browsers.owner.delete(`${cast.team.path}/members/${manager.id}`));
  expect(outcome(await world.unchanged(() => join(guest, link.token)))).toBe("410 needs_sender");
  const links = ok(await cast.browsers.owner.get<{ links: Link[] }>(`${cast.team.path}/links`)).links;
  expect(links.find((one) => one.id === link.id)).toMatchObject({ needsSender: true });
  const fresh = ok(await cast.browsers.owner.post<Link>(`${cast.team.path}/links/${link.id}/regenerate`));
  expect((await join(guest, tokenOf(fresh.url))).status).toBe(200);
});

test("nobody makes or regenerates a link that gives more than they hold", async ({ world }) => {
  const cast = await makeCast(world.url);
  const manager = await signUp(world.url, "Mara");
  await cast.team.add(manager, [{ permissions: ["posts.view", "posts.create", "team.invite"] }]);
  const theirs = await cast.team.link({ role: "editor" });
  const made = await world.unchanged(() => manager.browser.put<Problem>(`${cast.team.path}/links`, { role: "editor", on: true }));
  expect([outcome(made), made.body.missing?.permission]).toEqual(["403 not_held", "posts.edit"]);
  expect(outcome(await world.unchanged(() => manager.browser.post(`${cast.team.path}/links/${theirs.id}/regenerate`)))).toBe("403 not_held");
  expect((await manager.browser.put(`${cast.team.path}/links`, { role: "writer", on: true })).status).toBe(200);
});

test("a preview tells a stranger what they will be, and no price", async ({ world }) => {
  const cast = await makeCast(world.url);
  const preview = await world.unchanged(() => new Browser(world.url).post<{ kind: string; address?: string }>("/api/v1/join/preview", { token: cast.link.token }));
  expect(preview.body).toMatchObject({ kind: "link", team: { name: "Olga's team" }, access: [{ grant: { role: "viewer" } }] });
  expect(preview.text).not.toMatch(/cents|seat|plan/i);
});
