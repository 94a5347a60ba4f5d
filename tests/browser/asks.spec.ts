/**
 * "Ask for access", as two people do it in two browsers: from a Publish button that is off to one that works.
 */
import { expect } from "@playwright/test";
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
