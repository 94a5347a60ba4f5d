/**
 * Coming in, by keyboard alone: inviting one and many, what is pending, the link box, and what an invitee does
 * with it; asking for access and giving it.
 */
import { expect } from "@playwright/test";
import { INVITATION } from "../support/mailbox";
import { Keys } from "../support/keys";
import { freshAddress, signUp } from "../support/people";
import { linkIn, Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

test("one, many, a file, what is pending and the link box by keyboard alone", async ({ browser, world }) => {
  const { owner, invited, team } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address);
  const keys = new Keys(olivia.page);
  await olivia.enter();
  await olivia.page.goto(`/team?tab=invite&team=${team.id}`);
  const field = olivia.page.getByLabel("Email address");
  const one = freshAddress("one");

  await test.step("one, with checkmarks of its own and one project", async () => {
    await expect(field).toBeFocused();
    await keys.type(one);
    await keys.to(olivia.page.getByRole("form", { name: "By e-mail" }).getByRole("radio", { name: "Every project" }));
    await keys.press("ArrowDown");
    await keys.tick(olivia.page.getByRole("form", { name: "By e-mail" }).getByRole("checkbox", { name: "Newsletter" }));
    const customise = olivia.button("Customise access");
    await keys.use(customise);
    await expect(customise).toHaveAttribute("aria-expanded", "true");
    await keys.tick(olivia.page.getByRole("form", { name: "By e-mail" }).getByRole("checkbox", { name: "Publish", exact: true }));
    await keys.use(olivia.button("Send invitation"));
    await expect(olivia.pending(one)).toContainText("Newsletter");
    await expect(field).toBeFocused();
  });

  await test.step("many, pasted; one of them is taken out again", async () => {
    await keys.paste(`${freshAddress("a")}, ${freshAddress("b")}, wrong@one, `);
    const wrong = olivia.button("Remove wrong@one");
    await keys.to(wrong, "Shift+Tab");
    await keys.press("Enter");
    await expect(wrong).toHaveCount(0);
    await expect(field).toBeFocused();
    await keys.use(olivia.button("Send 2 invitations"));
    await keys.isSomewhere();
    await keys.use(olivia.button("Done"));
    await keys.isSomewhere();
  });

  await test.step("a file is chosen, and put away", async () => {
    const [chooser] = await Promise.all([olivia.page.waitForEvent("filechooser"), keys.use(olivia.button("Import CSV"))]);
    await chooser.setFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(`email\n${freshAddress("file")}\n`) });
    await keys.use(olivia.button("Remove file"));
    await expect(field).toBeFocused();
  });

  await test.step("what one that is pending gives is changed; it is deleted, and the focus stays in the list", async () => {
    const dots = olivia.button(`More actions for ${invited}`);
    await keys.choose(dots, "Edit access");
    const dialog = olivia.page.getByRole("dialog").filter({ visible: true });
    await keys.to(dialog.getByRole("radio", { name: "Viewer" }));
    await keys.pick(dialog.getByRole("radio", { name: "Approver" }));
    await keys.use(dialog.getByRole("button", { name: "Save access" }));
    await expect(dialog).toBeHidden();
    await expect(dots).toBeFocused();
    await keys.choose(dots, "Delete");
    await keys.use(olivia.page.getByRole("dialog").filter({ visible: true }).getByRole("button", { name: /^Delete/ }));
    await expect(dots).toHaveCount(0);
    await expect(olivia.page.getByRole("table", { name: "Pending invitations" }).locator(":focus").first()).toBeAttached();
  });

  await test.step("the link is copied, regenerated, limited and turned off", async () => {
    const box = olivia.page.locator("roster-link-box");
    const link = box.getByLabel("Link", { exact: true });
    const before = await link.inputValue();
    await keys.use(box.getByRole("button", { name: "Copy link" }));
    expect(await olivia.page.evaluate(() => navigator.clipboard.readText())).toBe(before);
    const renew = box.getByRole("button", { name: "Regenerate link" });
    await keys.use(renew);
    await keys.confirm(olivia.dialog("Regenerate the link?"), "Regenerate link");
    await expect(link).not.toHaveValue(before);
    await expect(renew).toBeFocused();
    const dots = box.getByRole("button", { name: "More actions for the invite link" });
    await keys.choose(dots, "Link settings");
    await keys.fill(box.getByLabel("Number of uses"), "3");
    await keys.press("Enter");
    await expect(box.getByText("of 3").first()).toBeVisible();
    await keys.isSomewhere();
    await keys.choose(dots, "Turn off link");
    await keys.use(box.getByRole("button", { name: "Turn on link" }));
    await expect(link).toBeVisible();
    await keys.isSomewhere();
  });
  await olivia.close();
});

test("accept, decline, another account and a new mail by keyboard alone; then ask, and be given", async ({ browser, world }) => {
  const { owner, team } = await makeShownTeam(world.url);
  const [gina, dan] = [await signUp(world.url, "Gina Roth"), await signUp(world.url, "Dan Fox")];
  await team.invite(gina.address, [{ role: "writer" }]);
  await team.invite(dan.address, [{ role: "viewer" }]);
  const [guest, danny, olivia] = [await Profile.open(world, browser, gina.address), await Profile.open(world, browser, dan.address), await Profile.open(world, browser, owner.address)];
  await Promise.all([guest.enter(), danny.enter(), olivia.enter()]);
  const [hers, his, keys] = [new Keys(guest.page), new Keys(danny.page), new Keys(olivia.page)];
  const toGina = linkIn(await world.mailbox.latest(gina.address, INVITATION));

  await test.step("the wrong account switches", async () => {
    await danny.page.goto(toGina);
    await his.use(danny.button("Switch account"));
    await expect(danny.page.getByLabel("Email address")).toBeFocused();
  });

  await test.step("the right one accepts", async () => {
    await guest.page.goto(toGina);
    await hers.use(guest.button("Accept invitation"));
    await expect(guest.teamName("Hart's Bakery")).toBeVisible();
    await hers.isSomewhere();
  });

  await test.step("one is declined", async () => {
    await danny.enter();
    await danny.page.goto(linkIn(await world.mailbox.latest(dan.address, INVITATION)));
    await his.use(danny.button("Decline"));
    const dialog = danny.page.getByRole("dialog").filter({ visible: true });
    await his.use(dialog.getByRole("button", { name: /^Decline/ }));
    await expect(danny.button("Accept invitation")).toHaveCount(0);
    await his.isSomewhere();
  });

  await test.step("from a control that is off, to the one who can give it", async () => {
    await guest.page.goto("/");
    await hers.to(guest.button("New project"));
    await hers.press("Tab", "Enter");
    await expect(guest.page.locator(":focus")).toHaveText(/^Asked on /);
    await olivia.page.goto("/team");
    const asked = olivia.region("Asked for access");
    await keys.use(asked.getByRole("button", { name: /^Give access: Gina Roth/ }));
    await expect(asked).toHaveCount(0);
    await keys.isSomewhere();
  });

  await test.step("who holds an old mail asks for a new one", async () => {
    const late = freshAddress("late");
    await team.invite(late, [{ role: "viewer" }]);
    const old = linkIn(await world.mailbox.latest(late, INVITATION));
    await world.setClock(8 * 86_400_000);
    const lena = await Profile.open(world, browser, late);
    await lena.page.goto(old);
    await new Keys(lena.page).use(lena.button("Ask for a new one"));
    await expect(lena.button("Ask for a new one")).toHaveCount(0);
    await new Keys(lena.page).isSomewhere();
    await lena.close();
  });
  await Promise.all([guest.close(), danny.close(), olivia.close()]);
});
