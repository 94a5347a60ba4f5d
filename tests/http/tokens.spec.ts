/**
 * Derived tokens: whatever is changed in one, it is refused with no look at the database.
 */
import { Browser, outcome } from "../support/api";
import { INVITATION, tokenIn } from "../support/mailbox";
import { type Cast, freshAddress, makeCast } from "../support/people";
import { expect, test, type World } from "../support/test";

/** The parts: kind, key, team, id, counter, mac. */
function forgeries(token: string): readonly string[] {
  const parts = token.split(".");
  const other = (index: number, value: string): string => parts.map((part, at) => (at === index ? value : part)).join(".");
  const flipped = (index: number): string => other(index, (parts[index] ?? "").replace(/.$/, (last) => (last === "0" ? "1" : "0")));
  return [
    ...parts.map((_, index) => flipped(index)),
    other(0, "i"), other(0, "l"), other(0, "s"), other(0, ""),
    other(1, "2"), other(1, "0"), other(1, "-1"),
    other(4, "2"), other(4, "99999999999999999999"), other(4, "-1"), other(4, "1e0"), other(4, "01"),
    other(5, ""), other(5, "AAAAAAAAAAAAAAAAAAAAAA"), parts.slice(0, 5).join("."),
    `${token}=`, `${token}.x`, token.toUpperCase(), "", ".....", "\u0000", "ü".repeat(40), "a".repeat(4_000),
  ].filter((forged) => forged !== token);
}

async function expectForged(world: World, browser: Browser, path: string, token: string): Promise<void> {
  const answer = await browser.post(path, { token });
  expect(`${path} ${token}: ${outcome(answer)}`).toBe(`${path} ${token}: 404 bad_token`);
  expect(answer.trips, `${path} ${token}`).toBe(0);
}

async function expectAllForged(world: World, cast: Cast, token: string): Promise<void> {
  await world.unchanged(async () => {
    for (const forged of forgeries(token)) {
      for (const path of ["/api/v1/join/preview", "/api/v1/join", "/api/v1/join/decline", "/api/v1/join/ask", "/api/v1/sign-in/link"]) {
        await expectForged(world, cast.browsers.outsider, path, forged);
        await expectForged(world, cast.browsers.anonymous, path, forged);
      }
    }
  });
}

test("a forged invite link costs no look at the database", async ({ world }) => {
  const cast = await makeCast(world.url);
  await expectAllForged(world, cast, cast.link.token);
});

test("a forged invitation costs no look at the database", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("guest");
  await cast.team.invite(address, [{ role: "viewer" }]);
  await expectAllForged(world, cast, tokenIn(await world.mailbox.latest(address, INVITATION)));
});

test("a token of one kind is of no use as another", async ({ world }) => {
  const cast = await makeCast(world.url);
  const address = freshAddress("guest");
  await cast.team.invite(address, [{ role: "viewer" }]);
  const invitation = tokenIn(await world.mailbox.latest(address, INVITATION));
  for (const token of [invitation, cast.link.token]) {
    await expectForged(world, cast.browsers.anonymous, "/api/v1/sign-in/link", token);
  }
  for (const path of ["/api/v1/join/decline", "/api/v1/join/ask"]) {
    await expectForged(world, cast.browsers.outsider, path, cast.link.token);
  }
});
