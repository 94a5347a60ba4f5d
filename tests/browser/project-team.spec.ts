/**
 * The Team section inside a project: its people, those of the team who are added at once, and who goes: removed or by
 * themselves, with what that means said before.
 */
import { expect } from "@playwright/test";
import { ok } from "../support/api";
import { createTeam, type Person, signUpAll, type Team } from "../support/people";
import { Profile } from "../support/profile";
import { test, type World } from "../support/test";
import type { Browser } from "@playwright/test";

interface Harbour {
  readonly team: Team;
  readonly alpha: string;
  readonly beta: string;
  readonly people: readonly [Person, Person, Person, Person];
}

/** Olga owns; Ben is in Alpha only, Cid in Beta only, Dora everywhere. */
async function harbour(world: World): Promise<Harbour> {
  const people = (await signUpAll(world.url, ["Olga", "Ben", "Cid", "Dora"])) as [Person, Person, Person, Person];
  const [owner, ben, cid, dora] = people;
  const team = await createTeam(owner, "Harbour");
  const [alpha, beta] = [await team.project("Alpha"), await team.project("Beta")];
  await team.add(ben, [{ project: alpha, role: "editor" }]);
  await team.add(cid, [{ project: beta, role: "viewer" }]);
  await team.add(dora, [{ role: "viewer" }]);
  return { team, alpha, beta, people };
}

async function enter(world: World, browser: Browser, person: Person): Promise<Profile> {
  const profile = await Profile.open(world, browser, person.address);
  await profile.enter();
  return profile;
}

test("a project shows its people with their access there, and takes in others of the team at once", async ({ browser, world }) => {
  const { alpha, people } = await harbour(world);
  const [owner, ben, cid, dora] = people;
  const ana = await enter(world, browser, owner);
  await ana.page.goto(`/projects/${alpha}`);
  await ana.page.getByRole("tab", { name: "Team", exact: true }).click();
  await expect(ana.page).toHaveURL(/tab=team/);
  await expect(ana.member("Ben")).toContainText("Editor");
  await expect(ana.member("Dora")).toContainText("Viewer, as in the whole team");
  await expect(ana.member("Cid")).toHaveCount(0);
  expect((await cid.browser.get(`/api/v1/teams/${(await ana.team("Harbour")).split("/").at(-1)}/projects/${alpha}`)).status).toBe(404);

  await ana.button("Add to project").click();
  const dialog = ana.dialog("Add to project");
  await expect(dialog.getByRole("checkbox", { name: "Cid" })).toBeVisible();
  for (const there of [ben, dora, owner]) await expect(dialog.getByRole("checkbox", { name: there.name })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog.getByText("Tick at least one person.")).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Cid" }).check();
  await dialog.getByLabel("Role in the project").selectOption({ label: "Writer" });
  await expect(dialog.getByRole("region", { name: "Price" }).or(dialog.getByRole("status", { name: "Price" }))).toContainText("No extra cost");
  await dialog.getByRole("button", { name: "Add 1 person" }).click();
  await expect(dialog).toBeHidden();
  await expect(ana.member("Cid")).toContainText("Writer");
  const team = await ana.team("Harbour");
  ok(await cid.browser.post(`/api/v1${team}/projects/${alpha}/posts`, { title: "Mine", text: "" }));

  await ana.button("Undo").click();
  await expect(ana.member("Cid")).toHaveCount(0);
  expect((await cid.browser.get(`/api/v1${team}/projects/${alpha}`)).status).toBe(404);
  await ana.close();
});

test("whoever is removed from a project is out of it at once, and comes back by Undo as before", async ({ browser, world }) => {
  const { team, alpha, beta, people } = await harbour(world);
  const [owner, ben, , dora] = people;
  const ana = await enter(world, browser, owner);
  await ana.page.goto(`/projects/${alpha}?tab=team`);
  await ana.choose("More actions for Dora", "Remove from project");
  await expect(ana.dialog("Remove Dora from Alpha?")).toContainText("Dora stays in the team");
  await ana.confirm("Remove Dora from Alpha?", "Remove from project");
  await expect(ana.member("Dora")).toHaveCount(0);
  expect((await dora.browser.get(`${team.path}/projects/${alpha}`)).status).toBe(404);
  expect((await dora.browser.get(`${team.path}/projects/${beta}`)).status).toBe(200);
  await ana.button("Undo").click();
  await expect(ana.member("Dora")).toContainText("Viewer, as in the whole team");
  expect((await dora.browser.get(`${team.path}/projects/${alpha}`)).status).toBe(200);

  await ana.choose("More actions for Ben", "Remove from project");
  await expect(ana.dialog("Remove Ben from Alpha?")).toContainText("the only project of Ben, so Ben leaves the team with it");
  await ana.confirm("Remove Ben from Alpha?", "Remove from project");
  await expect(ana.member("Ben")).toHaveCount(0);
  expect((await ben.browser.get(`${team.path}/projects`)).status).toBe(404);
  await ana.button("Undo").last().click();
  await expect(ana.member("Ben")).toContainText("Editor");
  ok(await ben.browser.post(`${team.path}/projects/${alpha}/posts`, { title: "Back", text: "" }));
  await ana.close();
});

test("one leaves a project, and with the last of them the team; the dialog says which", async ({ browser, world }) => {
  const { team, alpha, people } = await harbour(world);
  const [, ben, , dora] = people;
  const [one, other] = [await enter(world, browser, dora), await enter(world, browser, ben)];
  await one.page.goto(`/projects/${alpha}?tab=team`);
  await expect(one.member("Ben")).toBeVisible();
  await expect(one.button("Add to project")).toHaveAttribute("aria-disabled", "true");
  expect((await dora.browser.put(`${team.path}/members/${ben.id}/access`, { edits: [{ project: alpha, role: "viewer" }] })).status).toBe(403);
  await one.choose("More actions for Dora", "Leave project");
  await expect(one.dialog("Leave Alpha?")).toContainText("stay in Harbour");
  await one.confirm("Leave Alpha?", "Leave project");
  await expect(one.link("Beta")).toBeVisible();
  await expect(one.link("Alpha")).toHaveCount(0);
  expect((await dora.browser.get(`${team.path}/projects/${alpha}`)).status).toBe(404);

  await other.page.goto(`/projects/${alpha}`);
  await other.choose("More actions for Alpha", "Leave project");
  await expect(other.dialog("Leave Alpha?")).toContainText("the only project you have in Harbour");
  await other.confirm("Leave Alpha?", "Leave project and team");
  await expect(other.heading("Make your first team")).toBeVisible();
  expect((await ben.browser.get(`${team.path}/projects`)).status).toBe(404);
  await Promise.all([one.close(), other.close()]);
});
