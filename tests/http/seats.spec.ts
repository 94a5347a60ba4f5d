/**
 * Plans, seats and the cap: the cap refuses the seat too many and names its price to the owner alone, a reserved seat
 * becomes the taken one, and what ended gives its seat back.
 */
import { type Answer, ok, outcome, type Problem } from "../support/api";
import { INVITATION, tokenIn } from "../support/mailbox";
import { createTeam, freshAddress, type Person, signUp, signUpAll, type Team, makeCast, signIn } from "../support/people";
import { Browser } from "../support/api";
import { expect, test } from "../support/test";

const [HOUR, DAY] = [3_600_000, 86_400_000];

interface Seats {
  readonly plan: string;
  readonly cap: number;
  readonly free?: number;
  readonly taken: number;
  readonly reserved: number;
  readonly bill: { readonly baseCents: number; readonly paidSeats: number; readonly seatCents: number; readonly totalCents: number };
}

async function seats(team: Team): Promise<Seats> {
  return ok(await team.owner.browser.get<{ seats: Seats }>(`${team.path}/plan`)).seats;
}

const inUse = async (team: Team): Promise<string> => {
  const { taken, reserved } = await seats(team);
  return `${taken} taken, ${reserved} reserved`;
};

function invite(team: Team, role: string, raiseCap?: number, by: Person = team.owner, address = freshAddress("editor")): Promise<Answer<Problem & { invitation: string }>> {
  const body = { address, access: [{ role }], ...(raiseCap === undefined ? {} : { raiseCap }) };
  return by.browser.post(`${team.path}/invitations`, body);
}

async function plusTeam(url: string, cap = 0): Promise<Team> {
  const team = await createTeam(await signUp(url, "Olga"));
  await team.plan("plus", cap);
  return team;
}

test("the plans are the seed's: Start unlimited, Plus one, Pro three, eight dollars each further", async ({ world }) => {
  const team = await createTeam(await signUp(world.url, "Olga"));
  const page = ok(await team.owner.browser.get<{ seats: Seats; plans: { id: string; freeSeats?: number; seatCents: number }[]; currency: string }>(`${team.path}/plan`));
  expect(page.seats).toMatchObject({ plan: "start", cap: 0, taken: 0, reserved: 0, bill: { totalCents: 0 } });
  expect(page.plans.map((plan) => [plan.id, plan.freeSeats, plan.seatCents])).toEqual([["start", undefined, 0], ["plus", 1, 800], ["pro", 3, 800]]);
  expect(page.currency).toBe("USD");
});

test("the cap refuses the seat too many; the owner sees its price, and confirming it raises the cap in the same act", async ({ world }) => {
  const team = await plusTeam(world.url);
  expect((await invite(team, "editor")).status).toBe(201);
  const refused = await world.unchanged(() => invite(team, "editor"));
  expect(outcome(refused)).toBe("409 seats_full");
  expect(refused.body).toMatchObject({ neededCap: 1, totalCents: 800 });
  expect(outcome(await world.unchanged(() => invite(team, "editor", 0)))).toBe("409 seats_full");
  expect((await invite(team, "editor", 1)).status).toBe(201);
  expect(await seats(team)).toMatchObject({ cap: 1, taken: 0, reserved: 2, bill: { totalCents: 0 } });
  expect((await invite(team, "viewer")).status).toBe(201);
  expect((await invite(team, "approver")).status).toBe(201);
  expect(await inUse(team)).toBe("0 taken, 2 reserved");
});

test("a manager is refused with no price, and cannot raise the cap", async ({ world }) => {
  const team = await plusTeam(world.url);
  const manager = await signUp(world.url, "Mara");
  await team.add(manager, [{ role: "manager" }]);
  for (const raise of [undefined, 5]) {
    const refused = await world.unchanged(() => invite(team, "editor", raise, manager));
    expect(outcome(refused)).toBe("409 seats_full");
    expect(refused.text).not.toMatch(/cents|cap|taken|reserved/i);
  }
});

