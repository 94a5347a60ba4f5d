/**
 * History as a manager reads it: sentences, filters that stand in the address, a file for spreadsheets, and removals that
 * are taken back.
 */
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { ok } from "../support/api";
import { createTeam, signUpAll } from "../support/people";
import { Profile } from "../support/profile";
import { test } from "../support/test";

test("history is filtered by person and kind, and the address keeps both", async ({ browser, world }) => {
  const [owner, ben, cid] = await signUpAll(world.url, ["Olga", "Ben Ash", "Cid"]);
  if (!owner || !ben || !cid) throw new Error("three people");
  const team = await createTeam(owner, "Harbour");
  for (const one of [ben, cid]) await team.add(one, [{ role: "viewer" }]);
  await team.change(ben, [{ role: "editor" }]);
  const ana = await Profile.open(world, browser, owner.address);
  await ana.enter();
  const { page } = ana;
  await page.goto("/history");
  await expect(page.getByText("Olga changed the access of Ben Ash.")).toBeVisible();
  await expect(page.getByText("Before: Viewer. After: Editor.")).toBeVisible();

  await ana.select("Kind", "Access changed");
  await expect(page.getByText("Olga made the team.")).toHaveCount(0);
  await expect(page).toHaveURL(/kind=access_changed/);
  await ana.select("Kind", "Everything");
  await expect(page.getByText("Olga made the team.")).toBeVisible();

  const person = page.getByRole("combobox", { name: "Person" });
  await person.fill("ben");
  await expect(page.getByRole("option", { name: "Ben Ash" })).toBeVisible();
  await person.press("Enter");
  await expect(page.getByText(/Cid accepted/)).toHaveCount(0);
  await expect(page.getByText("Olga changed the access of Ben Ash.")).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`person=${ben.id}`));
  await page.reload();
  await expect(page.getByText("Olga changed the access of Ben Ash.")).toBeVisible();
  await expect(page.getByText(/Cid accepted/)).toHaveCount(0);
  await expect(person).toHaveValue("Ben Ash");
  await ana.button("Anybody again").click();
  await expect(page.getByText(/Cid accepted/)).toBeVisible();
  await ana.close();
});

test("the export holds every page, and no cell that a spreadsheet would run", async ({ browser, world }) => {
  const [owner, bad] = await signUpAll(world.url, ["Olga", "Mal"]);
  if (!owner || !bad) throw new Error("two people");
  const team = await createTeam(owner, "Harbour");
  ok(await bad.browser.patch("/api/v1/me", { name: '=HYPERLINK("evil", "Mal")' }));
  await team.add(bad, [{ role: "viewer" }]);
  for (let count = 0; count < 60; count += 1) ok(await owner.browser.patch(team.path, { name: `Name ${count}` }));
  const ana = await Profile.open(world, browser, owner.address);
  await ana.enter();
  await ana.page.goto("/history");
  const [download] = await Promise.all([ana.page.waitForEvent("download"), ana.button("Export CSV").click()]);
  expect(download.suggestedFilename()).toMatch(/^Name 59 history \d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text.codePointAt(0)).toBe(0xfeff);
  const rows = text.slice(1).trimEnd().split("\r\n");
  expect(rows).toHaveLength(1 + world.database.number("SELECT count(*) FROM history WHERE team = ?", team.id));
  expect(rows[0]).toContain('"Kind","By","Person"');
  expect(text).toContain(`"'=HYPERLINK(""evil"", ""Mal"")"`);
  for (const cell of text.slice(1).split(/,(?=")|\r\n/)) expect(cell).not.toMatch(/^"[=+\-@\t\r]/);
  await expect(ana.button("Export CSV")).toBeVisible();
  await ana.close();
});

test("a removal from a project and one from the team are taken back from history", async ({ browser, world }) => {
  const [owner, ben] = await signUpAll(world.url, ["Olga", "Ben"]);
  if (!owner || !ben) throw new Error("two people");
  const team = await createTeam(owner, "Harbour");
  const [alpha] = [await team.project("Alpha"), await team.project("Beta")];
  await team.add(ben, [{ role: "viewer" }]);
  await team.change(ben, [{ project: alpha, role: "editor" }]);
  ok(await owner.browser.delete(`${team.path}/members/${ben.id}/projects/${alpha}`));
  const ana = await Profile.open(world, browser, owner.address);
  await ana.enter();
  await ana.page.goto("/history");
  await expect(ana.page.getByText("Olga removed Ben from Alpha.")).toBeVisible();
  expect((await ben.browser.get(`${team.path}/projects/${alpha}/posts`)).status).toBe(404);
  await ana.button("Restore Ben").click();
  await expect(ana.page.getByText("Ben is back, as before.")).toBeVisible();
  await expect(ana.button("Restore Ben")).toHaveCount(0);
  ok(await ben.browser.post(`${team.path}/projects/${alpha}/posts`, { title: "Back", text: "" }));

  ok(await owner.browser.delete(`${team.path}/members/${ben.id}`));
  await ana.page.reload();
  await expect(ana.page.getByText("Olga removed Ben from the team.")).toBeVisible();
  await expect(ana.page.getByText(/Held until then: Viewer/)).toBeVisible();
  await ana.button("Restore Ben").click();
  await expect(ana.page.getByText("Olga restored Ben.")).toBeVisible();
  ok(await ben.browser.post(`${team.path}/projects/${alpha}/posts`, { title: "Again", text: "" }));
  await ana.close();
});
