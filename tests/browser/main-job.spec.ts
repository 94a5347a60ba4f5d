/**
 * The main job, as two people do it in two browsers: invite, decide by checkmarks, and see the edge hold. Where the
 * page denies something, the same call is made by hand, and the edge says the same.
 */
import { expect } from "@playwright/test";
import { INVITATION, tokenIn, tokenOf } from "../support/mailbox";
import { freshAddress } from "../support/people";
import { Profile, type Said } from "../support/profile";
import { test } from "../support/test";

test("a manager invites an editor by mail, and checkmarks decide what the editor may do", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const ben = await Profile.open(world, browser, freshAddress("ben"));

  await test.step("the manager signs up and invites an editor", async () => {
    await ana.beginTeam("Harbour");
    await ana.newProject("Spring sale");
    await ana.link("Add teammate").click();
    await expect(ana.page.getByLabel("Email address")).toBeFocused();
    await ana.page.getByLabel("Email address").fill(ben.address);
    await ana.select("Role", "Editor");
    await expect(ana.region("Price")).toContainText("No extra cost");
    await ana.button("Send invitation").click();
    await expect(ana.pending(ben.address)).toContainText("Editor");
  });

  await test.step("the editor opens the mail from the mailbox and accepts, with no second verification", async () => {
    await ben.page.goto(`/dev/mail?to=${encodeURIComponent(ben.address)}`);
    await world.mailbox.latest(ben.address, INVITATION);
    await ben.page.reload();
    await ben.page.getByRole("link", { name: /\/join#/ }).first().click();
    await expect(ben.heading("Join Harbour")).toBeVisible();
    await expect(ben.page.getByText(`${ana.name} invites you.`)).toBeVisible();
    await ben.button("Accept invitation").click();
    await expect(ben.link("Spring sale")).toBeVisible();
    await expect(ben.button("New project")).toHaveAttribute("aria-disabled", "true");
  });

  let post = "";
  await test.step("the editor writes a post, and finds Publish off with its reason", async () => {
    await ben.link("Spring sale").click();
    post = await write(ben, "Everything must go");
    const publish = ben.button("Publish now");
    await expect(publish).toHaveAttribute("aria-disabled", "true");
    await publish.focus();
    await expect(publish).toHaveAccessibleDescription(new RegExp(`Publish checkmark; ${ana.name.replaceAll(".", "\\.")} can give it`));
    await expect(ben.page.getByRole("tooltip").filter({ hasText: "needs the Publish checkmark" })).toBeVisible();
  });

  await test.step("the same call made by hand is refused, saying what is missing and who can grant it", async () => {
    const { status, body } = await publish(ben, post);
    expect([status, body.code]).toEqual([403, "missing_permission"]);
    expect(body.missing?.permission).toBe("posts.publish");
    expect(body.granters?.map((one) => one.name)).toEqual([ana.name]);
  });

  await test.step("the manager ticks Publish, and it works", async () => {
    await tick(ana, ben.name, "Publish", true, /can now publish/);
    await ben.page.reload();
    await expect(ben.button("Publish now")).not.toHaveAttribute("aria-disabled", "true");
    await ben.button("Publish now").click();
    await ben.confirm("Publish this post now?", "Publish now");
    await expect(ben.page.getByText("Published", { exact: true }).first()).toBeVisible();
    await expect(ben.button("Publish now")).toHaveAttribute("aria-disabled", "true");
  });

  await test.step("the manager unticks it, and the editor's next request is refused", async () => {
    await ben.page.goBack();
    const second = await write(ben, "Summer hours");
    await expect(ben.button("Publish now")).not.toHaveAttribute("aria-disabled", "true");
    await tick(ana, ben.name, "Publish", false, /will no longer publish/);
    const { status, body } = await publish(ben, second);
    expect([status, body.code, body.missing?.permission]).toEqual([403, "missing_permission", "posts.publish"]);
    await ben.page.reload();
    await expect(ben.button("Publish now")).toHaveAttribute("aria-disabled", "true");
    await expect(ben.page.getByText("Draft", { exact: true }).first()).toBeVisible();
  });

  await Promise.all([ana.close(), ben.close()]);
});

test("an editor joins another team by link; regenerated, the old link says so", async ({ browser, world }) => {
  const [ana, ben, cid] = await Promise.all(["ana", "ben", "cid"].map((name) => Profile.open(world, browser, freshAddress(name)))) as [Profile, Profile, Profile];
  await ben.beginTeam("Elsewhere");
  const first = await test.step("the manager copies the link", async () => {
    await ana.beginTeam("Lighthouse");
    await ana.page.goto("/team?tab=invite");
    const address = await theLink(ana);
    await ana.button("Copy link").click();
    await expect(ana.page.getByRole("status").getByText("Copied")).toBeVisible();
    expect(await ana.page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    return address;
  });

  await test.step("the editor, signed in already, joins by it and has both teams", async () => {
    await ben.page.goto(first);
    await expect(ben.heading("Join Lighthouse")).toBeVisible();
    await expect(ben.page.getByText("Anyone with this link can join.")).toBeVisible();
    await ben.button("Join team").click();
    await expect(ben.teamName("Lighthouse")).toBeVisible();
    await ben.button("Switch team").click();
    await expect(ben.page.getByRole("menuitem", { name: "Elsewhere" })).toBeVisible();
    await ben.page.keyboard.press("Escape");
    await ana.page.goto("/team");
    await expect(ana.member(ben.name)).toContainText("Viewer");
  });

  await test.step("the manager regenerates it, and the old one is dead from that moment", async () => {
    await ana.page.goto("/team?tab=invite");
    await regenerate(ana, first);
    await cid.page.goto(first);
    await expect(cid.page.getByText("A newer one took its place.")).toBeVisible();
    await expect(cid.button("Join team")).toHaveCount(0);
    await expect(cid.button("Sign in to join")).toHaveCount(0);
    await cid.enter();
    expectRefused(await cid.call("POST", "/join", { token: tokenOf(first) }), 410, "replaced");
    await cid.page.goto(first);
    await expect(cid.page.getByText("A newer one took its place.")).toBeVisible();
  });

  await test.step("somebody new joins by the new one, signing in on the way", async () => {
    const dan = await Profile.open(world, browser, freshAddress("dan"));
    await dan.page.goto(await theLink(ana));
    await dan.button("Sign in to join").click();
    await dan.signIn();
    await dan.button("Join team").click();
    await expect(dan.teamName("Lighthouse")).toBeVisible();
    await dan.close();
  });
  await Promise.all([ana.close(), ben.close(), cid.close()]);
});

test("a removed member is out, and does not get back in by the link", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const ben = await Profile.open(world, browser, freshAddress("ben"));
  await ana.beginTeam("Mole");
  await ana.newProject("Crane");
  await ana.page.goto("/team?tab=invite");
  const link = await theLink(ana);
  await ben.enter();
  await ben.page.goto(link);
  await ben.button("Join team").click();
  await expect(ben.link("Crane")).toBeVisible();
  const team = await ben.team("Mole");
  expect((await ben.call("GET", `${team}/projects`)).status).toBe(200);

  await test.step("the manager removes them: out at once", async () => {
    await ana.page.goto("/team");
    await ana.choose(`More actions for ${ben.name}`, "Remove from team");
    await ana.confirm(`Remove ${ben.name}?`, "Remove from team");
    await expect(ana.button("Undo")).toBeVisible();
    await expect(ana.member(ben.name)).toHaveCount(0);
    expectRefused(await ben.call("GET", `${team}/projects`), 404, "not_found");
    await ben.page.goto("/");
    await expect(ben.heading("Make your first team")).toBeVisible();
    await expect(ben.page.getByText("Mole")).toHaveCount(0);
    await expect(ben.link("Crane")).toHaveCount(0);
  });

  for (const which of ["the link they know", "a regenerated one"]) {
    await test.step(`${which} does not let them back in`, async () => {
      await ana.page.goto("/team?tab=invite");
      const address = which === "the link they know" ? await theLink(ana) : await regenerate(ana, link);
      await ben.page.goto(address);
      await expect(ben.page.getByText("You were removed from this team")).toBeVisible();
      await expect(ben.button("Join team")).toHaveCount(0);
      expectRefused(await ben.call("POST", "/join", { token: tokenOf(address) }), 403, "barred");
    });
  }
  await Promise.all([ana.close(), ben.close()]);
});

test("a wrong login is told for whom the invitation is, and can switch", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const ben = await Profile.open(world, browser, freshAddress("ben"));
  const meant = freshAddress("meant");
  await ana.beginTeam("Pier");
  await ana.invite(meant, "Viewer");

  await ben.beginTeam("Elsewhere");
  const mail = await world.mailbox.latest(meant, INVITATION);
  await ben.follow(mail);
  await expect(ben.page.getByText(`You are signed in as ${ben.address}. This is for m…@e….com.`)).toBeVisible();
  await expect(ben.page.getByText(meant)).toHaveCount(0);
  await expect(ben.button("Accept invitation")).toHaveCount(0);
  const { status, body } = await ben.call("POST", "/join", { token: tokenIn(mail) });
  expect([status, body.code, body.address]).toEqual([403, "wrong_person", "m…@e….com"]);

  await ben.button("Switch account").click();
  await ben.button("Accept invitation").click();
  await expect(ben.teamName("Pier")).toBeVisible();
  await ben.button("Account").click();
  await expect(ben.page.getByText(meant)).toBeVisible();
  await Promise.all([ana.close(), ben.close()]);
});

