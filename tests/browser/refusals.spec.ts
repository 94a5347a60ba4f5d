/**
 * When the edge refuses or does not answer: what was typed is kept, the error stands where it happened, and trying
 * again goes on from there. While it is slow, the shape of what comes is shown, but not for a blink.
 */
import { expect, type Page } from "@playwright/test";
import { freshAddress } from "../support/people";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

test("what was typed is kept when nothing comes back, and goes out once it does", async ({ browser, world }) => {
  const { owner, post } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address);
  await olivia.enter();
  const { page } = olivia;

  await test.step("an invitation", async () => {
    const guest = freshAddress("guest");
    await page.goto("/team?tab=invite");
    await expect(olivia.button("Copy link")).toBeVisible();
    await page.route("**/invitations", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
    await page.getByLabel("Email address").fill(guest);
    await olivia.button("Send invitation").click();
    await expect(page.getByRole("alert").getByText("Nothing came back.")).toBeVisible();
    await expect(page.getByText(guest)).toBeVisible();
    await page.unroute("**/invitations");
    await olivia.button("Send invitation").click();
    await expect(olivia.pending(guest)).toBeVisible();
    await expect(olivia.pending(guest)).toHaveCount(1);
  });

  await test.step("a post, even over a reload", async () => {
    await page.goto(`/posts/${post}`);
    await expect(olivia.button("Publish now")).toBeVisible();
    await page.route(`**/posts/${post}`, (route) => (route.request().method() === "PUT" ? route.abort() : route.continue()));
    await page.getByLabel("Text").fill("Half a thought");
    await olivia.button("Save").click();
    await expect(page.getByRole("alert").getByText("Nothing came back.")).toBeVisible();
    await expect(page.getByLabel("Text")).toHaveValue("Half a thought");
    await page.unroute(`**/posts/${post}`);
    await page.reload();
    await expect(page.getByLabel("Text")).toHaveValue("Half a thought");
    await olivia.button("Save").click();
    await expect(page.getByRole("status").getByText("Saved", { exact: true })).toBeVisible();
  });
  await olivia.close();
});

test("what was typed is kept when the edge refuses, with its reason", async ({ browser, world }) => {
  const { owner, team, writer, post } = await makeShownTeam(world.url);
  const wanda = await Profile.open(world, browser, writer.address);
  await wanda.enter();
  // A page that hears of no change: the edge is the first to say it.
  await wanda.page.routeWebSocket(/\/live/, (socket) => void socket.close());
  await wanda.page.goto(`/posts/${post}`);
  await expect(wanda.page.getByLabel("Text")).toBeEditable();
  await wanda.page.getByLabel("Text").fill("Not yet saved");
  await team.change(writer, [{ role: "viewer" }]);
  await wanda.button("Save").click();
  await expect(wanda.button("Save")).toHaveAttribute("aria-disabled", "true");
  await expect(wanda.page.getByText(new RegExp(`Create posts checkmark.*${owner.name}`)).first()).toBeAttached();
  await expect(wanda.page.getByText("Not yet saved").or(wanda.page.getByLabel("What you wrote")).first()).toBeVisible();
  await wanda.close();
});

test("waiting is shown after 150 ms, and in the place of what comes", async ({ browser, world }) => {
  const { owner } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address);
  await olivia.enter();
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await olivia.page.route("**/members*", async (route) => {
    await asked;
    await route.continue();
  });
  await olivia.page.goto("/team");
  const waits = olivia.page.locator("roster-members .waiting");
  await expect(waits).toBeAttached();
  expect(await delayOf(olivia.page)).toBeGreaterThanOrEqual(150);
  await expect(waits).toHaveCSS("opacity", "1");
  answer();
  await expect(olivia.member(owner.address)).toBeVisible();
  await expect(waits).toHaveCount(0);
  await olivia.close();
});

/** How long the skeletons stay unseen, in milliseconds, as their style says. */
function delayOf(page: Page): Promise<number> {
  return page.locator("roster-members .waiting").evaluate((waiting) => {
    const all = [waiting, ...waiting.querySelectorAll("*")];
    const delays = all.map((one) => Number.parseFloat(getComputedStyle(one).animationDelay) * 1_000);
    return Math.max(...delays);
  });
}
