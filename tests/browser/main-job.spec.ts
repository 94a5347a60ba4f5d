/**
 * The main job, as two people do it in two browsers: invite, decide by checkmarks, and see the edge hold.
 */
import { expect } from "@playwright/test";
import { freshAddress } from "../support/people";
import { INVITATION } from "../support/mailbox";
import { Profile } from "../support/profile";
import { test } from "../support/test";

test("a manager invites an editor by mail, and checkmarks decide what the editor may do", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const ben = await Profile.open(world, browser, freshAddress("ben"));

  await test.step("the manager signs up and invites an editor", async () => {
    await ana.beginTeam("Harbour");
    await ana.newProject("Spring sale");
    await ana.page.getByRole("link", { name: "Add teammate" }).click();
    await expect(ana.page.getByLabel("Email address")).toBeFocused();
    await ana.page.getByLabel("Email address").fill(ben.address);
    await choose(ana, "Role", "Editor");
    await expect(ana.page.getByRole("region", { name: "Price" })).toContainText(/free|\$0/i);
    await ana.button("Send invitation").click();
    await expect(pending(ana, ben.address)).toContainText("Editor");
  });

  await test.step("the editor accepts from the mail, with no second verification", async () => {
    await ben.follow(await world.mailbox.latest(ben.address, INVITATION));
    await expect(ben.page.getByRole("heading", { name: "Join Harbour" })).toBeVisible();
    await ben.button("Accept invitation").click();
    await expect(ben.page.getByRole("link", { name: "Spring sale" }).first()).toBeVisible();
  });

  let post = "";
  await test.step("the editor writes a post, and finds Publish off with its reason", async () => {
    await ben.page.getByRole("link", { name: "Spring sale" }).first().click();
    await ben.button("New post").first().click();
    await ben.page.getByLabel("Title").fill("Everything must go");
    await ben.page.getByLabel("Text").fill("From Monday on.");
    await ben.button("Save").click();
    await expect(ben.page).toHaveURL(/\/posts\/[0-9a-z]{13}/);
    post = /\/posts\/([0-9a-z]{13})/.exec(ben.page.url())?.[1] ?? "";
    const publish = ben.button("Publish now");
    await expect(publish).toHaveAttribute("aria-disabled", "true");
    await publish.focus();
    await expect(ben.page.getByText(/needs the Publish checkmark/)).toBeVisible();
  });

  const call = async (): Promise<{ status: number; body: Record<string, unknown> }> => {
    return ben.page.evaluate(async (id) => {
      const me = (await (await fetch("/api/v1/me")).json()) as { teams: { id: string }[] };
      const path = `/api/v1/teams/${me.teams[0]?.id}/posts/${id}`;
      const { version } = (await (await fetch(path)).json()) as { version: number };
      const headers = { "content-type": "application/json" };
      const answer = await fetch(`${path}/publish`, { method: "POST", headers, body: JSON.stringify({ version }) });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    }, post);
  };

  await test.step("the same call made by hand is refused, saying what is missing and who can grant it", async () => {
    const { status, body } = await call();
    expect(status).toBe(403);
    expect(body).toMatchObject({ code: "missing_permission", missing: { permission: "posts.publish" } });
    expect(body["granters"]).toHaveLength(1);
  });

  await test.step("the manager ticks Publish, and it works", async () => {
    await setCheckmark(ana, "Publish", true);
    await ben.page.reload();
    await expect(ben.button("Publish now")).not.toHaveAttribute("aria-disabled", "true");
    await ben.button("Publish now").click();
    await expect(ben.page.getByText("Published").first()).toBeVisible();
  });

  await test.step("the manager unticks it, and the editor's next request is refused", async () => {
    await setCheckmark(ana, "Publish", false);
    const { status, body } = await call();
    expect([status, body["code"]]).toEqual([403, "missing_permission"]);
  });

  await test.step("a removed member is out", async () => {
    await ana.page.goto("/team");
    const [name] = ben.address.split("@");
    await ana.choose(`More actions for ${name}`, "Remove from team");
    await ana.dialog(/Remove/).getByRole("button", { name: /Remove/ }).click();
    await expect(ana.button("Undo")).toBeVisible();
    expect((await call()).status).toBe(404);
  });

  await Promise.all([ana.close(), ben.close()]);
});

