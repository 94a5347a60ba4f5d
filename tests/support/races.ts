/**
 * Many at once, over HTTP, each race twenty times: no interleaving breaks an invariant, and every answer is one that a
 * person can act upon.
 */
import { type Answer, ok, outcome } from "./api";
import { expectInvariants } from "./invariants";
import { tokenOf } from "./mailbox";
import { createTeam, freshAddress, type Invited, type Link, type Person, signUp, signUpAll, type Team } from "./people";
import { batches, batchesOfTheEdge, counted, expect, patiently, signUpMany, test } from "./track";

const RUNS = 20;
const runs = Array.from({ length: RUNS }, (_, run) => run);

/** Declares the races; on how many isolates, says the file that calls it. */
export function races(): void {
  test.describe.configure({ mode: "default", timeout: 300_000 });

  test("200 people join one link at once, Plus with a cap of 49: exactly 50 are in, 150 are told why", async ({ isolates, track }) => {
    const { server, url, database, at } = track;
    const people = await signUpMany(url, 200);
    const most: number[] = [];
    for (const run of runs) {
      const team = await createTeam(await signUp(url, `Olga ${run}`));
      await team.plan("plus", 49);
      const { token } = await team.link({ role: "editor" });
      const before = await batches(server);
      const answers = await Promise.all(
        people.map((person, index) => {
          const browser = at(person.browser, index);
          const ask = (key: string): Promise<Answer<unknown>> => browser.post("/api/v1/join", { token }, { key });
          return isolates === 1 ? ask(`join-${run}-${index}`) : patiently(ask);
        }),
      );
      if (isolates === 1) most.push((await batchesOfTheEdge(server, database, team)) - before);
      expect(counted(answers), `run ${run}`).toEqual({ "200": 50, "409 seats_full": 150 });
      const row = database.rows("SELECT members, seats_taken, seats_reserved FROM teams WHERE id = ?", team.id)[0];
      expect(row).toEqual({ members: 51, seats_taken: 50, seats_reserved: 0 });
      expectInvariants(database);
    }
    test.info().annotations.push({ type: "batches", description: most.join(", ") });
    if (isolates === 1) expect(Math.max(...most), `batches of each run: ${most.join(", ")}`).toBeLessThanOrEqual(40);
  });

  test("the owner hands the team to two people at once: one owns it", async ({ track }) => {
    const { url, database, at } = track;
    let [owner, ...others] = (await signUpAll(url, ["Olga", "Ana", "Ben"])) as [Person, Person, Person];
    const team = await createTeam(owner);
    for (const other of others) await team.add(other, [{ role: "viewer" }]);
    for (const run of runs) {
      const answers = await Promise.all(others.map((to, index) => patiently((key) => at(owner.browser, index + run).post(`${team.path}/transfer`, { to: to.id }, { key }))));
      const won = answers.findIndex((answer) => answer.status === 200);
      const lost = answers[1 - won];
      expect(lost && outcome(lost), `run ${run}`).toBe("403 owner_only");
      expectInvariants(database);
      const next = others[won] as Person;
      ok(await next.browser.put(`${team.path}/members/${owner.id}/access`, { edits: [{ role: "viewer" }] }));
      [owner, others] = [next, [owner, ...others.filter((other) => other !== next)] as [Person, Person]];
    }
  });

  test("the last seat goes to one: a change, a change and an invitation at once", async ({ track }) => {
    const { url, database, at } = track;
    const [owner, ana, ben] = (await signUpAll(url, ["Olga", "Ana", "Ben"])) as [Person, Person, Person];
    const team = await createTeam(owner);
    for (const other of [ana, ben]) await team.add(other, [{ role: "viewer" }]);
    await team.plan("plus", 0);
    const change = (person: Person, role: string, isolate: number) =>
      patiently((key) => at(owner.browser, isolate).put(`${team.path}/members/${person.id}/access`, { edits: [{ role }] }, { key }));
    for (const run of runs) {
      const [first, second, third] = await Promise.all([
        change(ana, "editor", run),
        change(ben, "editor", run + 1),
        patiently((key) => at(owner.browser, run).post<Invited>(`${team.path}/invitations`, { address: freshAddress("last"), access: [{ role: "editor" }] }, { key })),
      ]);
      const outcomes = [first, second, third].map((answer) => outcome(answer)).sort();
      expect(outcomes.filter((text) => text === "409 seats_full"), `run ${run}: ${outcomes.join(", ")}`).toHaveLength(2);
      expectInvariants(database);
      if (first.status === 200) ok(await change(ana, "viewer", 0));
      if (second.status === 200) ok(await change(ben, "viewer", 0));
      if (third.status === 201) ok(await owner.browser.delete(`${team.path}/invitations/${third.body.invitation}`));
    }
  });

  test("one address invited six times at once: one invitation is pending", async ({ track }) => {
    const { url, database, at } = track;
    const team = await createTeam(await signUp(url, "Olga"));
    await team.plan("plus", 100);
    for (const run of runs) {
      const address = freshAddress("six");
      const answers = await Promise.all(
        Array.from({ length: 6 }, (_, index) => patiently((key) => at(team.owner.browser, index).post<Invited>(`${team.path}/invitations`, { address, access: [{ role: index % 2 === 0 ? "editor" : "viewer" }] }, { key }))),
      );
      expect(counted(answers), `run ${run}`).toEqual({ "201": 6 });
      expect(new Set(answers.map((answer) => answer.body.invitation)).size).toBe(1);
      expect(database.number("SELECT count(*) FROM invitations WHERE team = ? AND address = ?", team.id, address)).toBe(1);
      expectInvariants(database);
    }
  });

  test("accept against withdraw: one of them happened, and the other says so", async ({ track }) => {
    const { url, database, at } = track;
    // Four of them, since one address gets five mails a day.
    const [owner, ...guests] = (await signUpAll(url, ["Olga", "Gus", "Gia", "Gil", "Gea"])) as [Person, Person, Person, Person, Person];
    const team = await createTeam(owner);
    await team.plan("plus", 0);
    for (const run of runs) {
      const guest = guests[run % guests.length] as Person;
      const invitation = await team.invite(guest.address, [{ role: "editor" }]);
      const [accepted, withdrawn] = await Promise.all([
        patiently((key) => at(guest.browser, run).post("/api/v1/join", { team: team.id, invitation }, { key })),
        patiently((key) => at(owner.browser, run + 1).delete(`${team.path}/invitations/${invitation}`, { key })),
      ]);
      const isMember = database.number("SELECT count(*) FROM members WHERE team = ? AND person = ? AND state = 'active'", team.id, guest.id) === 1;
      const pair = `${outcome(accepted)} / ${outcome(withdrawn)}`;
      if (isMember) expect(pair, `run ${run}`).toMatch(/^200 \/ (404|409|410) /);
      else expect(pair, `run ${run}`).toBe("410 withdrawn / 200");
      expectInvariants(database);
      if (isMember) ok(await owner.browser.delete(`${team.path}/members/${guest.id}`));
    }
  });

  test("regenerate against join: whoever came by the old address came before", async ({ track }) => {
    const { url, database, at } = track;
    const [owner, guest] = (await signUpAll(url, ["Olga", "Gus"])) as [Person, Person];
    const team = await createTeam(owner);
    let { id, token } = await team.link({ role: "viewer" });
    for (const run of runs) {
      const [joined, fresh] = await Promise.all([
        patiently((key) => at(guest.browser, run).post("/api/v1/join", { token }, { key })),
        patiently((key) => at(owner.browser, run + 1).post<Link>(`${team.path}/links/${id}/regenerate`, {}, { key })),
      ]);
      expect(outcome(joined), `run ${run}`).toMatch(/^(200|410 replaced)$/);
      expect(outcome(await guest.browser.post("/api/v1/join", { token }))).toBe("410 replaced");
      token = tokenOf(ok(fresh).url);
      expectInvariants(database);
      if (joined.status === 200) ok(await guest.browser.post(`${team.path}/leave`));
    }
  });

  test("everybody leaves while ownership changes hands: there is always one owner", async ({ track }) => {
    const { url, database, at } = track;
    const [owner, ana, ben] = (await signUpAll(url, ["Olga", "Ana", "Ben"])) as [Person, Person, Person];
    for (const run of runs) {
      const team: Team = await createTeam(owner, `Team ${run}`);
      // By link, since one address gets five mails a day.
      const { token } = await team.link({ role: "viewer" });
      for (const manager of [ana, ben]) {
        ok(await manager.browser.post("/api/v1/join", { token }));
        await team.change(manager, [{ role: "manager" }]);
      }
      await Promise.all([
        patiently((key) => at(owner.browser, run).post(`${team.path}/transfer`, { to: ana.id }, { key })),
        patiently((key) => at(ana.browser, run + 1).post(`${team.path}/leave`, {}, { key })),
        patiently((key) => at(ben.browser, run).delete(`${team.path}/members/${ana.id}`, { key })),
        patiently((key) => at(owner.browser, run + 1).post(`${team.path}/leave`, {}, { key })),
      ]);
      expectInvariants(database);
    }
  });
}
