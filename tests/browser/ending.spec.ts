/**
 * Ends, as people come to them in Settings: one's data as a file, a team that goes with its people watching, and an
 * account that is gone.
 */
import { readFile } from "node:fs/promises";
import { expect } from "@playwright/test";
import { createTeam, type Person, signUpAll } from "../support/people";
import { Profile } from "../support/profile";
import { test } from "../support/test";

test("one click brings one's own data as a file", async ({ browser, world }) => {
  const [ana, ben] = (await signUpAll(world.url, ["Ana Silva", "Ben Okoro"])) as [Person, Person];
  const team = await createTeam(ana, "Northwind");
  await team.add(ben, [{ role: "editor" }]);
  const post = await team.post(await team.project("Spring sale"), "Sun", ben);
  const here = await Profile.open(world, browser, ben.address);
  await here.enter();
  await here.page.goto("/settings");
  const [download] = await Promise.all([here.page.waitForEvent("download"), here.button("Download my data").click()]);
  expect(download.suggestedFilename()).toBe("roster-my-data.json");
  const text = await readFile(await download.path(), "utf8");
  const file = JSON.parse(text) as { account: unknown; sessions: unknown[]; memberships: unknown[]; posts: unknown[] };
  expect(file.account).toMatchObject({ id: ben.id, name: "Ben Okoro", address: ben.address, mailsOff: [] });
  expect(file.memberships).toMatchObject([{ teamName: "Northwind", access: [{ role: "editor" }] }]);
  expect(file.posts).toMatchObject([{ id: post, name: "Sun", projectName: "Spring sale" }]);
  expect(file.sessions.length).toBeGreaterThan(1);
  for (const secret of [ana.address, "Ana Silva", "digest"]) expect(text).not.toContain(secret);
  await expect(here.page.getByText("Your data is downloaded.")).toBeVisible();
  await here.close();
});

test("the owner deletes a team after reading what goes with it, and it is gone for those in it", async ({ browser, world }) => {
  const [ana, ben] = (await signUpAll(world.url, ["Ana Silva", "Ben Okoro"])) as [Person, Person];
  const [team, other] = [await createTeam(ana, "Northwind"), await createTeam(ana, "Atelier")];
  await team.add(ben, [{ role: "manager" }]);
  await team.project("Spring sale");
  const [owner, member] = await Promise.all([Profile.open(world, browser, ana.address), Profile.open(world, browser, ben.address)]);
  await owner.enter();
  await member.enter();

  await test.step("a manager is not offered it, and the edge refuses it", async () => {
    await member.page.goto("/settings");
    await expect(member.page.getByRole("heading", { name: "Delete account" })).toBeVisible();
    await expect(member.button("Delete team")).toHaveCount(0);
    const refused = await member.call("DELETE", `/teams/${team.id}`, { name: "Northwind" });
    expect([refused.status, refused.body.code]).toEqual([403, "owner_only"]);
  });

  await test.step("the owner reads it in numbers, and types the name", async () => {
    await owner.page.goto(`/settings?team=${team.id}`);
    const part = owner.page.getByRole("region", { name: "Delete Northwind" });
    await expect(part.getByText("1 other member loses access at once")).toBeVisible();
    await expect(part.getByText("1 project with all their posts, and 0 images, are deleted.")).toBeVisible();
    await part.getByRole("button", { name: "Delete team" }).click();
    const dialog = owner.page.getByRole("dialog", { name: "Delete Northwind?" });
    await expect(dialog.getByLabel("Name of the team")).toBeFocused();
    await dialog.getByLabel("Name of the team").fill("Northwin");
    await expect(dialog.getByRole("button", { name: "Delete team" })).toHaveAttribute("aria-disabled", "true");
    await owner.page.keyboard.press("Enter");
    await expect(dialog).toBeVisible();
    await dialog.getByLabel("Name of the team").fill("Northwind");
    await owner.page.keyboard.press("Enter");
    await expect(owner.page.getByText("Northwind is deleted.")).toBeVisible();
    await expect(owner.teamName("Atelier")).toBeVisible();
  });

  await test.step("it is gone for its member, who is told", async () => {
    await member.page.goto("/");
    await expect(member.teamName("Northwind")).toHaveCount(0);
    expect((await member.call("GET", `/teams/${team.id}/snapshot`)).status).toBe(404);
    expect((await owner.call("GET", `/teams/${team.id}/snapshot`)).status).toBe(404);
    expect((await owner.call("GET", `/teams/${other.id}/snapshot`)).status).toBe(200);
    const mail = await world.mailbox.latest(ben.address, /was deleted/i);
    expect(mail.text).toContain("Ana Silva deleted the team “Northwind”");
  });
  await Promise.all([owner.close(), member.close()]);
});

test("an account is deleted once nothing is owned, and its work stays under no name", async ({ browser, world }) => {
  const [ana, ben] = (await signUpAll(world.url, ["Ana Silva", "Ben Okoro"])) as [Person, Person];
  const [team, own] = [await createTeam(ana, "Northwind"), await createTeam(ben, "Okoro Studio")];
  await team.add(ben, [{ role: "editor" }]);
  const post = await team.post(await team.project("Spring sale"), "Sun", ben);
  const here = await Profile.open(world, browser, ben.address);
  await here.enter();

  await test.step("who owns a team reads why not yet", async () => {
    await here.page.goto(`/settings?team=${team.id}`);
    await expect(here.page.getByText("You own Okoro Studio. Hand each of them over, or delete it, first.").first()).toBeVisible();
    await expect(here.button("Delete account")).toHaveAttribute("aria-disabled", "true");
    const refused = await here.call("DELETE", "/me", { address: ben.address });
    expect([refused.status, refused.body.code]).toEqual([409, "owns_teams"]);
    expect((await here.call("DELETE", `/teams/${own.id}`, { name: "Okoro Studio" })).status).toBe(200);
  });

  await test.step("by the keyboard, with the address typed", async () => {
    await here.page.reload();
    await expect(here.page.getByText("You are in Northwind.")).toBeVisible();
    await here.button("Delete account").focus();
    await here.page.keyboard.press("Enter");
    const dialog = here.page.getByRole("dialog", { name: "Delete your account?" });
    await expect(dialog.getByLabel("Your email address")).toBeFocused();
    await here.page.keyboard.type(ben.address);
    await here.page.keyboard.press("Enter");
    await expect(here.heading("Sign in")).toBeVisible();
    await expect(here.page.getByText("Your account is deleted.")).toBeVisible();
    expect((await here.call("GET", "/me")).status).toBe(401);
  });

  await test.step("the others see that somebody was there, and not who", async () => {
    await world.cron();
    const there = await Profile.open(world, browser, ana.address);
    await there.enter();
    await there.page.goto(`/posts/${post}`);
    await expect(there.page.getByText("Deleted account").first()).toBeVisible();
    await there.page.goto("/team");
    await expect(there.member(ana.address)).toBeVisible();
    await expect(there.page.getByText("Ben Okoro")).toHaveCount(0);
    await there.close();
  });
  await here.close();
});
