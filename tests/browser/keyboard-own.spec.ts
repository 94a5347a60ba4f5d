/**
 * One's own work and settings, by keyboard alone: a post with an image, the library, name, language, mails, sessions,
 * address, one's data, parked projects, and the end of an account.
 */
import { expect } from "@playwright/test";
import { Keys } from "../support/keys";
import { codeIn, INVITATION } from "../support/mailbox";
import { photo } from "../support/photo";
import { createTeam, freshAddress, signUp } from "../support/people";
import { linkIn, Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

test("the library, and a post with an image, by keyboard alone", async ({ browser, world }) => {
  const { owner, project } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address);
  const keys = new Keys(olivia.page);
  await olivia.enter();
  await olivia.page.goto("/images");

  await test.step("two images are uploaded, one described, one deleted and taken back", async () => {
    const [chooser] = await Promise.all([olivia.page.waitForEvent("filechooser"), keys.use(olivia.button("Upload images"))]);
    await chooser.setFiles([
      { name: "Barn.jpg", mimeType: "image/jpeg", buffer: await photo(olivia.page, "#b3261e") },
      { name: "Lake.jpg", mimeType: "image/jpeg", buffer: await photo(olivia.page, "#1e5fb3") },
    ]);
    const describe = olivia.button("Describe Barn");
    await expect(describe).toBeVisible();
    await keys.use(describe);
    await expect(olivia.page.getByLabel("Description")).toBeFocused();
    await keys.press("ControlOrMeta+a");
    await keys.type("A red barn");
    await keys.press("Enter");
    await expect(olivia.button("Describe A red barn")).toBeFocused();
    await keys.choose(olivia.button("More actions for Lake"), "Delete");
    await expect(olivia.link("Open Lake")).toHaveCount(0);
    await expect(olivia.page.getByRole("list", { name: "Images" }).locator(":focus").first()).toBeAttached();
    await keys.use(olivia.button("Undo"));
    await expect(olivia.link("Open Lake")).toBeVisible();
    await keys.isSomewhere();
  });

  await test.step("a post is written, an image put into it, and it is published", async () => {
    await olivia.page.goto(`/projects/${project}`);
    await keys.use(olivia.button("New post"));
    await expect(olivia.page.getByLabel("Title")).toBeFocused();
    await keys.type("By hand");
    await keys.press("Tab");
    await keys.type("Look:");
    await keys.use(olivia.button("Insert image"));
    const dialog = olivia.dialog("Choose an image");
    await keys.use(dialog.getByRole("button", { name: "A red barn" }));
    await expect(dialog).toBeHidden();
    await expect(olivia.page.getByLabel("Text")).toBeFocused();
    await keys.use(olivia.button("Save"));
    await expect(olivia.page.getByRole("status").getByText("Saved", { exact: true })).toBeVisible();
    await keys.to(olivia.button("Publish now"), "Shift+Tab");
    await keys.press("Enter");
    await keys.confirm(olivia.dialog("Publish this post now?"), "Publish now");
    await expect(olivia.page.getByText("Published", { exact: true }).first()).toBeVisible();
    await keys.isSomewhere();
  });

  await test.step("a project is archived and opened again from its card", async () => {
    await olivia.page.goto("/");
    await keys.choose(olivia.button("More actions for Newsletter"), "Archive");
    await keys.isSomewhere();
  });
  await olivia.close();
});