test("a pending invitation reserves its seat, and accepting turns that same one into the taken one", async ({ world }) => {
  const team = await plusTeam(world.url);
  const guest = await signUp(world.url, "Gus");
  const { invitation } = ok(await invite(team, "editor", undefined, team.owner, guest.address));
  expect(await inUse(team)).toBe("0 taken, 1 reserved");
  ok(await guest.browser.post("/api/v1/join", { team: team.id, invitation }));
  expect(await inUse(team)).toBe("1 taken, 0 reserved");
  expect(outcome(await world.unchanged(() => invite(team, "editor")))).toBe("409 seats_full");
});

test("taken back, declined or made smaller, an invitation gives its seat back at once", async ({ world }) => {
  const team = await plusTeam(world.url, 2);
  const guest = await signUp(world.url, "Gus");
  const ids = [ok(await invite(team, "editor")), ok(await invite(team, "editor", undefined, team.owner, guest.address))].map((one) => one.invitation);
  const address = freshAddress("third");
  ok(await invite(team, "editor", undefined, team.owner, address));
  expect(await inUse(team)).toBe("0 taken, 3 reserved");
  ok(await team.owner.browser.delete(`${team.path}/invitations/${ids[0]}`));
  ok(await guest.browser.post("/api/v1/join/decline", { team: team.id, invitation: ids[1] }));
  ok(await invite(team, "viewer", undefined, team.owner, address));
  expect(await inUse(team)).toBe("0 taken, 0 reserved");
});

test("an expired invitation's seat is free for the next that takes one, and it stays on the list", async ({ world }) => {
  const team = await plusTeam(world.url);
  const first = ok(await invite(team, "editor")).invitation;
  await world.setClock(7 * DAY + HOUR);
  const second = ok(await invite(team, "editor")).invitation;
  expect(await inUse(team)).toBe("0 taken, 1 reserved");
  const page = ok(await team.owner.browser.get<{ invitations: { id: string; expired: boolean }[] }>(`${team.path}/invitations`));
  expect(page.invitations.map((one) => [one.id, one.expired])).toEqual([[second, false], [first, true]]);
  expect(outcome(await world.unchanged(() => team.owner.browser.post(`${team.path}/invitations/${first}/resend`)))).toBe("409 seats_full");
});

test("the sweep frees what time has ended", async ({ world }) => {
  const team = await plusTeam(world.url, 1);
  const guest = await signUp(world.url, "Gus");
  await team.add(guest, [{ role: "editor", until: world.now + HOUR }]);
  ok(await invite(team, "editor"));
  expect(await inUse(team)).toBe("1 taken, 1 reserved");
  await world.setClock(8 * DAY);
  await world.cron();
  await expect.poll(() => inUse(team)).toBe("0 taken, 0 reserved");
  await world.mailbox.wait(guest.address, /has ended/i);
});

test("changing access takes and gives back a seat", async ({ world }) => {
  const team = await plusTeam(world.url);
  const [one, two] = (await signUpAll(world.url, ["One", "Two"])) as [Person, Person];
  await team.add(one, [{ role: "viewer" }]);
  await team.add(two, [{ role: "viewer" }]);
  const change = (person: Person, role: string, raiseCap?: number): Promise<Answer<Problem>> =>
    team.owner.browser.put(`${team.path}/members/${person.id}/access`, { edits: [{ role }], ...(raiseCap === undefined ? {} : { raiseCap }) });
  ok(await change(one, "writer"));
  const refused = await world.unchanged(() => change(two, "writer"));
  expect(refused.body).toMatchObject({ code: "seats_full", neededCap: 1, totalCents: 800 });
  ok(await change(one, "approver"));
  ok(await change(two, "writer"));
  ok(await change(one, "writer", 1));
  expect(await seats(team)).toMatchObject({ taken: 2, cap: 1, bill: { paidSeats: 1, totalCents: 800 } });
});

