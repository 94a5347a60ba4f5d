/**
 * The gallery: every element is live over samples, its snippet is copied, both languages and themes are whole; and
 * nothing of it reaches the API.
 */
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { expectAllOwn, watchRequests } from "../support/own";
import { expect, test } from "../support/test";

const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ["light-1440", { viewport: { width: 1440, height: 900 }, colorScheme: "light" }],
  ["dark-360", { viewport: { width: 360, height: 780 }, colorScheme: "dark" }],
];

/** Everything that is read has been shown. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole("row", { name: /Mira Sato/ })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Link", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Join Northwind" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Next month" })).toBeVisible();
}

for (const [look, options] of LOOKS) {
  test(`the gallery is whole (${look})`, async ({ browser, world }) => {
    const context = await browser.newContext({ baseURL: world.url, ...options });
    const page = await context.newPage();
    const seen = watchRequests(page, world.url);
    const asked: string[] = [];
    page.on("request", (request) => request.url().includes("/api/") && asked.push(request.url()));
    await page.goto("/gallery");
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole("button", { name: "Invite a Teammate" }).click();
    await expect(page.getByRole("dialog", { name: "Invite a Teammate" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await page.getByLabel("Language").selectOption("ru");
    await expect(page.getByRole("heading", { name: "Ссылка-приглашение" })).toHaveCount(2);
    await expect(page.getByRole("button", { name: "Пригласить в команду" })).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(asked).toEqual([]);
    expectAllOwn(seen);
    await context.close();
  });
}

test("each looks as it does to an editor, and to nobody", async ({ browser, world }) => {
  const context = await browser.newContext({ baseURL: world.url });
  const page = await context.newPage();
  await page.goto("/gallery");
  await settled(page);
  await expect(page.getByText("You may publish")).toBeVisible();
  await page.getByLabel("See them as").selectOption({ label: "Ben, an editor" });
  await expect(page.getByText(/Publishing needs the Publish checkmark/)).toBeVisible();
  await expect(page.getByText("Plan and price are the owner's to see.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Invite a Teammate" })).toBeHidden();
  await page.getByLabel("See them as").selectOption({ label: "Somebody signed out" });
  await expect(page.getByText("Sign in to see this.").first()).toBeVisible();
  await expect(page.getByRole("row", { name: /Mira Sato/ })).toBeHidden();
  await context.close();
});

test("a snippet is copied as it stands, and samples send nothing", async ({ browser, world }) => {
  const context = await browser.newContext({ baseURL: world.url, permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto("/gallery");
  await settled(page);
  await page.getByRole("button", { name: "Copy: Link box, HTML" }).click();
  await expect(page.getByText("Copied.", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("<roster-link-box></roster-link-box>");
  await page.getByRole("button", { name: "Change plan" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Change plan" }).click();
  await expect(page.getByRole("dialog").getByText("This is a sample: nothing was sent.")).toBeVisible();
  await context.close();
});