test("a cap refuses the seat too many, with its price", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const [one, two] = [freshAddress("one"), freshAddress("two")];
  await test.step("the owner chooses Plus, with one free editor", async () => {
    await ana.beginTeam("Dock");
    await ana.page.goto("/plan");
    await ana.region("Plus").getByRole("button", { name: "Change plan" }).click();
    await ana.confirm("Change plan to Plus?", "Change plan");
    await expect(ana.region("Plus")).toContainText("Current plan");
  });

  await test.step("the free seat is reserved by an invitation, at no cost", async () => {
    await ana.page.goto("/team?tab=invite");
    await ana.page.getByLabel("Email address").fill(one);
    await ana.select("Role", "Editor");
    await expect(ana.region("Price")).toContainText("included in your plan");
    await ana.button("Send invitation").click();
    await expect(ana.pending(one)).toBeVisible();
  });

  const second = async (more: object = {}): Promise<Said> =>
    ana.call("POST", `${await ana.team("Dock")}/invitations`, { address: two, access: [{ role: "editor" }], ...more });

  await test.step("the seat too many is refused, by the page and by the edge, with its price", async () => {
    await ana.page.getByLabel("Email address").fill(two);
    await expect(ana.region("Price")).toContainText("+$8");
    const { status, body } = await second();
    expect([status, body.code, body.neededCap]).toEqual([409, "seats_full", 1]);
    await ana.button("Send invitation").click();
    const dialog = ana.dialog("Allow more paid seats?");
    await expect(dialog).toContainText("1 paid seat");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(ana.pending(two)).toHaveCount(0);
    await expect(ana.page.getByText(two)).toBeVisible();
  });

  await test.step("confirming the price sends it", async () => {
    await ana.button("Send invitation").click();
    await ana.confirm("Allow more paid seats?", "Allow, for up to $8 a month");
    await expect(ana.pending(two)).toBeVisible();
    await ana.page.goto("/plan");
    await expect(ana.page.getByLabel("Paid seats allowed")).toHaveValue("1");
    await expect(ana.region("Seats")).toContainText("2 reserved");
  });
  await ana.close();
});

