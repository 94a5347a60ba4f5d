/**
 * The shell: what the main menu holds and for whom, three ways to the Invite tab, and cards with their editors.
 */
import { expect, type Page } from "@playwright/test";
import { manyProjects } from "../support/crowd";
import { createTeam, signUp, signUpAll } from "../support/people";
import { Profile } from "../support/profile";
import { test, type World } from "../support/test";
import type { Browser } from "@playwright/test";

async function enter(world: World, browser: Browser, address: string): Promise<Profile> {
  const profile = await Profile.open(world, browser, address);
  await profile.enter();
  return profile;
}

const entries = (page: Page): Promise<string[]> =>
  page.getByRole("navigation", { name: "Main" }).getByRole("link").evaluateAll((links) => links.map((link) => (link.textContent ?? "").trim()));

test("three ways lead to the same Invite tab, with the focus in its first field, from every page", async ({ browser, world }) => {
  const owner = await signUp(world.url, "Olga");
  const team = await createTeam(owner, "Harbour");
  const project = await team.project("Alpha");
  const post = await team.post(project, "Spring");
  const profile = await enter(world, browser, owner.address);
  const { page } = profile;
  const ways: Readonly<Record<string, () => Promise<void>>> = {
    "the main menu": () => profile.link("Invite a Teammate").click(),
    "the account menu": () => profile.choose("Account", "Team"),
    "the round plus": () => profile.link("Add teammate").click(),
  };
  for (const from of ["/", `/projects/${project}`, `/posts/${post}`, "/team?tab=invite"]) {
    for (const [name, go] of Object.entries(ways)) {
      await test.step(`${name}, from ${from}`, async () => {
        await page.goto(from);
        await expect(profile.heading(/./)).toBeVisible();
        await go();
        await expect(page).toHaveURL(/\/team\?tab=invite$/);
        await expect(page.getByRole("tab", { name: "Invite", exact: true })).toHaveAttribute("aria-selected", "true");
        await expect(page.getByLabel("Email address")).toBeFocused();
      });
    }
  }
  await profile.close();
});

test("the menu has its order, leads nowhere in vain, and lacks what is not for one", async ({ browser, world }) => {
  const [owner, viewer] = await signUpAll(world.url, ["Olga", "Vera"]);
  if (!owner || !viewer) throw new Error("two people");
  const team = await createTeam(owner, "Harbour");
  await team.project("Alpha");
  await team.add(viewer, [{ role: "viewer" }]);
  const ana = await enter(world, browser, owner.address);
  await ana.page.goto("/");
  await expect(ana.link("History")).toBeVisible();
  const order = ["Projects", "Board", "Monitoring", "Team", "Invite a Teammate", "Image Library", "Plan", "History"];
  const there = await entries(ana.page);
  expect(there).toEqual(order.filter((name) => there.includes(name)));
  expect(there).toEqual(expect.arrayContaining(["Projects", "Team", "Invite a Teammate", "Plan", "History"]));
  for (const name of there) {
    await ana.link(name).first().click();
    await expect(ana.heading(/./)).toBeVisible();
    await expect(ana.heading("Nothing here")).toHaveCount(0);
  }
  const vera = await enter(world, browser, viewer.address);
  await vera.page.goto("/");
  await expect(vera.link("Team")).toBeVisible();
  for (const name of ["Invite a Teammate", "Plan", "History", "Add teammate"]) await expect(vera.link(name)).toHaveCount(0);
  await vera.choose("Account", "Team");
  await expect(vera.page).toHaveURL(/\/team$/);
  await Promise.all([ana.close(), vera.close()]);
});

test("a card shows those who write in its project, two of one name with their addresses", async ({ browser, world }) => {
  const [owner, one, two, viewer] = await signUpAll(world.url, ["Olga", "Ben Ash", "Ben Ash", "Vera"]);
  if (!owner || !one || !two || !viewer) throw new Error("four people");
  const team = await createTeam(owner, "Harbour");
  const [alpha] = [await team.project("Alpha"), await team.project("Beta")];
  for (const person of [one, two]) await team.add(person, [{ project: alpha, role: "editor" }]);
  await team.add(viewer, [{ role: "viewer" }]);
  const ana = await enter(world, browser, owner.address);
  await ana.page.goto("/");
  const editors = (profile: Profile, project: string): Promise<string[]> => profile.page.getByRole("list", { name: `Editors of ${project}` }).getByRole("listitem").allTextContents();
  await expect(ana.page.getByRole("list", { name: "Editors of Alpha" })).toBeVisible();
  expect((await editors(ana, "Alpha")).sort()).toEqual([`Ben Ash (${one.address})`, `Ben Ash (${two.address})`, "Olga"].sort());
  expect(await editors(ana, "Beta")).toEqual(["Olga"]);
  const vera = await enter(world, browser, viewer.address);
  await vera.page.goto("/");
  await expect(vera.page.getByRole("list", { name: "Editors of Alpha" })).toBeVisible();
  expect(await editors(vera, "Alpha")).toEqual(["Ben Ash", "Ben Ash", "Olga"]);
  await Promise.all([ana.close(), vera.close()]);
});

test("many projects come as one scrolls, and are found by the beginning of their name", async ({ browser, world }) => {
  const owner = await signUp(world.url, "Olga");
  const team = await createTeam(owner, "Harbour");
  manyProjects(world.database, team.id, 60);
  const ana = await enter(world, browser, owner.address);
  await ana.page.goto("/");
  await expect(ana.link("Project 0000")).toBeVisible();
  await expect(ana.link("Project 0059")).toHaveCount(0);
  await expect(async () => {
    await ana.page.mouse.wheel(0, 4_000);
    await expect(ana.link("Project 0059")).toBeVisible({ timeout: 500 });
  }).toPass();
  await ana.page.getByLabel("Search projects").fill("project 003");
  await expect(ana.link("Project 0000")).toHaveCount(0);
  await expect(ana.link("Project 0039")).toBeVisible();
  await ana.page.getByLabel("Search projects").fill("zebra");
  await expect(ana.page.getByText('No project\'s name begins with "zebra".')).toBeVisible();
  await ana.close();
});
