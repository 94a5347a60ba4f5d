/**
 * No page asks anything of a third party: every request of every page is recorded, and what a page would ask elsewhere is
 * stopped by the content security policy.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { freshAddress } from "../support/people";
import { expectAllOwn, type Seen, watchRequests } from "../support/own";
import { Profile } from "../support/profile";
import { makeShownTeam, type ShownTeam } from "../support/shown-team";
import { test, type World } from "../support/test";

/** Every address that the router knows by itself, read from its source, so that no new page is forgotten. */
async function plainAddresses(): Promise<readonly string[]> {
  const source = await readFile(join(import.meta.dirname, "../../www/src/state/router.ts"), "utf8");
  const addresses = [...source.matchAll(/^ {2}"(\/[a-z-]*)": "/gm)].map(([, address = ""]) => address);
  expect(addresses).toEqual(expect.arrayContaining(["/", "/plan", "/history", "/settings"]));
  return addresses;
}

function addresses(team: ShownTeam, plain: readonly string[]): readonly string[] {
  const { project, post, link, editor } = team;
  return [
    ...plain,
    "/team",
    "/team?tab=invite",
    "/team?tab=roles",
    `/team?member=${editor.id}`,
    `/history?kind=invited&person=${editor.id}`,
    `/projects/${project}`,
    `/projects/${project}?tab=team`,
    `/projects/${project}?new=post`,
    `/posts/${post}`,
    `/join#${link.token}`,
    "/nowhere",
  ];
}

/** Goes there, and waits for what it loads. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto("/icon.svg");
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: /^Roster (does not answer|не отвечает)$/ })).toHaveCount(0);
  await page.waitForLoadState("networkidle");
}

async function walk(world: World, profile: Profile, addresses: readonly string[]): Promise<Seen> {
  const seen = watchRequests(profile.page, world.url);
  for (const address of addresses) await test.step(address, () => visit(profile.page, address));
  return seen;
}

test("every page, signed in and not, asks its own origin alone", async ({ browser, world }) => {
  test.setTimeout(300_000);
  const team = await makeShownTeam(world.url);
  const all = addresses(team, await plainAddresses());
  // One of them reads Russian: its texts are files of their own.
  for (const [locale, address] of [["en-US", undefined], ["ru-RU", team.owner.address]] as const) {
    const profile = await Profile.open(world, browser, address ?? freshAddress("guest"), { locale });
    if (address) await profile.enter();
    expectAllOwn(await walk(world, profile, all));
    await profile.close();
  }
});

test("what a page would ask elsewhere is stopped, by every answer's own policy", async ({ browser, world }) => {
  test.setTimeout(300_000);
  const team = await makeShownTeam(world.url);
  const profile = await Profile.open(world, browser, team.owner.address);
  await profile.enter();
  const { page } = profile;
  const asked: string[] = [];
  page.on("requestfinished", (request) => void asked.push(request.url()));
  for (const address of addresses(team, await plainAddresses())) {
    const answer = await page.goto(address);
    const policy = answer?.headers()["content-security-policy"] ?? "";
    if (answer) for (const part of ["default-src 'none'", "connect-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", "frame-ancestors 'none'"]) expect(policy, address).toContain(part);
    const stopped = await page.evaluate(async () => {
      const violated: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => violated.push(event.effectiveDirective));
      const elsewhere = "https://third.example";
      const fetched = await fetch(elsewhere).then(
        () => "answered",
        () => "stopped",
      );
      const loaded = (element: HTMLElement, where: "src" | "href"): Promise<string> =>
        new Promise((done) => {
          element.addEventListener("load", () => done("answered"));
          element.addEventListener("error", () => done("stopped"));
          element.setAttribute(where, `${elsewhere}/x`);
          document.head.append(element);
        });
      const style = Object.assign(document.createElement("link"), { rel: "stylesheet" });
      const others = await Promise.all([loaded(document.createElement("img"), "src"), loaded(document.createElement("script"), "src"), loaded(style, "href")]);
      return { said: [fetched, ...others], violated };
    });
    expect(new Set(stopped.said), address).toEqual(new Set(["stopped"]));
    expect(stopped.violated, address).toEqual(expect.arrayContaining(["connect-src", "img-src"]));
  }
  expect(asked.filter((url) => !url.startsWith(world.url))).toEqual([]);
  await profile.close();
});
