/**
 * The list of members: whom a member sees there, and that nothing beside the list tells of those whom they do not.
 */
import { ok, outcome } from "../support/api";
import { crowd } from "../support/crowd";
import { createTeam, signUp } from "../support/people";
import { expect, test } from "../support/test";

interface Page {
  readonly members: readonly { readonly id: string; readonly name: string }[];
  readonly total?: number;
  readonly next?: string;
}

test("somebody of one project learns neither the names nor the number of those in others", async ({ world }) => {
  const [owner, narrow, hidden] = [await signUp(world.url, "Olga"), await signUp(world.url, "Nora"), await signUp(world.url, "Hidden")];
  const team = await createTeam(owner);
  const [alpha, beta] = [await team.project("Alpha"), await team.project("Beta")];
  await team.add(narrow, [{ project: alpha, role: "viewer" }]);
  await team.add(hidden, [{ project: beta, role: "viewer" }]);
  const path = `${team.path}/members`;

  const seen = ok(await narrow.browser.get<Page>(path));
  expect(seen.members.map((member) => member.name).sort()).toEqual(["Nora", "Olga"]);
  expect(seen.total).toBeUndefined();
  expect(ok(await narrow.browser.get<Page>(`${path}?search=hid`))).toEqual({ members: [] });
  expect(ok(await owner.browser.get<Page>(path)).total).toBe(3);
});

test("where the list goes on, no name is given away, and nobody asks with an id of their own", async ({ world }) => {
  const [owner, other] = [await signUp(world.url, "Olga"), await signUp(world.url, "Otto")];
  const team = await createTeam(owner);
  await crowd(world.database, team.id, 120);
  const path = `${team.path}/members`;
  const first = ok(await owner.browser.get<Page>(path));
  const next = first.next ?? "";
  expect(first.members).toHaveLength(50);
  expect(Buffer.from(next, "hex").toString().toLowerCase()).not.toContain("crowd");
  expect(next.toLowerCase()).not.toContain("crowd");
  const all = [...first.members];
  for (let after: string | undefined = next; after !== undefined; ) {
    const page: Page = ok(await owner.browser.get<Page>(`${path}?after=${after}`));
    all.push(...page.members);
    after = page.next;
  }
  expect(new Set(all.map((member) => member.id)).size).toBe(121);

  const own = next.replace(/^[^.]+/, owner.id);
  for (const forged of [own, owner.id, other.id, "x", `${next}0`]) {
    expect(outcome(await owner.browser.get(`${path}?after=${forged}`)), forged).toBe("422 bad_value");
  }
  const elsewhere = await createTeam(other);
  expect(outcome(await other.browser.get(`${elsewhere.path}/members?after=${next}`))).toBe("422 bad_value");
});

test("a project of another team is no filter: the same answer as for none", async ({ world }) => {
  const [owner, other] = [await signUp(world.url, "Olga"), await signUp(world.url, "Otto")];
  const [team, elsewhere] = [await createTeam(owner), await createTeam(other)];
  const foreign = await elsewhere.project("Theirs");
  const refused = await owner.browser.get(`${team.path}/members?project=${foreign}`);
  expect(outcome(refused)).toBe("404 not_found");
  const none = await owner.browser.get(`${team.path}/members?project=0000000000001`);
  expect(refused.text).toBe(none.text);
  const mine = await team.project("Ours");
  expect(ok(await owner.browser.get<Page>(`${team.path}/members?project=${mine}`)).members).toHaveLength(1);
});