test("removed, a member's seat is free; restored, they need one", async ({ world }) => {
  const team = await plusTeam(world.url);
  const [one, two] = (await signUpAll(world.url, ["One", "Two"])) as [Person, Person];
  await team.add(one, [{ role: "editor" }]);
  ok(await team.owner.browser.delete(`${team.path}/members/${one.id}`));
  expect(await inUse(team)).toBe("0 taken, 0 reserved");
  await team.add(two, [{ role: "editor" }]);
  const restore = (body: unknown): Promise<Answer<unknown>> => team.owner.browser.post(`${team.path}/members/${one.id}/restore`, body);
  expect(outcome(await world.unchanged(() => restore({})))).toBe("409 seats_full");
  ok(await restore({ raiseCap: 1 }));
  expect(await inUse(team)).toBe("2 taken, 0 reserved");
});

test("a link whose seat is refused tells the joiner why, and no price; the owner is told once a day", async ({ world }) => {
  const team = await plusTeam(world.url);
  const link = await team.link({ role: "editor" });
  const [one, two, three] = (await signUpAll(world.url, ["One", "Two", "Three"])) as [Person, Person, Person];
  ok(await one.browser.post("/api/v1/join", { token: link.token }));
  for (const person of [two, three]) {
    const refused = await person.browser.post("/api/v1/join", { token: link.token });
    expect(outcome(refused)).toBe("409 seats_full");
    expect(refused.text).not.toMatch(/cents|cap/i);
  }
  expect(await world.mailbox.wait(team.owner.address, /no free seat/i)).toHaveLength(1);
  expect(await inUse(team)).toBe("1 taken, 0 reserved");
});

test("a plan or cap below what is in use is refused, naming the overage", async ({ world }) => {
  const team = await plusTeam(world.url, 3);
  for (let count = 0; count < 4; count += 1) ok(await invite(team, "editor"));
  const { browser } = team.owner;
  const refused = await world.unchanged(() => browser.put<Problem>(`${team.path}/cap`, { cap: 2 }));
  expect(outcome(refused)).toBe("409 seats_in_use");
  expect(refused.body).toMatchObject({ taken: 0, reserved: 4, limit: 3 });
  expect(outcome(await world.unchanged(() => browser.put(`${team.path}/plan`, { plan: "pro", cap: 0 })))).toBe("409 seats_in_use");
  ok(await browser.put(`${team.path}/plan`, { plan: "pro", cap: 1 }));
  ok(await browser.put(`${team.path}/plan`, { plan: "start", cap: 0 }));
  for (let count = 0; count < 3; count += 1) ok(await invite(team, "editor"));
  for (const cap of [100_001, 4_294_967_295]) expect(outcome(await world.unchanged(() => browser.put(`${team.path}/cap`, { cap })))).toBe("422 cap_too_high");
  for (const cap of [-1, 1.5, "3", null, 4_294_967_296]) expect(outcome(await world.unchanged(() => browser.put(`${team.path}/cap`, { cap })))).toBe("422 wrong_shape");
  expect(outcome(await world.unchanged(() => browser.put(`${team.path}/plan`, { plan: "gold", cap: 0 })))).toBe("422 bad_value");
});

test("whoever came by invitation proves their mailbox by a code before plan or transfer", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("heir");
  await cast.team.invite(address, [{ role: "manager" }]);
  const browser = new Browser(world.url);
  ok(await browser.post("/api/v1/join", { token: tokenIn(await world.mailbox.latest(address, INVITATION)) }));
  const { id } = ok(await browser.get<{ id: string }>("/api/v1/me"));
  ok(await cast.browsers.owner.post(`${cast.team.path}/transfer`, { to: id }));
  for (const ask of [
    () => browser.put(`${cast.team.path}/plan`, { plan: "pro", cap: 0 }),
    () => browser.put(`${cast.team.path}/cap`, { cap: 1 }),
    () => browser.post(`${cast.team.path}/transfer`, { to: cast.other.id }),
  ]) {
    expect(outcome(await world.unchanged(ask))).toBe("403 code_needed");
  }
  await signIn(browser, address);
  ok(await browser.put(`${cast.team.path}/plan`, { plan: "pro", cap: 0 }));
});