test("settings by keyboard alone", async ({ browser, world }) => {
  const nina = await signUp(world.url, "Nina Sand");
  const [here, elsewhere] = [await Profile.open(world, browser, nina.address), await Profile.open(world, browser, nina.address)];
  await elsewhere.enter();
  await here.enter();
  const keys = new Keys(here.page);
  const { page } = here;
  await page.goto("/settings");

  await test.step("name, mails and language", async () => {
    await keys.fill(page.getByLabel("Your name", { exact: true }), "Nina Stone");
    await keys.press("Enter");
    await expect.poll(async () => (await here.call<{ name: string }>("GET", "/me")).body.name).toBe("Nina Stone");
    await keys.tick(page.getByLabel("Somebody asks me for access"));
    await expect.poll(async () => (await here.call<{ mailsOff: string[] }>("GET", "/me")).body.mailsOff).toEqual(["asks"]);
    await expect(page.getByLabel("Somebody asks me for access")).toBeFocused();
    const language = page.getByRole("combobox", { name: /Language|Язык/ });
    await keys.to(language);
    await keys.press("ArrowDown");
    await expect(page.getByRole("heading", { name: "Настройки", level: 1 })).toBeVisible();
    await expect(language).toBeFocused();
    await keys.type("Eng");
    await expect(here.heading("Settings")).toBeVisible();
    await expect(language).toBeFocused();
  });

  await test.step("the address", async () => {
    const moved = freshAddress("nina-moved");
    await keys.use(here.button("Change address"));
    await expect(page.getByLabel("New email address")).toBeFocused();
    await keys.type(moved);
    await keys.press("Enter");
    await expect(page.getByLabel("Code from the new address")).toBeFocused();
    await keys.type(codeIn(await world.mailbox.latest(moved, /confirm your new address/i)));
    await keys.press("Enter");
    await expect(page.getByLabel("Email address", { exact: true })).toHaveValue(moved);
    await keys.isSomewhere();
  });

  await test.step("a session elsewhere is ended: the focus stays in the list", async () => {
    const sessions = page.getByRole("list", { name: "Sessions" });
    const others = sessions.getByRole("button", { name: /^Sign out / });
    const before = await others.count();
    await keys.use(others.last());
    await expect(others).toHaveCount(before - 1);
    await keys.isSomewhere();
  });

  await test.step("one's data is taken along", async () => {
    const [download] = await Promise.all([page.waitForEvent("download"), keys.use(here.button("Download my data"))]);
    expect(download.suggestedFilename()).toContain(".json");
    await keys.isSomewhere();
  });

  await test.step("the account is deleted, after Escape left it once", async () => {
    const open = here.button("Delete account");
    await keys.use(open);
    const dialog = page.getByRole("dialog", { name: "Delete your account?" });
    await expect(dialog.getByLabel("Your email address")).toBeFocused();
    await keys.press("Escape");
    await expect(open).toBeFocused();
    await keys.press("Enter");
    await keys.type((await here.call<{ address: string }>("GET", "/me")).body.address);
    await keys.press("Enter");
    await expect(here.heading("Sign in")).toBeVisible();
    await expect(page.getByLabel("Email address")).toBeVisible();
  });
  await Promise.all([here.close(), elsewhere.close()]);
});

test("parked projects come back, and a team ends, by keyboard alone", async ({ browser, world }) => {
  const [ana, ben] = [await signUp(world.url, "Ana"), await signUp(world.url, "Ben")];
  const [team, own] = [await createTeam(ana, "Northwind"), await createTeam(ben, "Okoro")];
  await own.project("Spring");
  await ana.browser.put(`${team.path}/join-mode`, { mode: "merge" });
  await team.invite(ben.address, [{ role: "viewer" }]);
  const his = await Profile.open(world, browser, ben.address);
  const keys = new Keys(his.page);
  await his.enter();
  await his.page.goto(linkIn(await world.mailbox.latest(ben.address, INVITATION)));
  await keys.use(his.button("Accept invitation"));
  await expect(his.teamName("Northwind")).toBeVisible();
  await his.page.goto("/settings");
  await keys.use(his.button("Leave Northwind and get them back"));
  await keys.confirm(his.dialog("Leave Northwind?"), "Leave Northwind");
  await expect(his.teamName("Okoro")).toBeVisible();
  await keys.isSomewhere();
  await his.page.goto("/settings");
  await keys.to(his.page.getByRole("radio", { name: "Side by side" }));
  await keys.press("ArrowDown");
  await keys.use(his.button("Save join mode"));
  await keys.use(his.page.getByRole("region", { name: "Delete Okoro" }).getByRole("button", { name: "Delete team" }));
  await expect(his.page.getByLabel("Name of the team")).toBeFocused();
  await keys.type("Okoro");
  await keys.press("Enter");
  await expect(his.button("New team")).toBeVisible();
  await his.close();
});
