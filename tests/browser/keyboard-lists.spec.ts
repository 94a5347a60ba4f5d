/**
 * Long lists, colleagues and one's picture by keyboard alone: what is read on goes on at the first new row, what is picked
 * keeps the focus at its field, and what vanishes gives it to what stands in its place.
 */
import { expect } from "@playwright/test";
import { crowd, muchHistory } from "../support/crowd";
import { Keys } from "../support/keys";
import { photo } from "../support/photo";
import { createTeam, signUp } from "../support/people";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

test("members are searched and read on by keyboard alone", async ({ browser, world }) => {
  const owner = await signUp(world.url, "Ada");
  const team = await createTeam(owner, "Crowded");
  await crowd(world.database, team.id, 60);
  const ada = await Profile.open(world, browser, owner.address);
  const keys = new Keys(ada.page);
  await ada.enter();
  await ada.page.goto("/team");
  const rows = ada.page.getByRole("table", { name: "Members" }).getByRole("row");
  const more = ada.button("Show more");
  const pencil = (index: number): string => `Edit access of Crowd ${String(index).padStart(6, "0")}`;

  await test.step("the next page begins under one's hands, and it is the last one", async () => {
    await expect(rows).toHaveCount(51);
    // From the beginning of the page, backwards: to its end.
    await keys.to(more, "Shift+Tab");
    await keys.press("Enter");
    await expect(ada.button(pencil(49))).toBeFocused();
    await expect(rows).toHaveCount(62);
    await expect(more).toHaveCount(0);
  });

  await test.step("what is searched for comes page by page as well, and the field keeps the focus", async () => {
    const search = ada.page.getByRole("searchbox", { name: "Search members" });
    await keys.to(search);
    await keys.type("crowd 0000");
    await expect(rows).toHaveCount(51);
    await expect(ada.button(pencil(49))).toBeVisible();
    await expect(search).toBeFocused();
    await keys.to(more, "Shift+Tab");
    await keys.press("Enter");
    await expect(ada.button(pencil(50))).toBeFocused();
    await keys.to(search);
    await keys.press("ControlOrMeta+a");
    await keys.type("nobody at all");
    await expect(rows).toHaveCount(0);
    await expect(search).toBeFocused();
    await keys.press("ControlOrMeta+a", "Delete");
    await expect(rows).toHaveCount(51);
  });
  await ada.close();
});

test("history is filtered by person and kind, read on, and restored from by keyboard alone", async ({ browser, world }) => {
  const { owner, editor, writer, team } = await makeShownTeam(world.url);
  for (const one of [editor, writer]) await owner.browser.delete(`${team.path}/members/${one.id}`);
  muchHistory(world.database, team.id, 90);
  const olivia = await Profile.open(world, browser, owner.address);
  const keys = new Keys(olivia.page);
  const { page } = olivia;
  await olivia.enter();
  await page.goto("/history");
  const lines = page.locator(".lines > li");
  const person = page.getByRole("combobox", { name: "Person" });
  const options = page.getByRole("listbox", { name: "Person" }).getByRole("option");

  await test.step("reading on goes to the first new line", async () => {
    await expect(lines).toHaveCount(50);
    await keys.use(olivia.button("Show more"));
    await expect(lines.nth(50).locator(":focus").or(lines.nth(50).and(page.locator(":focus")))).toHaveCount(1);
    await keys.use(olivia.button("Show more"));
    await expect(olivia.button("Show more")).toHaveCount(0);
    await expect(page.getByText(/made the team/)).toBeVisible();
    await keys.isSomewhere();
  });

  await test.step("somebody is picked by arrows and Enter, and the focus stays at the field", async () => {
    await keys.to(person, "Shift+Tab");
    await keys.type("e");
    await expect(options.filter({ hasText: editor.name })).toBeVisible();
    await keys.type("dith");
    await expect(options).toHaveCount(1);
    await keys.press("ArrowDown", "Enter");
    await expect(page).toHaveURL(new RegExp(`person=${editor.id}`));
    await expect(person).toBeFocused();
    await expect(person).toHaveValue(editor.name);
    await expect(options).toHaveCount(0);
    await keys.press("ArrowDown");
    await expect(options.first()).toBeVisible();
    await keys.press("Escape");
    await expect(options).toHaveCount(0);
    await expect(person).toBeFocused();
  });

  await test.step("a kind beside it, and the removal that is left is taken back", async () => {
    await keys.select(page.getByRole("combobox", { name: "Kind" }), "Removed from the team");
    await expect(lines).toHaveCount(1);
    await keys.use(olivia.button(`Restore ${editor.name}`));
    await expect(olivia.button(`Restore ${editor.name}`)).toHaveCount(0);
    await expect(lines.first()).toBeFocused();
  });

  await test.step("everybody again, with the focus at the field", async () => {
    await keys.to(olivia.button("Anybody again"), "Shift+Tab");
    await keys.press("Enter");
    await expect(person).toBeFocused();
    await expect(person).toHaveValue("");
    await expect(olivia.button(`Restore ${writer.name}`)).toBeVisible();
    await expect(options).toHaveCount(0);
  });
  await olivia.close();
});