test("ownership is transferred, and the old owner holds nothing until given a role", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const ben = await Profile.open(world, browser, freshAddress("ben"));
  await ana.beginTeam("Quay");
  await ana.newProject("Regatta");
  await ana.invite(ben.address, "Viewer");
  await ben.follow(await world.mailbox.latest(ben.address, INVITATION));
  await ben.button("Accept invitation").click();
  await expect(ben.link("Regatta")).toBeVisible();
  await expect(ben.link("Plan")).toHaveCount(0);
  const team = await ana.team("Quay");

  await test.step("the owner hands the team over, naming it", async () => {
    await ana.page.goto("/team");
    await ana.choose(`More actions for ${ben.name}`, "Transfer ownership");
    const dialog = ana.dialog(`Transfer ownership to ${ben.name}`);
    const deed = dialog.getByRole("button", { name: "Transfer ownership" });
    await expect(deed).toHaveAttribute("aria-disabled", "true");
    await dialog.getByRole("textbox").fill("Quay");
    await expect(deed).not.toHaveAttribute("aria-disabled", "true");
    await deed.click();
    await expect(ana.page.getByText(`You are in Quay, but hold no access right now. ${ben.name} can give you a role.`)).toBeVisible();
  });

  await test.step("the old owner holds nothing, and the edge says so", async () => {
    await expect(ana.link("Regatta")).toHaveCount(0);
    for (const entry of ["Team", "Invite a Teammate", "Plan", "History"]) await expect(ana.link(entry)).toHaveCount(0);
    expect((await ana.call("GET", `${team}/plan`)).status).toBe(403);
    expect((await ana.call("PATCH", team, { name: "Mine again" })).status).toBe(403);
    expect((await ana.call<{ projects?: unknown[] }>("GET", `${team}/projects`)).body.projects ?? []).toEqual([]);
  });

  await test.step("the new owner is asked at once which role to give, and gives one", async () => {
    await ben.page.goto("/team");
    await expect(ben.link("Plan")).toBeVisible();
    await expect(ben.page.getByText(`${ana.name} has no access now.`)).toBeVisible();
    await ben.button("Choose a role").click();
    const access = ben.dialog(`Access of ${ana.name}`);
    await access.getByRole("radio", { name: "Viewer" }).click();
    await access.getByRole("button", { name: "Save access" }).click();
    await expect(access).toBeHidden();
    await expect(ben.member(ana.name)).toContainText("Viewer");
    await ana.page.goto("/");
    await expect(ana.link("Regatta")).toBeVisible();
    expect((await ana.call("GET", `${team}/plan`)).status).toBe(403);
  });
  await Promise.all([ana.close(), ben.close()]);
});

