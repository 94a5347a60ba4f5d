/**
 * An invitation's life: sent, changed, sent again, accepted, declined, taken back, expired, orphaned. What opened
 * once never opens again, for nobody but the one it was for.
 */
import { Browser, ok, outcome, type Problem } from "../support/api";
import { INVITATION, type Mail, tokenIn } from "../support/mailbox";
import { type Cast, freshAddress, type Invited, makeCast, type Placed, signIn, signUp, signUpAll, createTeam } from "../support/people";
import { expect, test, type World } from "../support/test";

const [MINUTE, DAY] = [60_000, 86_400_000];

interface Preview {
  readonly kind: string;
  readonly team: { readonly name: string };
  readonly inviter: string;
  readonly address?: string;
  readonly access: readonly { readonly grant: Placed }[];
  readonly you?: { readonly address: string };
  readonly closed?: { readonly code: string; readonly askAgain: boolean };
}

interface Joined {
  readonly team: string;
  readonly newcomer: boolean;
  readonly nothingNew: boolean;
}

interface Listed {
  readonly id: string;
  readonly address: string;
  readonly access: readonly Placed[];
  readonly expiresAt: number;
  readonly expired: boolean;
  readonly needsSender: boolean;
  readonly mailAt?: number;
  readonly undelivered: boolean;
  readonly sentBy: { readonly name: string };
}

const mailed = (world: World, address: string, count = 1): Promise<Mail> => world.mailbox.latest(address, INVITATION, count);
const join = (browser: Browser, token: string) => browser.post<Joined & Partial<Problem>>("/api/v1/join", { token });
const preview = async (browser: Browser, token: string): Promise<Preview> => ok(await browser.post<Preview>("/api/v1/join/preview", { token }));

async function listed(cast: Cast, id: string): Promise<Listed | undefined> {
  const page = ok(await cast.browsers.owner.get<{ invitations: Listed[] }>(`${cast.team.path}/invitations`));
  return page.invitations.find((invitation) => invitation.id === id);
}

test("following the mail makes the account and signs in, with no second verification", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("gina");
  await cast.team.invite(address, [{ role: "editor" }]);
  const [browser, token] = [new Browser(world.url), tokenIn(await mailed(world, address))];
  const seen = await world.unchanged(() => preview(browser, token));
  expect(seen).toMatchObject({ kind: "invitation", inviter: "Olga", access: [{ grant: { role: "editor" } }] });
  expect(seen.address).toMatch(/^g…@e….com$/);
  expect(ok(await join(browser, token))).toEqual({ team: cast.team.id, newcomer: true, nothingNew: false });
  const me = ok(await browser.get<{ address: string; codeNeeded: boolean }>("/api/v1/me"));
  expect(me).toMatchObject({ address, codeNeeded: true });
  expect(outcome(await join(browser, token))).toBe("410 used");
  expect(outcome(await join(new Browser(world.url), token))).toMatch(/^(410 used|401 sign_in_as)$/);
});

test("an address with an account is asked to sign in, and finds the invitation there", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Gus");
  await cast.team.invite(guest.address, [{ role: "viewer" }]);
  const token = tokenIn(await mailed(world, guest.address));
  const stranger = new Browser(world.url);
  const refused = await world.unchanged(() => join(stranger, token));
  expect(outcome(refused)).toBe("401 sign_in_as");
  expect(refused.body.address).toMatch(/^g…@e….com$/);
  await signIn(stranger, guest.address);
  const me = ok(await stranger.get<{ invitations: { team: { id: string } }[] }>("/api/v1/me"));
  expect(me.invitations.map((invitation) => invitation.team.id)).toEqual([cast.team.id]);
  expect(ok(await join(stranger, token))).toMatchObject({ newcomer: false, nothingNew: false });
});

test("a wrong login is told for whom it is, and the invitation is not used up", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Hana");
  await cast.team.invite(guest.address, [{ role: "viewer" }]);
  const token = tokenIn(await mailed(world, guest.address));
  const refused = await world.unchanged(() => join(cast.browsers.outsider, token));
  expect(outcome(refused)).toBe("403 wrong_person");
  expect(refused.body.address).toMatch(/^h…@e….com$/);
  expect(refused.text).not.toContain(guest.address);
  const seen = await preview(cast.browsers.outsider, token);
  expect(seen.closed?.code).toBe("wrong_person");
  expect(seen.you?.address).toBe(cast.people.outsider.address);
  expect(ok(await join(guest.browser, token)).nothingNew).toBe(false);
});

