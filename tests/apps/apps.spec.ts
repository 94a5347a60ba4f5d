/**
 * Two apps of others, one with React and one without anything: each installs the packed packages and puts elements of
 * ours into its own page, in `vite dev` and in `vite build`, with a Worker behind its own host.
 */
import type { Browser as Chromium, Page } from "@playwright/test";
import { type App, checkTypes, installApp, type Served, serveApp } from "../support/apps";
import { expectAllOwn, watchRequests } from "../support/own";
import { createTeam, freshAddress, type Person, signUpAll } from "../support/people";
import { expect, test } from "../support/test";

const SESSION = "__Host-session";

/** Opens the app as somebody who is signed in: cookies of a host are the same at all its ports. */
async function openAs(chromium: Chromium, person: Person | undefined, url: string): Promise<Page> {
  const context = await chromium.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const value = person?.browser.cookie(SESSION);
  if (value) await context.addCookies([{ name: SESSION, value, url: url.replace("http:", "https:"), secure: true, httpOnly: true, sameSite: "Lax" }]);
  return context.newPage();
}

for (const name of ["react", "plain"] as const) {
  test.describe(`an app: ${name}`, () => {
    let app: App;

    test.beforeAll(async () => {
      test.setTimeout(240_000);
      app = await installApp(name);
    });

    test.afterAll(() => app.close());

    test(`${name}: its strict types hold`, async () => {
      await checkTypes(app);
    });

    for (const how of ["dev", "preview"] as const) {
      test(`${name}: three elements work in its page (${how})`, async ({ browser, world }) => {
        const [owner, viewer] = (await signUpAll(world.url, ["Olga", "Vera"])) as [Person, Person];
        const team = await createTeam(owner, "Northwind");
        await team.add(viewer, [{ role: "viewer" }]);
        const served = await serveApp(app, how, world.url);
        try {
          await ownerUses(await openAs(browser, owner, served.url), served, world.mailbox);
          await viewerSees(await openAs(browser, viewer, served.url), served);
          await strangerSees(await openAs(browser, undefined, served.url), served);
        } finally {
          await served.close();
        }
      });
    }
  });
}

/** The gate is open, an invitation goes out, the link is copied. */
async function ownerUses(page: Page, { url }: Served, mailbox: { wait(address: string, about: RegExp): Promise<unknown> }): Promise<void> {
  const seen = watchRequests(page, url);
  const address = freshAddress("invited");
  await page.goto(url);
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeVisible();
  await expect(page).toHaveTitle("open");

  await page.getByRole("button", { name: "Get people in" }).click();
  const dialog = page.getByRole("dialog", { name: "Get people in" });
  await dialog.getByLabel("Email address").fill(address);
  await dialog.getByRole("combobox", { name: "Role", exact: true }).selectOption({ label: "Viewer" });
  await dialog.getByRole("button", { name: "Send invitation" }).click();
  await mailbox.wait(address, /Northwind/);
  await expect(page.locator("output")).toHaveText(`invited ${address}`);
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(dialog).toBeHidden();

  const box = page.getByRole("region", { name: "Invite link" });
  await box.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await box.getByRole("textbox", { name: "Link", exact: true }).inputValue());
  expect(copied).toContain("/join#");
  expectAllOwn(seen);
}

/** The gate is closed and says why; there is nothing to invite by. */
async function viewerSees(page: Page, { url }: Served): Promise<void> {
  const seen = watchRequests(page, url);
  await page.goto(url);
  await expect(page.getByText("Publishing needs the Publish checkmark; Olga can give it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeHidden();
  await expect(page.getByRole("button", { name: "Get people in" })).toBeHidden();
  expectAllOwn(seen);
}

/** Whoever is signed out is led to where the app has its sign-in. */
async function strangerSees(page: Page, { url }: Served): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole("link", { name: "Sign in" }).first()).toHaveAttribute("href", "/login");
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toBeHidden();
}
