/**
 * Promises that no other story keeps an eye on: how many more edit a project, that a tick is explained with no request,
 * that nobody learns who is registered, one link for each place and role, and mails as they are read.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "@playwright/test";
import { ok } from "../support/api";
import { INVITATION, type Mail } from "../support/mailbox";
import { createTeam, freshAddress, signUp, signUpAll } from "../support/people";
import { linkIn, Profile } from "../support/profile";
import { growShownTeam, makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

/** What a whole page must have: a mail stands within the page of a mail program. */
const OF_A_PAGE = ["document-title", "landmark-one-main", "page-has-heading-one", "region"];

test("a card shows five of those who edit, and how many more there are", async ({ browser, world }) => {
  const [owner, ...writers] = await signUpAll(world.url, ["Olga", "Ann", "Bob", "Cem", "Dee", "Eva", "Fay"]);
  if (!owner) throw new Error("an owner");
  const team = await createTeam(owner, "Harbour");
  await team.project("Alpha");
  for (const one of writers) await team.add(one, [{ role: "writer" }]);
  const olga = await Profile.open(world, browser, owner.address);
  await olga.enter();
  await olga.page.goto("/");
  const editors = olga.page.getByRole("list", { name: "Editors of Alpha" }).getByRole("listitem");
  await expect(editors).toHaveCount(6);
  await expect(editors.last()).toContainText("2 more");
  await olga.close();
});

test("what a tick changes, and what it costs, is told by the page alone, with no request", async ({ browser, world }) => {
  const { owner, editor, approver } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address);
  await olivia.enter();
  await olivia.page.goto("/team");
  const asked: string[] = [];
  olivia.page.on("request", (request) => {
    if (request.url().includes("/api/")) asked.push(`${request.method()} ${request.url()}`);
  });

  await test.step("a checkmark", async () => {
    await olivia.button(`Edit access of ${editor.name}`).click();
    const dialog = olivia.dialog(`Access of ${editor.name}`);
    await expect(dialog.getByRole("checkbox", { name: "Publish", exact: true })).toBeVisible();
    asked.length = 0;
    const change = dialog.getByRole("region", { name: "What will change" });
    await dialog.getByRole("checkbox", { name: "Publish", exact: true }).check();
    await expect(change).toContainText("can now publish");
    await dialog.getByRole("checkbox", { name: "Manage images" }).uncheck();
    await expect(change).toContainText("will no longer manage images");
    // A preset fills the checkmarks, and one that is changed is no preset any more.
    await dialog.getByRole("radio", { name: "Writer" }).check();
    await expect(dialog.getByRole("checkbox", { name: "Create posts" })).toBeChecked();
    await expect(dialog.getByRole("checkbox", { name: "Publish", exact: true })).not.toBeChecked();
    await dialog.getByRole("checkbox", { name: "Approve" }).check();
    await expect(dialog.getByRole("radio", { name: "Custom" })).toBeChecked();
    expect(asked).toEqual([]);
    await olivia.page.keyboard.press("Escape");
  });

  await test.step("the seat of somebody who is free so far, in one project beside what stands elsewhere", async () => {
    await olivia.button(`Edit access of ${approver.name}`).click();
    const dialog = olivia.dialog(`Access of ${approver.name}`);
    await expect(dialog.getByRole("radio", { name: "Only these projects" })).toBeChecked();
    asked.length = 0;
    await dialog.getByRole("radio", { name: "Editor" }).check();
    await expect(dialog.getByRole("region", { name: "What will change" })).toContainText("$8 a month");
    expect(asked).toEqual([]);
    await olivia.page.keyboard.press("Escape");
  });

  await test.step("an invitation", async () => {
    await olivia.page.goto("/team?tab=invite");
    await expect(olivia.button("Copy link")).toBeVisible();
    asked.length = 0;
    const price = olivia.page.getByRole("region", { name: "Price" });
    await expect(price).toContainText("+$8 a month once accepted");
    await olivia.select("Role", "Viewer");
    await expect(price).not.toContainText("$8");
    expect(asked).toEqual([]);
  });
  await olivia.close();
});

test("inviting says the same of an address with an account and of one without; only their mails differ", async ({ browser, world }) => {
  const known = await signUp(world.url, "Rex Known");
  const stranger = freshAddress("stranger");
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await ana.beginTeam("Jetty");
  await ana.page.goto("/team?tab=invite");
  await expect(ana.page.getByText("Any address works. If the person can choose, one that is not registered with Roster yet makes for a cleaner start.")).toBeVisible();
  const said: string[] = [];
  for (const address of [known.address, stranger]) {
    await ana.invite(address, "Viewer");
    said.push(((await ana.pending(address).textContent()) ?? "").replaceAll(address, "ADDRESS"));
  }
  expect(said[0]).toBe(said[1]);
  expect(said[0]).not.toContain("Rex");
  const path = `${await ana.team("Jetty")}/invitations/check`;
  const { body } = await ana.call<{ invitees: Record<string, unknown>[] }>("POST", path, { addresses: [known.address, stranger, freshAddress("nobody")] });
  const bare = body.invitees.map(({ address, ...rest }) => rest);
  expect(bare[0]).toEqual(bare[1]);
  const [one, other] = [await world.mailbox.latest(known.address, INVITATION), await world.mailbox.latest(stranger, INVITATION)];
  expect(one.subject).toBe(other.subject);
  await ana.close();
});

