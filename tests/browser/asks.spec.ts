/**
 * "Ask for access", as two people do it in two browsers: from a Publish button that is off to one that works.
 */
import { expect } from "@playwright/test";
import { ok } from "../support/api";
import { signUp } from "../support/people";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

const ASKS = /asks for access/i;

test("from a denied Publish button to one that works, with one click each", async ({ browser, world }) => {
  const { owner, team, writer, post } = await makeShownTeam(world.url);
  const [olivia, wanda] = await Promise.all([owner, writer].map((person) => Profile.open(world, browser, person.address))) as [Profile, Profile];
  await Promise.all([olivia.enter(), wanda.enter()]);

  await test.step("the writer finds Publish off, sees who will be mailed what, and asks", async () => {
    await wanda.page.goto(`/posts/${post}`);
    const publish = wanda.button("Publish now");
    await expect(publish).toHaveAttribute("aria-disabled", "true");
    await publish.focus();
    await expect(wanda.page.getByText("“Wanda Okafor asks for Publish in Company blog.”").first()).toBeVisible();
    await expect(wanda.page.getByText("Olivia Hart and Marco Bianchi will get a mail").first()).toBeVisible();
    await wanda.page.keyboard.press("Tab");
    await expect(wanda.button("Ask for access").last()).toBeFocused();
    await wanda.page.keyboard.press("Enter");
    await expect(wanda.page.getByRole("status").filter({ hasText: "We asked Olivia Hart and Marco Bianchi for you." })).toBeVisible();
    await publish.focus();
    await expect(wanda.page.getByText(/^Asked on /).last()).toBeVisible();
    const { body } = await wanda.call("POST", `/teams/${team.id}/posts/${post}/publish`, { version: 1 });
    expect(body.code).toBe("missing_permission");
  });

  await test.step("the writer cannot answer it herself, past the page", async () => {
    const { body } = await olivia.call<{ open: { id: string }[] }>("GET", `/teams/${team.id}/asks`);
    const said = await wanda.call("POST", `/teams/${team.id}/asks/${body.open[0]?.id ?? ""}/grant`, {});
    expect([said.status, said.body.code]).toEqual([403, "missing_permission"]);
  });

  await test.step("the owner follows the mail, reads what it changes and costs, and gives just that", async () => {
    const mail = await world.mailbox.latest(owner.address, ASKS);
    const address = /https?:\/\/\S+/.exec(mail.text)?.[0] ?? "";
    await olivia.page.goto(address);
    const asked = olivia.region("Asked for access");
    await expect(asked).toContainText("Wanda Okafor asks for Publish in Company blog");
    await expect(asked).toContainText("Wanda Okafor can now publish in Company blog.");
    await expect(asked.getByRole("listitem").first()).toBeFocused();
    await asked.getByRole("button", { name: "Give access: Wanda Okafor, Publish" }).click();
    await expect(olivia.page.getByText("Wanda Okafor has Publish now.")).toBeVisible();
    await expect(asked).toHaveCount(0);
    await olivia.page.reload();
    await expect(olivia.page.getByText("This was answered already, or is needed no more.")).toBeVisible();
  });

  await test.step("the writer is told, and publishes", async () => {
    await world.mailbox.latest(writer.address, /access in .* was changed/i);
    await wanda.page.reload();
    await expect(wanda.button("Publish now")).not.toHaveAttribute("aria-disabled", "true");
    await wanda.button("Publish now").click();
    await wanda.confirm("Publish this post now?", "Publish now");
    await expect(wanda.page.getByText("Published", { exact: true }).first()).toBeVisible();
  });
  await Promise.all([olivia.close(), wanda.close()]);
});

test("\"not now\" is read beside what was asked for", async ({ browser, world }) => {
  const { owner, team, editor } = await makeShownTeam(world.url);
  const [olivia, edith] = await Promise.all([owner, editor].map((person) => Profile.open(world, browser, person.address))) as [Profile, Profile];
  await Promise.all([olivia.enter(), edith.enter()]);
  await edith.page.goto("/history");
  await edith.button("Ask for access").click();
  await expect(edith.page.getByText(/^Asked on /)).toBeVisible();
  await olivia.page.goto("/team");
  await olivia.region("Asked for access").getByRole("button", { name: "Not now: Edith Novak, See history" }).click();
  await expect(olivia.page.getByText("Edith Novak reads “not now” beside what they asked for.")).toBeVisible();
  await edith.page.reload();
  await expect(edith.page.getByText("The answer was: not now.")).toBeVisible();
  await expect(edith.button("Ask for access")).toHaveCount(0);
  const said = await edith.call("POST", `/teams/${team.id}/asks`, { permission: "history.view" });
  expect([said.status, said.body.code]).toEqual([429, "too_often"]);
  await olivia.page.goto("/history");
  await expect(olivia.page.getByText("Olivia Hart answered “not now” to Edith Novak, who asked for See history.")).toBeVisible();
  await Promise.all([olivia.close(), edith.close()]);
});