test("looking consumes nothing, however often", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("scan");
  await cast.team.invite(address, [{ role: "viewer" }]);
  const token = tokenIn(await mailed(world, address));
  await world.unchanged(async () => {
    for (let looks = 0; looks < 5; looks += 1) expect((await preview(new Browser(world.url), token)).closed).toBeUndefined();
  });
  expect((await join(new Browser(world.url), token)).status).toBe(200);
});

test("sending again kills the old mail", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("iris");
  const invitation = await cast.team.invite(address, [{ role: "viewer" }]);
  const old = tokenIn(await mailed(world, address));
  await world.setClock(2 * MINUTE);
  ok(await cast.browsers.owner.post(`${cast.team.path}/invitations/${invitation}/resend`));
  const fresh = tokenIn(await mailed(world, address, 2));
  expect(fresh).not.toBe(old);
  expect(outcome(await world.unchanged(() => join(new Browser(world.url), old)))).toBe("410 replaced");
  expect((await preview(new Browser(world.url), old)).closed?.code).toBe("replaced");
  expect((await join(new Browser(world.url), fresh)).status).toBe(200);
});

test("taken back, it opens no more and is off the list", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("jan");
  const invitation = await cast.team.invite(address, [{ role: "viewer" }]);
  const token = tokenIn(await mailed(world, address));
  ok(await cast.browsers.owner.delete(`${cast.team.path}/invitations/${invitation}`));
  expect(outcome(await world.unchanged(() => join(new Browser(world.url), token)))).toBe("410 withdrawn");
  expect(await listed(cast, invitation)).toBeUndefined();
});

test("it lives seven days, stays listed as expired, and can be sent again", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("kim");
  const invitation = await cast.team.invite(address, [{ role: "viewer" }]);
  const token = tokenIn(await mailed(world, address));
  await world.setClock(7 * DAY + MINUTE);
  expect(outcome(await world.unchanged(() => join(new Browser(world.url), token)))).toBe("410 expired");
  expect((await preview(new Browser(world.url), token)).closed).toEqual({ code: "expired", askAgain: true });
  expect(await listed(cast, invitation)).toMatchObject({ expired: true });
  ok(await cast.browsers.owner.post(`${cast.team.path}/invitations/${invitation}/resend`));
  expect(await listed(cast, invitation)).toMatchObject({ expired: false });
  expect((await join(new Browser(world.url), tokenIn(await mailed(world, address, 2)))).status).toBe(200);
});

test("declined, that team cannot invite the address for thirty days, unless the person asks", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Lea");
  const invitation = await cast.team.invite(guest.address, [{ role: "viewer" }]);
  const token = tokenIn(await mailed(world, guest.address));
  expect(outcome(await world.unchanged(() => cast.browsers.outsider.post("/api/v1/join/decline", { token })))).toBe("403 wrong_person");
  ok(await guest.browser.post("/api/v1/join/decline", { token }));
  await world.mailbox.wait(cast.people.owner.address, /declined/i);
  expect((await join(guest.browser, token)).status).toBeGreaterThanOrEqual(400);
  const again = (): Promise<{ status: number; body: Partial<Problem> }> =>
    cast.browsers.owner.post<Partial<Problem>>(`${cast.team.path}/invitations`, { address: guest.address, access: [{ role: "viewer" }] });
  const refused = await world.unchanged(again);
  expect([refused.status, refused.body.code]).toEqual([409, "declined"]);
  expect(refused.body.retryAt).toBeGreaterThan(world.now + 29 * DAY);
  const elsewhere = await createTeam(cast.people.outsider);
  await elsewhere.invite(guest.address, [{ role: "viewer" }]);
  await world.setClock(30 * DAY - 10 * MINUTE);
  await signIn(cast.browsers.owner, cast.people.owner.address);
  expect((await again()).status).toBe(409);
  await world.setClock(30 * DAY + 10 * MINUTE);
  expect((await again()).status).toBe(201);
  expect(await listed(cast, invitation)).toBeUndefined();
});