test("colleagues are ticked, given a degree of access each, and added by keyboard alone", async ({ browser, world }) => {
  const owner = await signUp(world.url, "Olga");
  const [old, fresh] = [await createTeam(owner, "Old works"), await createTeam(owner, "New works")];
  await old.project("Past");
  const project = await fresh.project("Spring");
  for (const name of ["Ben Ash", "Cid Roe"]) await old.add(await signUp(world.url, name), [{ role: "viewer" }]);
  await fresh.add(await signUp(world.url, "Eva Lind"), [{ project: await fresh.project("Winter"), role: "viewer" }]);
  const olga = await Profile.open(world, browser, owner.address);
  const keys = new Keys(olga.page);
  const { page } = olga;
  const colleagues = olga.region("Colleagues");
  await olga.enter();
  await page.goto(`/team?tab=invite&team=${fresh.id}`);

  await test.step("two are ticked, one with checkmarks of its own", async () => {
    await keys.tick(colleagues.getByRole("checkbox", { name: "Add Ben Ash" }));
    await keys.select(page.getByRole("combobox", { name: "Role of Ben Ash" }), "Writer");
    await keys.tick(colleagues.getByRole("checkbox", { name: "Add Cid Roe" }));
    await keys.select(page.getByRole("combobox", { name: "Role of Cid Roe" }), "Custom");
    await keys.tick(colleagues.getByRole("checkbox", { name: "Publish", exact: true }));
    await keys.to(colleagues.getByRole("radio", { name: "Every project" }));
    await keys.press("ArrowDown");
    await keys.tick(colleagues.getByRole("checkbox", { name: "Spring" }));
    await keys.use(colleagues.getByRole("button", { name: "Add 2", exact: true }));
    await expect(olga.pending("Ben Ash")).toContainText("Spring only");
    await expect(olga.pending("Cid Roe")).toContainText("Spring only");
    await expect(colleagues.getByRole("button", { name: "Add", exact: true })).toBeFocused();
  });

  await test.step("inside a project, somebody of the team is in at once", async () => {
    await page.goto(`/projects/${project}?tab=team`);
    await keys.tick(colleagues.getByRole("checkbox", { name: "Add Eva Lind" }));
    await keys.select(page.getByRole("combobox", { name: "Role of Eva Lind" }), "Approver");
    await keys.use(colleagues.getByRole("button", { name: "Add", exact: true }));
    await expect(olga.member("Eva Lind")).toContainText("Approver");
    await keys.isSomewhere();
    await expect(colleagues.locator(":focus")).toHaveCount(1);
  });
  await olga.close();
});

test("one's picture is chosen, saved, replaced, removed and back by keyboard alone", async ({ browser, world }) => {
  const ida = await signUp(world.url, "Ida Berg");
  const profile = await Profile.open(world, browser, ida.address);
  const keys = new Keys(profile.page);
  const { page } = profile;
  await profile.enter();
  await page.goto("/settings");
  const choose = async (button: string, colour: string): Promise<void> => {
    const buffer = await photo(page, colour);
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), keys.use(profile.button(button))]);
    await chooser.setFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer });
    await expect(profile.button("Save picture")).toBeFocused();
  };

  await test.step("chosen and saved; replaced, but left", async () => {
    await choose("Choose picture", "#b3261e");
    await keys.press("Enter");
    await expect(profile.button("Replace picture")).toBeFocused();
    await choose("Replace picture", "#1e5fb3");
    await keys.use(profile.button("Cancel"));
    await expect(profile.button("Replace picture")).toBeFocused();
  });

  await test.step("removed, and taken back from the toast", async () => {
    await keys.use(profile.button("Remove picture"));
    await expect(profile.button("Choose picture")).toBeFocused();
    await keys.use(profile.button("Undo"));
    await expect(profile.button("Replace picture")).toBeVisible();
    await expect(page.getByRole("group", { name: "Picture" }).locator(":focus")).toHaveCount(1);
  });

  await test.step("after the last of a day it says until when, and keeps what was chosen", async () => {
    world.database.write((run) => run("UPDATE tallies SET count = 20 WHERE key = ?", `pictures_by:${ida.id}`));
    await choose("Replace picture", "#1e5fb3");
    await keys.press("Enter");
    await expect(page.getByRole("alert").getByText("You have sent 20 pictures today, and that is all for a day. Again from ")).toBeVisible();
    await expect(profile.button("Save picture")).toBeFocused();
  });
  await profile.close();
});
