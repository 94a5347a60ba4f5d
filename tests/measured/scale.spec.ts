/**
 * With 100,000 members, 1,000 pending invitations and 500 projects the first rows of each page are there about as soon as
 * in a team of 10. Both are measured in the same run, in turn, so that what else the machine does falls on both.
 */
import { expect, type Page } from "@playwright/test";
import type { Browser } from "@playwright/test";
import { crowd, manyInvitations, manyProjects, muchHistory } from "../support/crowd";
import { createTeam, signUp, signUpAll, type Team } from "../support/people";
import { Profile } from "../support/profile";
import { test, type World } from "../support/test";

/** Loads of each page in each team. */
const LOADS = 9;
const RATIO = 1.5;

/** What is a first row, by the page. */
const PAGES: Readonly<Record<string, string>> = {
  "/": "ul.cards li a",
  "/team": 'table[aria-label="Members"] tbody tr',
  "/team?tab=invite": 'table[aria-labelledby="pending-title"] tbody tr',
  "/history": ".lines li",
  "/plan": 'ul[aria-labelledby="takers"] li',
};

async function small(world: World): Promise<Team> {
  const [owner, ...others] = await signUpAll(world.url, ["Olga", "B", "C", "D", "E", "F", "G", "H", "I", "J"]);
  if (!owner) throw new Error("ten people");
  const team = await createTeam(owner, "Small");
  for (const [index, one] of others.entries()) await team.add(one, [{ role: index < 3 ? "editor" : "viewer" }]);
  for (const name of ["Alpha", "Beta", "Gamma"]) await team.project(name);
  manyInvitations(world.database, team.id, 3);
  return team;
}

async function large(world: World): Promise<Team> {
  const team = await createTeam(await signUp(world.url, "Olga"), "Large");
  await crowd(world.database, team.id, 100_000);
  manyProjects(world.database, team.id, 500);
  manyInvitations(world.database, team.id, 1_000);
  muchHistory(world.database, team.id, 10_000);
  return team;
}

async function open(world: World, browser: Browser, team: Team): Promise<Page> {
  const profile = await Profile.open(world, browser, team.owner.address);
  await profile.enter();
  // Tells when the first row is drawn, by the page's own clock.
  await profile.page.addInitScript((rows: Readonly<Record<string, string>>) => {
    const wanted = rows[location.pathname + location.search];
    if (!wanted) return;
    const look = (): void => {
      const roots = [document, ...[...document.querySelectorAll("roster-team-panel, roster-plan-table")].map((host) => host.shadowRoot)];
      if (roots.some((root) => root?.querySelector(wanted))) Object.assign(window, { firstRow: performance.now() });
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, PAGES);
  return profile.page;
}

async function load(page: Page, address: string): Promise<number> {
  await page.goto("/icon.svg");
  await page.goto(address, { waitUntil: "commit" });
  const found = await page.waitForFunction(() => (window as { firstRow?: number }).firstRow, undefined, { timeout: 60_000 });
  return (await found.jsonValue()) ?? Number.NaN;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}

test("the first rows of a team of 100,000 come as soon as those of ten", async ({ browser, world }) => {
  test.setTimeout(600_000);
  const [few, many] = [await open(world, browser, await small(world)), await open(world, browser, await large(world))];
  const printed: string[] = [];
  const ratios: Record<string, number> = {};
  for (const address of Object.keys(PAGES)) {
    // Once each beforehand: what is kept in the browser and the Worker is then kept for both.
    for (const page of [few, many]) await load(page, address);
    const times: [number[], number[]] = [[], []];
    for (let count = 0; count < LOADS; count += 1) {
      times[0].push(await load(few, address));
      times[1].push(await load(many, address));
    }
    const [one, other] = [median(times[0]), median(times[1])];
    ratios[address] = other / one;
    printed.push(`${address}: ${one.toFixed(0)} ms, at 100,000 ${other.toFixed(0)} ms, ${(other / one).toFixed(2)} times`);
  }
  test.info().annotations.push({ type: "first rows", description: printed.join("\n") });
  for (const [address, ratio] of Object.entries(ratios)) expect(ratio, `${address}\n${printed.join("\n")}`).toBeLessThanOrEqual(RATIO);
  await Promise.all([few.context().close(), many.context().close()]);
});
