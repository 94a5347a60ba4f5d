/**
 * Settings, as a person uses them: another address with its code, a browser that is signed out from afar, and mails.
 */
import { expect } from "@playwright/test";
import { codeIn } from "../support/mailbox";
import { freshAddress } from "../support/people";
import { Profile } from "../support/profile";
import { test } from "../support/test";

test("another address, a forgotten browser, and a mail less", async ({ browser, world }) => {
  const address = freshAddress("ana");
  const [here, there] = (await Promise.all([address, address].map((one) => Profile.open(world, browser, one)))) as [Profile, Profile];
  await here.enter();
  await there.enter();
  await there.page.goto("/");
  await here.page.goto("/settings");

  await test.step("the other browser is signed out, and shows it", async () => {
    const sessions = here.page.getByRole("list", { name: "Sessions" });
    await expect(sessions.getByRole("listitem")).toHaveCount(2);
    await expect(sessions.getByText("This browser")).toHaveCount(1);
    await sessions.getByRole("button", { name: /^Sign out / }).click();
    await expect(sessions.getByRole("listitem")).toHaveCount(1);
    await there.page.reload();
    await expect(there.heading("Sign in")).toBeVisible();
  });

  await test.step("a new address is taken with the code from its mail", async () => {
    const moved = freshAddress("moved");
    await here.button("Change address").click();
    await expect(here.page.getByLabel("New email address")).toBeFocused();
    await here.page.getByLabel("New email address").fill("not an address");
    await here.button("Send code").click();
    await expect(here.page.getByRole("alert").getByText("This is not a whole e-mail address.")).toBeVisible();
    await here.page.getByLabel("New email address").fill(moved);
    await here.button("Send code").click();
    await expect(here.page.getByLabel("Code from the new address")).toBeFocused();
    await here.page.getByLabel("Code from the new address").fill(codeIn(await world.mailbox.latest(moved, /confirm your new address/i)));
    await here.button("Confirm new address").click();
    await expect(here.page.getByText("Your address is changed. We told the old one.")).toBeVisible();
    await expect(here.page.getByLabel("Email address", { exact: true })).toHaveValue(moved);
  });

  await test.step("a mail is turned off, and stays off", async () => {
    const box = here.page.getByLabel("Somebody asks me for access");
    await expect(box).toBeChecked();
    await box.uncheck();
    await expect(here.page.getByText("Saved.").first()).toBeVisible();
    await here.page.reload();
    await expect(here.page.getByLabel("Somebody asks me for access")).not.toBeChecked();
    const said = await here.call("PUT", "/me/mails", { off: ["sign_in"] });
    expect([said.status, said.body.code]).toEqual([422, "bad_value"]);
  });
  await Promise.all([here.close(), there.close()]);
});