/** Writes a post from the project's page, and answers its id. */
async function write(profile: Profile, title: string): Promise<string> {
  await profile.button("New post").click();
  await profile.page.getByLabel("Title").fill(title);
  await profile.page.getByLabel("Text").fill("From Monday on.");
  await profile.button("Save").click();
  await expect(profile.page).toHaveURL(/\/posts\/[0-9a-z]{13}$/);
  await expect(profile.heading(title)).toBeAttached();
  return profile.page.url().slice(-13);
}

/** The call behind "Publish now", made by hand. */
async function publish(profile: Profile, post: string): Promise<Said> {
  const path = `${await profile.team("Harbour")}/posts/${post}`;
  const { version } = (await profile.call<{ version: number }>("GET", path)).body;
  return profile.call("POST", `${path}/publish`, { version });
}

/** Sets one checkmark of a teammate, and reads what will change before it is saved. */
async function tick(manager: Profile, name: string, label: string, on: boolean, change: RegExp): Promise<void> {
  await manager.page.goto("/team");
  await manager.button(`Edit access of ${name}`).click();
  const dialog = manager.dialog(`Access of ${name}`);
  await dialog.getByRole("checkbox", { name: label, exact: true }).setChecked(on);
  await expect(dialog.getByRole("region", { name: "What will change" })).toContainText(change);
  await dialog.getByRole("button", { name: "Save access" }).click();
  await expect(dialog).toBeHidden();
  await expect(manager.member(name)).toContainText(on ? "Custom" : /Custom|Editor/);
}

/** The address in the green box. */
async function theLink(profile: Profile): Promise<string> {
  const field = profile.region("Invite link").getByRole("textbox", { name: "Link" });
  await expect(field).toHaveValue(/\/join#/);
  return field.inputValue();
}

/** Regenerates the link, and answers the new address. */
async function regenerate(profile: Profile, old: string): Promise<string> {
  await profile.button("Regenerate link").click();
  await profile.confirm("Regenerate the link?", "Regenerate link");
  await expect(profile.region("Invite link").getByRole("textbox", { name: "Link" })).not.toHaveValue(old);
  return theLink(profile);
}

function expectRefused(said: Said, status: number, code: string): void {
  expect([said.status, said.body.code]).toEqual([status, code]);
}
