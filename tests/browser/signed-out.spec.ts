/**
 * Signed out elsewhere, or by time: every page says so in the same sentence, nobody reads on or does anything before they
 * have signed in again, and then it goes on at the same place, with what was typed.
 */
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Locator } from "@playwright/test";
import { Browser, ok } from "../support/api";
import { codeIn, SIGN_IN } from "../support/mailbox";
import { createTeam, freshAddress, type Person, signIn, signUp } from "../support/people";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
import { test } from "../support/test";

const DAY = 86_400_000;

const told = (who: Profile): Locator => who.dialog("You were signed out");

/** Calls of somebody whose sessions were all ended. */
async function signedInAs(url: string, address: string): Promise<{ browser: Browser }> {
  const browser = new Browser(url);
  await signIn(browser, address);
  return { browser };
}

/** Ends all sessions of a person but the one of their calls. */
async function endOthers({ browser }: Pick<Person, "browser">): Promise<void> {
  const { sessions } = ok(await browser.get<{ sessions: { id: string; current: boolean }[] }>("/api/v1/me/sessions"));
  for (const one of sessions) if (!one.current) ok(await browser.delete(`/api/v1/me/sessions/${one.id}`));
}

/** Signs in where it is asked for: the address stands there already. */
async function again(who: Profile, address = who.address): Promise<void> {
  const dialog = told(who);
  const field = dialog.getByLabel("Email address");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(who.address);
  const before = (await who.world.mailbox.all(address)).filter((mail) => SIGN_IN.test(mail.subject)).length;
  await field.fill(address);
  await field.press("Enter");
  const mail = await who.world.mailbox.latest(address, SIGN_IN, before + 1);
  await dialog.getByLabel("Code", { exact: true }).fill(codeIn(mail));
  await dialog.getByRole("button", { name: "Sign in" }).click();
}

test("every page says it at once, and goes on where it was", async ({ browser, world }) => {
  test.setTimeout(240_000);
  const { owner, project, post, editor } = await makeShownTeam(world.url);
  const olivia = await Profile.open(world, browser, owner.address);
  const { page } = olivia;
  await olivia.enter();
  const pages: readonly (readonly [string, Locator])[] = [
    ["/", olivia.link("Company blog")],
    ["/team", olivia.member(editor.name)],
    ["/team?tab=invite", olivia.button("Copy link")],
    ["/team?tab=roles", olivia.button("New role")],
    ["/plan", olivia.region("Seats")],
    ["/history", page.getByText(/made the team/)],
    ["/images", olivia.button("Upload images")],
    ["/settings", olivia.button("Delete team")],
    [`/projects/${project}`, olivia.link("Behind the counter")],
    [`/projects/${project}?tab=team`, olivia.button("Hand over project")],
    [`/posts/${post}`, olivia.button("Publish now")],
  ];
  for (const [address, there] of pages) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect(there).toBeVisible();
      await endOthers(owner);
      await expect(told(olivia)).toContainText("Somebody ended this session, or its time was over.");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await expect(told(olivia)).toBeVisible();
      await again(olivia);
      await expect(told(olivia)).toBeHidden();
      await expect(there).toBeVisible();
      expect(page.url()).toBe(world.url + address);
    });
  }
  await test.step("and hears of what others do, as before", async () => {
    const edith = await Profile.open(world, browser, editor.address);
    await edith.enter();
    await edith.page.goto(`/projects/${project}`);
    await expect(page.getByRole("list", { name: "Here now" }).getByRole("button", { name: /^Edith Novak/ })).toBeVisible();
    await edith.close();
  });
  await olivia.close();
});

