/**
 * With the keyboard alone: every step can be reached, the focus goes where a person expects it, and a control that
 * is off says why when it is reached.
 */
import { expect, type Locator, type Page } from "@playwright/test";
import { codeIn, INVITATION, SIGN_IN } from "../support/mailbox";
import { freshAddress } from "../support/people";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

test("sign in, make a team and invite by keyboard alone", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const keys = ana.page.keyboard;
  await ana.page.goto("/sign-in");
  await expect(ana.page.getByLabel("Email address")).toBeFocused();
  await keys.type(ana.address);
  await keys.press("Enter");
  await expect(ana.page.getByLabel("Code", { exact: true })).toBeFocused();
  await keys.type(codeIn(await world.mailbox.latest(ana.address, SIGN_IN)));
  await keys.press("Enter");

  await test.step("a dialog takes the focus, keeps it, and gives it back", async () => {
    await expect(ana.button("New team")).toBeVisible();
    await tabTo(ana.page, ana.button("New team"));
    await keys.press("Enter");
    await expect(ana.page.getByLabel("Team name")).toBeFocused();
    await keys.press("Escape");
    await expect(ana.button("New team")).toBeFocused();
    await keys.press("Enter");
    await keys.type("Keys");
    await keys.press("Enter");
    await expect(ana.teamName("Keys")).toBeVisible();
  });

  await test.step("the + leads into the address, and Enter sends", async () => {
    const guest = freshAddress("guest");
    await tabTo(ana.page, ana.link("Add teammate"));
    await keys.press("Enter");
    await expect(ana.page.getByLabel("Email address")).toBeFocused();
    await keys.type(guest);
    await keys.press("Enter");
    await expect(ana.pending(guest)).toBeVisible();
    await expect(ana.page.getByLabel("Email address")).toBeFocused();
    await expect(ana.page.getByLabel("Email address")).toHaveValue("");
    await world.mailbox.latest(guest, INVITATION);
  });

  await test.step("the account's menu leads to the same place", async () => {
    await tabTo(ana.page, ana.button("Account"));
    await keys.press("Enter");
    await expect(ana.page.getByRole("menuitem", { name: "Team" })).toBeFocused();
    await keys.press("Enter");
    await expect(ana.page.getByLabel("Email address")).toBeFocused();
  });
  await ana.close();
});

test("access is changed by keyboard, and the focus returns to the pencil", async ({ browser, world }) => {
  const { owner, editor } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address);
  const keys = olivia.page.keyboard;
  await olivia.enter();
  await olivia.page.goto("/team");
  const pencil = olivia.button(`Edit access of ${editor.name}`);
  const dialog = olivia.dialog(`Access of ${editor.name}`);
  await expect(pencil).toBeVisible();
  await tabTo(olivia.page, pencil);

  await test.step("the dialog opens with the focus inside; Escape gives it back", async () => {
    await keys.press("Enter");
    await expect(dialog).toBeVisible();
    await expect(dialog.locator(":focus")).toHaveCount(1);
    await keys.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(pencil).toBeFocused();
  });

  await test.step("tick, read what will change, save", async () => {
    await keys.press("Enter");
    const mark = dialog.getByRole("checkbox", { name: "Publish", exact: true });
    await expect(mark).not.toBeChecked();
    await tabTo(olivia.page, mark);
    await keys.press("Space");
    await expect(mark).toBeChecked();
    await expect(dialog.getByRole("region", { name: "What will change" })).toContainText("can now publish");
    await tabTo(olivia.page, dialog.getByRole("button", { name: "Save access" }));
    await keys.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(olivia.member(editor.name)).toContainText("Custom");
    await expect(pencil).toBeFocused();
  });
  await olivia.close();
});

test("what is off says why when the focus reaches it", async ({ browser, world }) => {
  const { writer, post, owner } = await makeShownTeam(world.url);
  const wanda = await Profile.open(world, browser, writer.address);
  await wanda.enter();
  await wanda.page.goto(`/posts/${post}`);
  const publish = wanda.button("Publish now");
  await expect(publish).toHaveAttribute("aria-disabled", "true");
  const reason = wanda.page.getByRole("tooltip").filter({ hasText: "Publish checkmark" });
  await expect(reason).toBeHidden();
  await tabTo(wanda.page, publish);
  await expect(reason).toBeVisible();
  await expect(reason).toContainText(owner.name);
  await wanda.page.keyboard.press("Enter");
  await expect(wanda.page.getByRole("dialog")).toHaveCount(0);

  await wanda.page.goto("/team");
  const lock = wanda.member(owner.name).getByRole("img");
  await expect(lock).toBeVisible();
  await tabTo(wanda.page, lock);
  await expect(wanda.member(owner.name).locator(".why")).toBeVisible();
  await wanda.close();
});

test("on a phone the menu is a drawer", async ({ browser, world }) => {
  const { owner } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address, { viewport: { width: 360, height: 740 } });
  await olivia.enter();
  await olivia.page.goto("/");
  await expect(olivia.heading("Projects")).toBeVisible();
  const menu = olivia.page.locator("header").getByRole("button", { name: /^(Menu|Close menu)$/ });
  await expect(olivia.link("Plan")).toBeHidden();
  await expect(menu).toHaveAttribute("aria-expanded", "false");
  await tabTo(olivia.page, menu);
  await olivia.page.keyboard.press("Enter");
  await expect(menu).toHaveAttribute("aria-expanded", "true");
  await expect(olivia.link("Plan")).toBeVisible();
  await expect(olivia.page.getByRole("navigation", { name: "Main" }).locator(":focus")).toHaveCount(1);
  await olivia.page.keyboard.press("Escape");
  await expect(olivia.link("Plan")).toBeHidden();
  await expect(menu).toBeFocused();
  await menu.click();
  await olivia.link("Plan").click();
  await expect(olivia.heading("Plan")).toBeVisible();
  await expect(olivia.link("History")).toBeHidden();
  await olivia.close();
});

/** Presses Tab until the focus is there, as often as a page can have stops. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < 120; stop += 1) {
    if (await target.evaluate((element) => element === (element.getRootNode() as Document | ShadowRoot).activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target}`);
}
