/**
 * Roles of a team's own, as two people meet them: made, given, changed while they are held, renamed, and deleted with
 * another in their place. Where the page denies something, the edge is asked by hand, and says the same.
 */
import { expect } from "@playwright/test";
import { freshAddress } from "../support/people";
import { Profile } from "../support/profile";
import { test } from "../support/test";

test("a manager makes a role, gives it, and whoever has it follows its changes", async ({ browser, world }) => {
  const mara = await Profile.open(world, browser, freshAddress("mara"));
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await mara.beginTeam("Harbour");
  await mara.newProject("Spring sale");
  await mara.invite(ana.address, "Viewer");
  await ana.enter();
  const [waiting] = (await ana.call<{ invitations: { id: string; team: { id: string } }[] }>("GET", "/me")).body.invitations;
  expect((await ana.call("POST", "/join", { team: waiting?.team.id, invitation: waiting?.id })).status).toBe(200);
  await ana.page.goto("/");
  await expect(ana.link("Spring sale")).toBeVisible();

  await test.step("the manager makes the role Press", async () => {
    await mara.page.goto("/team?tab=roles");
    await mara.button("New role").click();
    const dialog = mara.page.getByRole("dialog", { name: "New role" });
    await dialog.getByLabel("Name", { exact: true }).fill("viewer");
    await dialog.getByRole("checkbox", { name: "Create posts" }).check();
    await dialog.getByRole("button", { name: "Make role" }).click();
    await expect(dialog.getByText("A role is called this already")).toBeVisible();
    await dialog.getByLabel("Name", { exact: true }).fill("Press");
    await dialog.getByRole("button", { name: "Make role" }).click();
    await expect(mara.button("Edit role Press")).toBeVisible();
  });

  await test.step("and gives it to Ana, who writes", async () => {
    await mara.page.goto("/team");
    await mara.button(`Edit access of ${ana.name}`).click();
    await mara.page.getByRole("radio", { name: "Press" }).click();
    await expect(mara.page.getByText(/follows the role Press/)).toBeVisible();
    await mara.button("Save access").click();
    await expect(mara.member(ana.name)).toContainText("Press");
    await ana.page.reload();
    await ana.link("Spring sale").click();
    await expect(ana.button("New post")).not.toHaveAttribute("aria-disabled", "true");
  });

  await test.step("a checkmark unticked in the role is gone from her next request on, and her page shows it", async () => {
    await mara.page.goto("/team?tab=roles");
    await mara.button("Edit role Press").click();
    const dialog = mara.page.getByRole("dialog", { name: "Edit role Press" });
    await expect(dialog.getByText(`${ana.name} has it.`)).toBeVisible();
    await dialog.getByRole("checkbox", { name: "Create posts" }).uncheck();
    await expect(dialog.getByText(/will no longer create posts/)).toBeVisible();
    await dialog.getByLabel("Name", { exact: true }).fill("Media");
    await dialog.getByRole("button", { name: "Save role" }).click();
    await expect(mara.button("Edit role Media")).toBeVisible();
    const project = new URL(ana.page.url()).pathname.split("/").at(-1) ?? "";
    const team = (await ana.call<{ teams: { id: string }[] }>("GET", "/me")).body.teams[0]?.id ?? "";
    const { status, body } = await ana.call("POST", `/teams/${team}/projects/${project}/posts`, { title: "No", text: "" });
    expect([status, body.code, body.missing?.permission]).toEqual([403, "missing_permission", "posts.create"]);
    await ana.page.reload();
    await expect(ana.button("New post")).toHaveAttribute("aria-disabled", "true");
    await mara.page.goto("/team");
    await expect(mara.member(ana.name)).toContainText("Media");
  });

  await test.step("deleted, the role gives its people another, and history tells it", async () => {
    await mara.page.goto("/team?tab=roles");
    await mara.button("Delete role Media").click();
    const dialog = mara.page.getByRole("dialog", { name: "Delete the role Media?" });
    await dialog.getByLabel("Role in its place").selectOption({ label: "Editor" });
    await dialog.getByRole("button", { name: "Delete role" }).click();
    await expect(mara.button("Edit role Media")).toHaveCount(0);
    await mara.page.goto("/team");
    await expect(mara.member(ana.name)).toContainText("Editor");
    await mara.page.goto("/history");
    await expect(mara.page.getByText(/deleted the role Media/)).toBeVisible();
    await expect(mara.page.getByText(/renamed a role: Press → Media/)).toBeVisible();
  });
  await Promise.all([mara.close(), ana.close()]);
});
