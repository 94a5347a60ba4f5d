/**
 * What happens to people by chance: a page that the phone dropped, an old bookmark, an address with a letter too many.
 */
import { expect } from "@playwright/test";
import { codeIn, SIGN_IN } from "../support/mailbox";
import { freshAddress } from "../support/people";
import { Profile } from "../support/profile";
import { test } from "../support/test";

test("a reload between asking for the code and typing it loses nothing", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await ana.page.goto("/sign-in");
  await ana.page.getByLabel("Email address").fill(ana.address);
  await ana.button("Send code").click();
  await expect(ana.page.getByLabel("Code", { exact: true })).toBeVisible();
  await ana.page.reload();
  const mail = await world.mailbox.latest(ana.address, SIGN_IN);
  await ana.page.getByLabel("Code", { exact: true }).fill(codeIn(mail));
  await ana.button("Sign in").click();
  await expect(ana.button("New team")).toBeVisible();

  await ana.page.goto("/sign-in");
  await expect(ana.page, "who is signed in is taken home").toHaveURL(/\/$/);
  await expect(ana.button("New team")).toBeVisible();
  await ana.close();
});

test("an address that is nobody's id says that there is nothing", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await ana.beginTeam("Harbour");
  for (const id of ["zzzzzzzzzzzzz", "x", "0000000000000l", "0000000000001"]) {
    for (const page of ["projects", "posts"]) {
      await ana.page.goto(`/${page}/${id}`);
      await expect(ana.page.getByRole("heading", { name: "Nothing here" }), `${page}/${id}`).toBeVisible();
    }
  }
  await ana.close();
});

test("no role is on offer of which nothing works yet", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await ana.beginTeam("Harbour");
  await ana.page.goto("/team?tab=invite");
  const roles = ana.page.getByLabel("Role", { exact: true }).getByRole("option");
  await expect(roles.filter({ hasText: "Editor" })).toHaveCount(1);
  await expect(roles.filter({ hasText: "Community manager" })).toHaveCount(0);
  const ofLinks = ana.page.getByLabel("Role of the link").getByRole("option");
  await expect(ofLinks.filter({ hasText: "Viewer" })).toHaveCount(1);
  await expect(ofLinks.filter({ hasText: "Community manager" })).toHaveCount(0);
  await ana.close();
});