test("there is one link for each place and role, in a light green box, with an end and a domain", async ({ browser, world }) => {
  const { owner, team, link } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address, { colorScheme: "light" });
  await olivia.enter();
  await olivia.page.goto("/team?tab=invite");
  const box = olivia.region("Invite link");
  const field = box.getByLabel("Link", { exact: true });
  await expect(field).toHaveValue(link.url);
  const [red, green, blue] = (await box.evaluate((one) => getComputedStyle(one).backgroundColor)).match(/[\d.]+/g)?.map(Number) ?? [];
  expect(green).toBeGreaterThan(red ?? 255);
  expect(green).toBeGreaterThan(blue ?? 255);
  expect(Math.min(red ?? 0, blue ?? 0), "light").toBeGreaterThan(200);

  await box.getByLabel("Place of the link").selectOption({ label: "Newsletter" });
  await box.getByRole("button", { name: "Create link" }).click();
  await expect(field).toHaveValue(/#/);
  const here = await field.inputValue();
  await box.getByLabel("Role of the link").selectOption({ label: "Writer" });
  await box.getByRole("button", { name: "Create link" }).click();
  await expect(field).not.toHaveValue(here);
  expect(new Set([link.url, here, await field.inputValue()]).size).toBe(3);

  await olivia.choose("More actions for the invite link", "Link settings");
  await box.getByLabel("Expires").fill("2028-02-01");
  await box.getByLabel("Only addresses of this domain").fill("example.org");
  await box.getByRole("button", { name: "Save link" }).click();
  await expect(box).toContainText("Feb 1, 2028");
  const guest = await signUp(world.url, "Gus");
  const token = (await field.inputValue()).split("#")[1];
  const refused = await world.unchanged(() => guest.browser.post<{ code: string }>("/api/v1/join", { token }));
  expect(refused.body.code).toBe("wrong_domain");
  await box.getByLabel("Role of the link").selectOption({ label: "Viewer" });
  await box.getByLabel("Place of the link").selectOption({ label: "Every project" });
  await expect(field).toHaveValue(link.url);
  ok(await guest.browser.post("/api/v1/join", { token: link.token }));
  ok(await guest.browser.get(`${team.path}/snapshot`));
  await olivia.close();
});

test("mails read well: as HTML, light and dark, on a phone, and as text with the same link", async ({ browser, world }, info) => {
  const shown = await makeShownTeam(world.url);
  const invited = await growShownTeam(world.url, shown);
  const { owner, editor, writer, approver, team } = shown;
  ok(await editor.browser.patch("/api/v1/me", { language: "ru" }));
  await team.change(editor, [{ role: "viewer" }]);
  ok(await owner.browser.delete(`${team.path}/members/${approver.id}`));
  const mails = new Map<string, Mail>();
  const addresses = [owner, editor, writer, approver, invited].map((one) => one.address);
  // The last that was done is the last that is mailed.
  await world.mailbox.wait(approver.address, /no longer/);
  for (const address of [...addresses, shown.invited]) {
    for (const mail of await world.mailbox.all(address)) mails.set(mail.subject.replace(/\d+/g, "0"), mail);
  }
  expect(mails.size).toBeGreaterThanOrEqual(7);
  for (const look of ["light", "dark"] as const) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: look });
    const page = await context.newPage();
    for (const [subject, mail] of mails) {
      await page.setContent(mail.html);
      await page.screenshot({ path: info.outputPath(`mail-${look}-${subject.replace(/[^\p{L}]+/gu, "-").slice(0, 40)}.png`), fullPage: true });
      const { violations } = await new AxeBuilder({ page }).disableRules(OF_A_PAGE).analyze();
      expect.soft(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.target.join(" ")).join(", ")}`), subject).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(wider, subject).toBe(0);
      const href = await page.getByRole("link").first().getAttribute("href", { timeout: 1 }).catch(() => null);
      if (href) expect.soft(mail.text, subject).toContain(href);
      expect.soft(mail.text, subject).not.toMatch(/<\w|\{\w+\}/);
    }
    await context.close();
  }
  expect(linkIn(await world.mailbox.latest(invited.address, INVITATION))).toContain("/join#");
});

test("what somebody sent and could no longer give is told before it is saved, and opens no more after it", async ({ browser, world }) => {
  const [owner, manager] = await signUpAll(world.url, ["Olga", "Max"]);
  if (!owner || !manager) throw new Error("two people");
  const team = await createTeam(owner, "Harbour");
  await team.add(manager, [{ role: "manager" }]);
  const guest = freshAddress("guest");
  await team.invite(guest, [{ role: "viewer" }], manager);
  const olga = await Profile.open(world, browser, owner.address);
  await olga.enter();
  await olga.page.goto("/team");
  await olga.button("Edit access of Max").click();
  const dialog = olga.dialog("Access of Max");
  await dialog.getByRole("checkbox", { name: "Invite", exact: true }).uncheck();
  await expect(dialog.getByRole("region", { name: "What will change" })).toContainText("1 pending invitation they sent will need a new sender.");
  await dialog.getByRole("button", { name: "Save access" }).click();
  await expect(dialog).toBeHidden();
  await olga.page.goto("/team?tab=invite");
  await expect(olga.pending(guest)).toContainText("Needs a new sender");
  await olga.close();
});