test("who declined may ask for a new one", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Lou");
  await cast.team.invite(guest.address, [{ role: "viewer" }]);
  const token = tokenIn(await mailed(world, guest.address));
  ok(await guest.browser.post("/api/v1/join/decline", { token }));
  const looked = ok(await guest.browser.post<{ closed: { code: string; askAgain: boolean } }>("/api/v1/join/preview", { token }));
  expect(looked.closed).toEqual({ code: "declined", askAgain: true });
  ok(await guest.browser.post("/api/v1/join/ask", { token }));
  await world.mailbox.wait(cast.people.owner.address, /asks/i);
  expect(outcome(await world.unchanged(() => guest.browser.post("/api/v1/join/ask", { token })))).toBe("429 too_often");
  expect((await cast.browsers.owner.post(`${cast.team.path}/invitations`, { address: guest.address, access: [{ role: "viewer" }] })).status).toBe(201);
});

test("asked for once a day, with the token of a mail that opens no more", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("mia");
  await cast.team.invite(address, [{ role: "viewer" }]);
  const token = tokenIn(await mailed(world, address));
  await world.setClock(8 * DAY);
  ok(await new Browser(world.url).post("/api/v1/join/ask", { token }));
  await world.mailbox.wait(cast.people.owner.address, /asks/i);
  expect(outcome(await world.unchanged(() => new Browser(world.url).post("/api/v1/join/ask", { token })))).toBe("429 too_often");
  await world.setClock(9 * DAY + MINUTE);
  ok(await new Browser(world.url).post("/api/v1/join/ask", { token }));
});

test("inviting an address again changes the one that is pending, however it is written", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("nora").replace("example.com", "xn--bcher-kva.example");
  const first = await cast.team.invite(address, [{ role: "viewer" }]);
  const odd = address.toUpperCase().replace("XN--BCHER-KVA", "Bücher");
  const second = ok(await cast.browsers.owner.post<Invited>(`${cast.team.path}/invitations`, { address: odd, access: [{ role: "approver" }] }));
  expect(second.invitation).toBe(first);
  expect(await listed(cast, first)).toMatchObject({ address, access: [{ role: "approver" }] });
});

test("somebody in the team is added at once, and told", async ({ world }) => {
  const cast = await makeCast(world.url);
  const answer = ok(await cast.browsers.owner.post<Invited>(`${cast.team.path}/invitations`, {
    address: cast.people.partial.address,
    access: [{ project: cast.beta, role: "viewer" }],
  }));
  expect(answer).toMatchObject({ included: cast.people.partial.id });
  expect((await cast.browsers.partial.get(`${cast.team.path}/projects/${cast.beta}`)).status).toBe(200);
  await world.mailbox.wait(cast.people.partial.address, /you are in/i);
});

test("accepting never lowers what one has", async ({ world }) => {
  const cast = await makeCast(world.url);
  const answer = await cast.browsers.owner.post(`${cast.team.path}/invitations`, { address: cast.people.writer.address, access: [{ role: "viewer" }] });
  expect(outcome(answer)).toBe("409 already_member");
  expect(ok(await cast.browsers.writer.post<{ answers: { allowed: boolean }[] }>(`${cast.team.path}/check`, { questions: [{ permission: "posts.create" }] })).answers).toEqual([{ allowed: true }]);
});

test("an invitation whose sender was removed needs a new sender, and stays so", async ({ world }) => {
  const cast = await makeCast(world.url);
  const [manager, guest] = (await signUpAll(world.url, ["Mara", "Nils"])) as [typeof cast.other, typeof cast.other];
  await cast.team.add(manager, [{ role: "manager" }]);
  const invitation = await cast.team.invite(guest.address, [{ role: "editor" }], manager);
  const token = tokenIn(await mailed(world, guest.address));
  ok(await cast.browsers.owner.delete(`${cast.team.path}/members/${manager.id}`));
  expect(outcome(await world.unchanged(() => join(guest.browser, token)))).toBe("410 needs_sender");
  expect(await listed(cast, invitation)).toMatchObject({ needsSender: true });
  ok(await cast.browsers.owner.post(`${cast.team.path}/members/${manager.id}/restore`));
  expect(outcome(await world.unchanged(() => join(guest.browser, token)))).toBe("410 needs_sender");
  await world.setClock(2 * MINUTE);
  ok(await cast.browsers.owner.post(`${cast.team.path}/invitations/${invitation}/resend`));
  expect(await listed(cast, invitation)).toMatchObject({ needsSender: false, sentBy: { name: "Olga" } });
  expect((await join(guest.browser, tokenIn(await mailed(world, guest.address, 2)))).status).toBe(200);
});