test("what was typed stays: in a form, in a dialog, and where the session was over by time", async ({ browser, world }) => {
  test.setTimeout(240_000);
  const { owner } = await makeShownTeam(world.url);
  const [here, elsewhere] = [await Profile.open(world, browser, owner.address), await Profile.open(world, browser, owner.address)];
  await here.enter();
  await elsewhere.enter();
  const { page } = here;
  const everywhere = async (): Promise<void> => {
    await elsewhere.page.goto("/settings");
    await elsewhere.button("Sign out everywhere").click();
    await elsewhere.confirm(/./, "Sign out everywhere");
    // Who does it themselves is not told that they were signed out.
    await expect(elsewhere.heading("Sign in")).toBeVisible();
    await expect(elsewhere.page.getByRole("dialog")).toHaveCount(0);
  };

  await test.step("signed out everywhere by another browser, with addresses typed and a file chosen", async () => {
    await page.goto("/team?tab=invite");
    await page.getByLabel("Email address").fill(`${freshAddress("a")}, ${freshAddress("b")}`);
    await page.keyboard.press(",");
    const chips = page.getByRole("button", { name: /^Remove / });
    await expect(chips).toHaveCount(2);
    await here.select("Role", "Writer");
    await everywhere();
    await expect(told(here)).toBeVisible();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect((await here.call("GET", "/me")).status, "the edge").toBe(401);
    await again(here);
    await expect(told(here)).toBeHidden();
    await expect(chips).toHaveCount(2);
    await expect(page.getByRole("combobox", { name: "Role", exact: true })).toHaveValue("writer");
    await here.button("Send 2 invitations").click();
    await expect(page.getByText("All 2 went well.")).toBeVisible();
  });

  await test.step("over an open dialog, to which the focus comes back", async () => {
    await page.goto("/team?tab=roles");
    await here.button("New role").click();
    const name = here.dialog("New role").getByLabel("Name", { exact: true });
    await here.dialog("New role").getByRole("checkbox", { name: "Create posts" }).check();
    await name.fill("Press");
    await elsewhere.enter();
    await everywhere();
    await again(here);
    await expect(told(here)).toBeHidden();
    await expect(name).toBeFocused();
    await expect(name).toHaveValue("Press");
    await here.confirm("New role", "Make role");
    await expect(here.button("Edit role Press")).toBeVisible();
  });

  await test.step("by time: what one pressed is done once one is in again", async () => {
    await page.goto("/settings");
    await page.getByLabel("Your name", { exact: true }).fill("Olivia Stone");
    await world.setClock(31 * DAY);
    await here.button("Save name").click();
    await again(here);
    await expect(told(here)).toBeHidden();
    await expect.poll(async () => (await here.call<{ name: string }>("GET", "/me")).body.name).toBe("Olivia Stone");
    await expect(page.getByLabel("Your name", { exact: true })).toHaveValue("Olivia Stone");
    await expect(page.getByText("Sign in to go on.")).toHaveCount(0);
  });

  await test.step("a page that is loaded after it says so too, and leads back; who signs out is told nothing of it", async () => {
    await page.goto("/history");
    await expect(page.getByText(/made the team/)).toBeVisible();
    await endOthers(await signedInAs(world.url, owner.address));
    await page.goto("/plan");
    await expect(page.getByText("Your last session here is over.")).toBeVisible();
    await page.reload();
    await expect(page.getByText("Your last session here is over."), "until one is in again").toBeVisible();
    await here.signIn();
    await expect(here.region("Seats")).toBeVisible();
    await here.choose("Account", "Sign out");
    await expect(page.getByText("We mail you a code. There is no password to remember.")).toBeVisible();
    await page.reload();
    await expect(page.getByText("We mail you a code. There is no password to remember.")).toBeVisible();
  });
  await Promise.all([here.close(), elsewhere.close()]);
});

test("somebody else who signs in there finds nothing of the one before", async ({ browser, world }) => {
  const [ana, ben] = [await signUp(world.url, "Ana"), await signUp(world.url, "Ben")];
  await Promise.all([createTeam(ana, "Harbour"), createTeam(ben, "Meadow")]);
  const profile = await Profile.open(world, browser, ana.address);
  await profile.enter();
  await profile.page.goto("/settings");
  await profile.page.getByLabel("Your name", { exact: true }).fill("Ana, in secret");
  await endOthers(ana);
  await again(profile, ben.address);
  await expect(profile.teamName("Meadow")).toBeVisible();
  await expect(profile.page.getByLabel("Your name", { exact: true })).toHaveValue("Ben");
  await expect(told(profile)).toBeHidden();
  await profile.close();
});
