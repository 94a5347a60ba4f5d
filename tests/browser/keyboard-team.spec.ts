/**
 * The people of a team, by keyboard alone: their list, their access, roles, the people of a project, seats and history.
 * After each dialog, and after each row that vanishes, the focus is where a person would look for it.
 */
import { expect } from "@playwright/test";
import { Keys } from "../support/keys";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

test("members, their menus with Undo, and roles by keyboard alone", async ({ browser, world }) => {
  const { owner } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address);
  const keys = new Keys(olivia.page);
  await olivia.enter();
  await olivia.page.goto("/team");
  const last = olivia.button("More actions for Wanda Okafor");

  await test.step("search", async () => {
    await keys.fill(olivia.page.getByRole("searchbox", { name: "Search members" }), "edi");
    await expect(olivia.member("Marco Bianchi")).toHaveCount(0);
    await expect(olivia.page.getByRole("searchbox", { name: "Search members" })).toBeFocused();
    await keys.press("ControlOrMeta+a", "Delete");
    await expect(last).toBeVisible();
  });

  await test.step("role cards by arrows, and an end date", async () => {
    const pencil = olivia.button("Edit access of Edith Novak");
    await keys.use(pencil);
    const dialog = olivia.dialog("Access of Edith Novak");
    await keys.to(dialog.getByRole("radio", { name: "Editor" }));
    await keys.press("ArrowUp");
    await expect(dialog.getByRole("radio", { name: "Viewer" })).toBeFocused();
    await expect(dialog.getByRole("radio", { name: "Viewer" })).toBeChecked();
    await keys.to(dialog.getByLabel("Ends"));
    await keys.type("01022028");
    await keys.confirm(dialog, "Save access");
    await expect(olivia.member("Edith Novak")).toContainText("Viewer");
    await expect(olivia.member("Edith Novak")).toContainText("2028");
    await expect(pencil).toBeFocused();
  });

  await test.step("transfer is asked about, and Escape leaves it", async () => {
    const dots = olivia.button("More actions for Edith Novak");
    await keys.choose(dots, "Transfer ownership");
    const dialog = olivia.dialog("Transfer ownership to Edith Novak");
    await expect(dialog.getByRole("textbox")).toBeFocused();
    await keys.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(dots).toBeFocused();
  });

  await test.step("the last row is removed: the focus is on the row before, and Undo is reached", async () => {
    await keys.choose(last, "Remove from team");
    await keys.confirm(olivia.dialog("Remove Wanda Okafor?"), "Remove from team");
    await expect(olivia.member("Wanda Okafor")).toHaveCount(0);
    await expect(olivia.button("More actions for Olivia Hart")).toBeFocused();
    await keys.use(olivia.button("Undo"));
    await expect(olivia.member("Wanda Okafor")).toBeVisible();
    await expect(olivia.button("More actions for Olivia Hart")).toBeFocused();
  });

  await test.step("a role is made, changed and deleted", async () => {
    await keys.to(olivia.page.getByRole("tab", { name: "Members" }), "Shift+Tab");
    for (const tab of ["Invite", "Roles"]) {
      await keys.press("ArrowRight");
      await expect(olivia.page.getByRole("tab", { name: tab })).toBeFocused();
    }
    await keys.use(olivia.button("New role"));
    const made = olivia.dialog("New role");
    await expect(made.getByLabel("Name", { exact: true })).toBeFocused();
    await keys.type("Press");
    await keys.tick(made.getByRole("checkbox", { name: "Create posts" }));
    await keys.confirm(made, "Make role");
    await expect(olivia.button("New role")).toBeFocused();
    await keys.use(olivia.button("Edit role Press"));
    await keys.fill(olivia.dialog("Edit role Press").getByLabel("Name", { exact: true }), "Media");
    await keys.press("Enter");
    await expect(olivia.button("Edit role Media")).toBeFocused();
    await keys.use(olivia.button("Delete role Media"));
    const dialog = olivia.dialog("Delete the role Media?");
    await keys.select(dialog.getByLabel("Role in its place"), "Editor");
    await keys.confirm(dialog, "Delete role");
    await expect(olivia.button("Edit role Media")).toHaveCount(0);
    await expect(olivia.page.getByRole("heading", { name: "Your team's own" })).toBeFocused();
  });
  await olivia.close();
});

