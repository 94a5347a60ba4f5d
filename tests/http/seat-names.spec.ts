/**
 * Who takes a seat and which invitation reserves one, by name: the owner's alone, bounded and page by page.
 */
import { ok, outcome } from "../support/api";
import { crowd } from "../support/crowd";
import { createTeam, freshAddress, makeCast, signUp } from "../support/people";
import { expect, test } from "../support/test";

interface Members {
  readonly members: readonly { readonly name: string }[];
  readonly next?: string;
}

interface Invitations {
  readonly invitations: readonly { readonly address: string }[];
}

test("the owner reads who takes a seat and what reserves one; nobody else does", async ({ world }) => {
  const { team, browsers } = await makeCast(world.url);
  const address = freshAddress("editor");
  await team.invite(address, [{ role: "editor" }]);
  const [taken, reserved] = [`${team.path}/members?seats=1`, `${team.path}/invitations?seats=1`];
  expect(ok(await browsers.owner.get<Members>(taken)).members.map((one) => one.name)).toEqual(["Paula", "Will"]);
  expect(ok(await browsers.owner.get<Invitations>(reserved)).invitations.map((one) => one.address)).toEqual([address]);
  for (const who of ["viewer", "writer", "partial"] as const) expect(outcome(await browsers[who].get(taken)), who).toBe("403 owner_only");
  expect(outcome(await browsers.partial.get(reserved))).toBe("403 owner_only");
  expect(outcome(await browsers.outsider.get(taken))).toBe("404 not_found");
});

test("of many members only those with a seat are read", async ({ world }) => {
  const team = await createTeam(await signUp(world.url, "Olga"));
  await crowd(world.database, team.id, 60_000);
  const first = await team.owner.browser.get<Members>(`${team.path}/members?seats=1`);
  expect(ok(first).members).toHaveLength(50);
  expect([first.trips, first.rows <= 160], `${first.rows} rows`).toEqual([1, true]);
  const second = ok(await team.owner.browser.get<Members>(`${team.path}/members?seats=1&after=${first.body.next}`));
  expect(second.members).toHaveLength(10);
});