test("a sender who lost a checkmark can no longer give it", async ({ world }) => {
  const cast = await makeCast(world.url);
  const [manager, guest] = (await signUpAll(world.url, ["Mara", "Nils"])) as [typeof cast.other, typeof cast.other];
  await cast.team.add(manager, [{ role: "manager" }]);
  const invitation = await cast.team.invite(guest.address, [{ role: "manager" }], manager);
  await cast.team.change(manager, [{ role: "smm_specialist" }]);
  expect(outcome(await join(guest.browser, tokenIn(await mailed(world, guest.address))))).toBe("410 needs_sender");
  const refused = await world.unchanged(() => manager.browser.post<Problem>(`${cast.team.path}/invitations/${invitation}/resend`));
  expect([outcome(refused), refused.body.missing?.permission]).toEqual(["403 not_held", "posts.publish"]);
});

test("what the owner sent survives a transfer", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Nils");
  await cast.team.invite(guest.address, [{ role: "manager" }]);
  ok(await cast.browsers.owner.post(`${cast.team.path}/transfer`, { to: cast.other.id }));
  expect((await join(guest.browser, tokenIn(await mailed(world, guest.address)))).status).toBe(200);
});

test("too many mails to one address wait, and the row says until when", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("olaf");
  const invite = async (): Promise<Invited> =>
    ok(await cast.browsers.owner.post<Invited>(`${cast.team.path}/invitations`, { address, access: [{ role: "viewer" }] }));
  const { invitation = "" } = await invite();
  await mailed(world, address);
  const resend = (): Promise<Invited> => cast.browsers.owner.post<Invited>(`${cast.team.path}/invitations/${invitation}/resend`).then(ok);
  const soon = await resend();
  expect(soon.mailAt).toBeGreaterThan(world.now);
  expect(soon.mailAt).toBeLessThanOrEqual(world.now + MINUTE);
  expect(await listed(cast, invitation)).toMatchObject({ mailAt: soon.mailAt });
  expect(await world.mailbox.all(address)).toHaveLength(1);
  await world.setClock(MINUTE + 1_000);
  await world.cron();
  await mailed(world, address, 2);
  for (let mails = 3; mails <= 5; mails += 1) {
    await world.setClock(mails * 2 * MINUTE);
    await resend();
    await mailed(world, address, mails);
  }
  await world.setClock(20 * MINUTE);
  const sixth = await resend();
  expect(sixth.mailAt).toBeGreaterThan(world.now + MINUTE);
  expect(await listed(cast, invitation)).toMatchObject({ mailAt: sixth.mailAt });
  expect(await world.mailbox.all(address)).toHaveLength(5);
});

test("a pending row shows nothing of the account behind the address", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Registered Rita");
  const known = await cast.browsers.owner.post<Invited>(`${cast.team.path}/invitations`, { address: guest.address, access: [{ role: "viewer" }] });
  const unknown = await cast.browsers.owner.post<Invited>(`${cast.team.path}/invitations`, { address: freshAddress("rita"), access: [{ role: "viewer" }] });
  expect(Object.keys(known.body).sort()).toEqual(Object.keys(unknown.body).sort());
  const page = await cast.browsers.owner.get<{ invitations: Listed[] }>(`${cast.team.path}/invitations`);
  expect(page.text).not.toContain("Registered");
  const row = (id?: string): string[] => Object.keys(page.body.invitations.find((one) => one.id === id) ?? {}).sort();
  expect(row(known.body.invitation)).toEqual(row(unknown.body.invitation));
  const mails = await Promise.all([mailed(world, guest.address), mailed(world, page.body.invitations[0]?.address ?? "")]);
  expect(mails[0].subject).toBe(mails[1].subject);
});

test("from the list after sign-in, only one's own can be accepted", async ({ world }) => {
  const cast = await makeCast(world.url);
  const guest = await signUp(world.url, "Pia");
  const invitation = await cast.team.invite(guest.address, [{ role: "viewer" }]);
  const body = { team: cast.team.id, invitation };
  const refused = await world.unchanged(() => cast.browsers.outsider.post("/api/v1/join", body));
  const nothing = await cast.browsers.outsider.post("/api/v1/join", { ...body, invitation: "0123456789abc" });
  expect([refused.status, refused.text]).toEqual([nothing.status, nothing.text]);
  expect(outcome(refused)).toBe("404 not_found");
  expect((await guest.browser.post("/api/v1/join", body)).status).toBe(200);
});