test("a project's people, its hand-over, and leaving by keyboard alone", async ({ browser, world }) => {
  const { owner, editor, project } = await makeShownTeam(world.url);
  const [olivia, edith] = [await Profile.open(world, browser, owner.address), await Profile.open(world, browser, editor.address)];
  await Promise.all([olivia.enter(), edith.enter()]);
  const keys = new Keys(olivia.page);
  await olivia.page.goto(`/projects/${project}`);

  await test.step("the Team section is one tab away; somebody is removed, and taken back", async () => {
    await keys.to(olivia.page.getByRole("tab").first());
    await keys.press("ArrowRight");
    const dots = olivia.button("More actions for Edith Novak");
    await keys.choose(dots, "Remove from project");
    await keys.confirm(olivia.dialog("Remove Edith Novak from Company blog?"), "Remove from project");
    await expect(olivia.member("Edith Novak")).toHaveCount(0);
    await expect(olivia.member("Marco Bianchi").locator(":focus").first()).toBeAttached();
    await keys.use(olivia.button("Undo"));
    await expect(dots).toBeVisible();
  });

  await test.step("somebody of the team is ticked and added", async () => {
    await keys.choose(olivia.button("More actions for Wanda Okafor"), "Remove from project");
    await keys.confirm(olivia.dialog("Remove Wanda Okafor from Company blog?"), "Remove from project");
    await expect(olivia.member("Wanda Okafor")).toHaveCount(0);
    const add = olivia.button("Add to project");
    await keys.use(add);
    const dialog = olivia.page.getByRole("dialog").filter({ visible: true });
    await keys.tick(dialog.getByRole("checkbox", { name: "Wanda Okafor" }));
    await keys.select(dialog.getByLabel("Role in the project"), "Writer");
    await keys.use(dialog.getByRole("button", { name: "Add 1 person" }));
    await expect(olivia.member("Wanda Okafor")).toBeVisible();
    await expect(add).toBeFocused();
  });

  await test.step("the project is offered, sent again and the offer withdrawn", async () => {
    const open = olivia.button("Hand over project");
    await keys.use(open);
    await keys.type("client@example.com");
    await keys.press("Tab");
    await keys.type("Company blog");
    await keys.press("Enter");
    await expect(olivia.page.getByText("Waiting for client@example.com to confirm")).toBeVisible();
    await expect(olivia.page.getByRole("heading", { name: "Hand over project", level: 2 })).toBeFocused();
    await keys.use(olivia.button("Withdraw the offer to client@example.com"));
    await expect(open).toBeVisible();
    await expect(olivia.page.getByRole("heading", { name: "Hand over project", level: 2 })).toBeFocused();
  });

  await test.step("somebody leaves a project, and the team", async () => {
    const hers = new Keys(edith.page);
    await edith.page.goto(`/projects/${project}?tab=team`);
    await hers.choose(edith.button("More actions for Edith Novak"), "Leave project");
    await hers.confirm(edith.dialog("Leave Company blog?"), "Leave project");
    await expect(edith.link("Newsletter")).toBeVisible();
    await hers.isSomewhere();
    await edith.page.goto("/team");
    await hers.choose(edith.button("More actions for Edith Novak"), "Leave team");
    await hers.confirm(edith.dialog("Leave Hart's Bakery?"), "Leave Hart's Bakery");
    await expect(edith.button("New team")).toBeVisible();
  });
  await Promise.all([olivia.close(), edith.close()]);
});

test("plan, cap and history by keyboard alone", async ({ browser, world }) => {
  const { owner, editor, team } = await makeShownTeam(world.url);
  await owner.browser.delete(`${team.path}/members/${editor.id}`);
  const olivia = await Profile.open(world, browser, owner.address);
  const keys = new Keys(olivia.page);
  await olivia.enter();
  await olivia.page.goto("/plan");

  await test.step("the cap is raised, and the plan changed, with the difference read first", async () => {
    await keys.fill(olivia.page.getByLabel("Paid seats allowed"), "5");
    await keys.press("Enter");
    await expect.poll(async () => (await olivia.call<{ seats: { cap: number } }>("GET", `/teams/${team.id}/plan`)).body.seats.cap).toBe(5);
    const change = olivia.region("Plus").getByRole("button", { name: "Change plan" });
    await keys.use(change);
    const dialog = olivia.dialog("Change plan to Plus?");
    await expect(dialog.getByRole("region", { name: "Price" })).toBeVisible();
    await keys.press("Escape");
    await expect(change).toBeFocused();
    await keys.press("Enter");
    await keys.confirm(dialog, "Change plan");
    await expect(olivia.region("Plus").getByRole("button", { name: "Change plan" })).toHaveCount(0);
    await keys.isSomewhere();
  });

  await test.step("history is filtered, taken along, and somebody restored from it", async () => {
    await keys.use(olivia.link("History"));
    await expect(olivia.heading("History")).toBeFocused();
    await keys.select(olivia.page.getByRole("combobox", { name: "Kind" }), "Removed from the team");
    const restore = olivia.button("Restore Edith Novak");
    await expect(restore).toBeVisible();
    const [download] = await Promise.all([olivia.page.waitForEvent("download"), keys.use(olivia.button("Export CSV"))]);
    expect(download.suggestedFilename()).toContain(".csv");
    await keys.use(restore);
    await expect(restore).toHaveCount(0);
    await keys.isSomewhere();
  });
  await olivia.close();
});