test("a link lets people in until it is regenerated, and never those who were removed", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const ben = await Profile.open(world, browser, freshAddress("ben"));
  await ana.beginTeam("Lighthouse");
  await ana.page.goto("/team?tab=invite");
  const box = ana.page.getByRole("region", { name: "Invite link" });
  const field = box.getByRole("textbox", { name: "Link" });
  await expect(field).toHaveValue(/\/join#/);
  const first = await field.inputValue();

  await test.step("somebody new joins by it", async () => {
    await ben.page.goto(first);
    await expect(ben.page.getByRole("heading", { name: "Join Lighthouse" })).toBeVisible();
    await ben.button("Sign in to join").click();
    await ben.signIn();
    await ben.button("Join team").click();
    await expect(ben.page.getByText("Lighthouse").first()).toBeVisible();
  });

  await test.step("the manager regenerates it, and the old one says so", async () => {
    await box.getByRole("button", { name: "Copy link" }).click();
    await box.getByRole("button", { name: "Regenerate link" }).click();
    await ana.dialog(/Regenerate/).getByRole("button", { name: /Regenerate/ }).click();
    await expect(field).not.toHaveValue(first);
    const cid = await Profile.open(world, browser, freshAddress("cid"));
    await cid.page.goto(first);
    await expect(cid.page.getByText(/replaced/i).first()).toBeVisible();
    await expect(cid.button("Join team")).toHaveCount(0);
    await cid.close();
  });

  await test.step("who was removed does not get back in by the new one", async () => {
    const second = await field.inputValue();
    await ana.page.goto("/team");
    const [name] = ben.address.split("@");
    await ana.choose(`More actions for ${name}`, "Remove from team");
    await ana.dialog(/Remove/).getByRole("button", { name: /Remove/ }).click();
    await expect(ana.button("Undo")).toBeVisible();
    await ben.page.goto(second);
    await expect(ben.page.getByText(/removed from this team/i).first()).toBeVisible();
  });
  await Promise.all([ana.close(), ben.close()]);
});

test("a wrong login is told for whom the invitation is, and can switch", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const ben = await Profile.open(world, browser, freshAddress("ben"));
  const meant = freshAddress("meant");
  await ana.beginTeam("Pier");
  await ana.page.goto("/team?tab=invite");
  await ana.page.getByLabel("Email address").fill(meant);
  await ana.button("Send invitation").click();
  await expect(pending(ana, meant)).toBeVisible();

  await ben.beginTeam("Elsewhere");
  await ben.follow(await world.mailbox.latest(meant, INVITATION));
  await expect(ben.page.getByText("m…@e….com")).toBeVisible();
  await expect(ben.page.getByText(ben.address).first()).toBeVisible();
  await expect(ben.button("Accept invitation")).toHaveCount(0);
  await ben.button("Switch account").click();
  await ben.button("Accept invitation").click();
  await expect(ben.page.getByText("Pier").first()).toBeVisible();
  await ben.page.getByRole("button", { name: "Account" }).click();
  await expect(ben.page.getByText(meant)).toBeVisible();
  await Promise.all([ana.close(), ben.close()]);
});

