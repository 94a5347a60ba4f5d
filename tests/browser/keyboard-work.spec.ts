/**
 * Projects and the steps of a post by keyboard alone: what is made, renamed and put away, and what moves on.
 */
import { expect } from "@playwright/test";
import { Keys } from "../support/keys";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

test("a project is made, renamed, put away and taken back by keyboard alone", async ({ browser, world }) => {
  const { owner } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address);
  const keys = new Keys(olivia.page);
  await olivia.enter();
  await olivia.page.goto("/");

  await test.step("made, after Escape left it once", async () => {
    const open = olivia.button("New project");
    await keys.use(open);
    await expect(olivia.page.getByLabel("Project name")).toBeFocused();
    await keys.press("Escape");
    await expect(open).toBeFocused();
    await keys.press("Enter");
    await keys.type("Autumn");
    await keys.press("Enter");
    await expect(olivia.page).toHaveURL(/\/projects\//);
    await expect(olivia.heading("Autumn")).toBeFocused();
  });

  await test.step("renamed from its card's menu", async () => {
    await keys.use(olivia.link("Projects"));
    await expect(olivia.heading("Projects")).toBeFocused();
    await keys.choose(olivia.button("More actions for Autumn"), "Rename");
    await expect(olivia.page.getByLabel("Project name")).toBeFocused();
    await keys.press("ControlOrMeta+a");
    await keys.type("Harvest");
    await keys.press("Enter");
    await expect(olivia.button("More actions for Harvest")).toBeFocused();
  });

  await test.step("put away and taken back: the focus goes with the card", async () => {
    const cards = olivia.page.getByRole("list", { name: "Projects" });
    const archived = olivia.page.getByRole("list", { name: "Archived" });
    await keys.choose(olivia.button("More actions for Harvest"), "Archive");
    await expect(archived).toContainText("Harvest");
    await expect(archived.getByRole("button", { name: "More actions for Harvest" })).toBeFocused();
    await keys.choose(olivia.button("More actions for Harvest"), "Reopen");
    await expect(cards.getByRole("button", { name: "More actions for Harvest" })).toBeFocused();
  });
  await olivia.close();
});

test("a post goes from step to step by keyboard alone", async ({ browser, world }) => {
  const { owner, post } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address);
  const keys = new Keys(olivia.page);
  await olivia.enter();
  await olivia.page.goto(`/posts/${post}`);
  const stage = (name: string) => expect(olivia.page.getByRole("main").getByText(name, { exact: true }).first()).toBeVisible();
  const step = async (name: string, then: string): Promise<void> => {
    await keys.use(olivia.button(name));
    await stage(then);
    await expect(olivia.button(name)).toBeFocused();
    await expect(olivia.button(name)).toHaveAttribute("aria-disabled", "true");
  };

  await test.step("for review, returned, again, approved: the button that was pressed keeps the focus, and says why it is off", async () => {
    await step("Send for review", "In review");
    await step("Return", "Draft");
    await keys.to(olivia.button("Send for review"), "Shift+Tab");
    await step("Send for review", "In review");
    await step("Approve", "Approved");
  });

  await test.step("a time is set, changed by the fields' own keys, and Escape leaves it", async () => {
    const open = olivia.button("Set time");
    await keys.use(open);
    const field = olivia.dialog("When should it go out?").getByLabel("Publication time");
    await expect(field).toBeFocused();
    await keys.type("01022028");
    await keys.press("Tab");
    await keys.type("0930AM");
    await keys.press("Enter");
    await expect(olivia.page.getByText(/Feb|Jan/).first()).toBeVisible();
    await expect(open).toBeFocused();
    await keys.press("Enter");
    await expect(field).toBeFocused();
    await keys.press("Escape");
    await expect(open).toBeFocused();
  });

  await test.step("published, after it was asked once more", async () => {
    await keys.use(olivia.button("Publish now"));
    await keys.confirm(olivia.dialog("Publish this post now?"), "Publish now");
    await stage("Published");
    await keys.isSomewhere();
  });
  await olivia.close();
});