test("what is off in a menu, on a role and on a checkmark is asked for where it stands", async ({ browser, world }) => {
  const { owner, team, writer } = await makeShownTeam(world.url);
  const nora = await signUp(world.url, "Nora Vidal");
  await team.add(nora, [{ permissions: ["posts.view", "team.invite", "team.access"] }]);
  ok(await owner.browser.post(`${team.path}/roles`, { name: "Press", permissions: ["posts.view", "posts.publish"] }));
  const hers = await Profile.open(world, browser, nora.address);
  const asked = (what: string): Promise<unknown> => expect.poll(async () => (await mine()).includes(what)).toBe(true);
  const mine = async (): Promise<string[]> => {
    const { body } = await hers.call<{ mine: { missing: { permission: string } }[] }>("GET", `/teams/${team.id}/asks`);
    return body.mine.map((one) => one.missing.permission);
  };
  await hers.enter();

  await test.step("under an entry of a row's menu that is off", async () => {
    await hers.page.goto("/team");
    await hers.button("More actions for Wanda Okafor").click();
    const entry = hers.page.getByRole("menuitem", { name: "Ask for access" });
    await expect(hers.page.getByRole("menuitem", { name: /^Remove from team/ })).toHaveAttribute("aria-disabled", "true");
    await expect(entry).toContainText("Olivia Hart and Marco Bianchi will get a mail: “Nora Vidal asks for Remove people in Hart's Bakery.”");
    await hers.page.keyboard.press("ArrowDown");
    await expect(entry).toBeFocused();
    await hers.page.keyboard.press("Enter");
    await expect(hers.page.getByText("We asked Olivia Hart and Marco Bianchi for you.")).toBeVisible();
    await expect(hers.button("More actions for Wanda Okafor")).toBeFocused();
    await asked("team.remove");
    const refused = await hers.call("DELETE", `/teams/${team.id}/members/${writer.id}`);
    expect([refused.status, refused.body.code]).toEqual([403, "missing_permission"]);
    await hers.page.reload();
    await hers.button("More actions for Edith Novak").click();
    await expect(hers.page.getByRole("menuitem", { name: /^Asked on / })).toBeVisible();
    await hers.page.keyboard.press("Escape");
  });

  await test.step("on a role and on a checkmark that one cannot give", async () => {
    await hers.button("Edit access of Wanda Okafor").click();
    const dialog = hers.dialog("Access of Wanda Okafor");
    const roles = dialog.getByRole("group", { name: "Role" });
    await expect(roles.getByRole("radio", { name: "Press" })).toHaveAttribute("aria-disabled", "true");
    await roles.getByRole("button", { name: "Ask for access: Create posts" }).first().click();
    await expect(dialog.locator(":focus")).toHaveText(/^Asked on /);
    await asked("posts.create");
    const checks = dialog.getByRole("group", { name: "Content" });
    await expect(checks.getByRole("checkbox", { name: "Manage images" })).toHaveAttribute("aria-disabled", "true");
    await checks.getByRole("button", { name: "Ask for access: Manage images" }).click();
    await asked("images.manage");
    await hers.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
  });

  await test.step("on a role of the team's own, and beside the roles that are grey when inviting", async () => {
    await hers.page.goto("/team?tab=roles");
    const edit = hers.button("Edit role Press");
    await expect(edit).toHaveAttribute("aria-disabled", "true");
    await edit.focus();
    await hers.page.keyboard.press("Tab");
    await hers.page.keyboard.press("Enter");
    await asked("posts.publish");
    await expect(hers.page.locator(":focus")).toHaveText(/^Asked on /);
    await hers.page.goto("/team?tab=invite");
    const form = hers.page.getByRole("form", { name: "By e-mail" });
    await expect(form.getByText("You do not hold Create posts yourself, so you cannot give or take it.").first()).toBeVisible();
    await form.getByRole("button", { name: "Customise access" }).click();
    await form.getByRole("button", { name: "Ask for access: Edit everyone's posts" }).click();
    await asked("posts.edit");
  });

  await test.step("nothing of it for what the owner alone can do", async () => {
    const said = await hers.call("POST", `/teams/${team.id}/asks`, { permission: "team.transfer" });
    expect(said.status).toBe(422);
    await hers.page.goto("/plan");
    await expect(hers.heading("Plan")).toBeVisible();
    await expect(hers.button("Ask for access")).toHaveCount(0);
  });
  await hers.close();
});