test("a cap refuses the seat too many, with its price", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await ana.beginTeam("Dock");
  await ana.page.goto("/plan");
  await ana.page.getByRole("region", { name: "Plus" }).getByRole("button", { name: "Change plan" }).click();
  await ana.dialog(/Change plan/).getByRole("button", { name: "Change plan" }).click();
  await expect(ana.page.getByRole("region", { name: "Plus" })).toContainText(/current/i);

  await ana.page.goto("/team?tab=invite");
  for (const [count, price] of [[1, /included/i], [2, /\$8/]] as const) {
    const address = freshAddress(`editor${count}`);
    await ana.page.getByLabel("Email address").fill(address);
    await choose(ana, "Role", "Editor");
    await expect(ana.page.getByRole("region", { name: "Price" })).toContainText(price);
    await ana.button("Send invitation").click();
    if (count === 1) {
      await expect(pending(ana, address)).toBeVisible();
    } else {
      const dialog = ana.dialog(/seat/i);
      await expect(dialog).toContainText("$8");
      await expect(pending(ana, address)).toHaveCount(0);
      await dialog.getByRole("button", { name: /Allow/ }).click();
      await expect(pending(ana, address)).toBeVisible();
    }
  }
  await ana.close();
});

test("ownership is transferred, and the old owner holds nothing until given a role", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const ben = await Profile.open(world, browser, freshAddress("ben"));
  await ana.beginTeam("Quay");
  await ana.newProject("Regatta");
  await ana.page.goto("/team?tab=invite");
  await ana.page.getByLabel("Email address").fill(ben.address);
  await ana.button("Send invitation").click();
  await ben.follow(await world.mailbox.latest(ben.address, INVITATION));
  await ben.button("Accept invitation").click();
  await expect(ben.page.getByRole("link", { name: "Regatta" }).first()).toBeVisible();

  await ana.page.goto("/team");
  const [name] = ben.address.split("@");
  await ana.choose(`More actions for ${name}`, "Transfer ownership");
  const dialog = ana.dialog(/Transfer ownership/);
  await expect(dialog.getByRole("button", { name: "Transfer ownership" })).toBeDisabled();
  await dialog.getByRole("textbox").fill("Quay");
  await dialog.getByRole("button", { name: "Transfer ownership" }).click();
  await expect(ana.page.getByText(/no access/i).first()).toBeVisible();

  await ana.page.goto("/");
  await expect(ana.page.getByRole("link", { name: "Regatta" })).toHaveCount(0);
  const status = await ana.page.evaluate(async () => {
    const me = (await (await fetch("/api/v1/me")).json()) as { teams: { id: string }[] };
    return (await fetch(`/api/v1/teams/${me.teams[0]?.id}/plan`)).status;
  });
  expect(status).toBe(403);

  await ben.page.goto("/team");
  const [old] = ana.address.split("@");
  await ben.button(`Edit access of ${old}`).click();
  const access = ben.dialog(`Access of ${old}`);
  await access.getByRole("radio", { name: /^Viewer/ }).click();
  await access.getByRole("button", { name: "Save access" }).click();
  await expect(access).toBeHidden();
  await ana.page.goto("/");
  await expect(ana.page.getByRole("link", { name: "Regatta" }).first()).toBeVisible();
  await Promise.all([ana.close(), ben.close()]);
});

/** The row of a pending invitation. */
function pending(profile: Profile, address: string) {
  return profile.page.getByRole("table", { name: "Pending invitations" }).getByRole("row", { name: address });
}

/** Picks from a select by its accessible name. */
async function choose(profile: Profile, label: string, option: string): Promise<void> {
  await profile.page.getByRole("combobox", { name: label }).click();
  await profile.page.getByRole("option", { name: option }).click();
}

/** Ticks or unticks one checkmark of the only teammate. */
async function setCheckmark(manager: Profile, label: string, on: boolean): Promise<void> {
  await manager.page.goto("/team");
  await manager.page.getByRole("button", { name: /^Edit access of / }).click();
  const dialog = manager.dialog(/^Access of /);
  await dialog.getByRole("checkbox", { name: label, exact: true }).setChecked(on);
  await dialog.getByRole("button", { name: "Save access" }).click();
  await expect(dialog).toBeHidden();
}
