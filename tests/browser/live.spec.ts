/**
 * The live project, as people see it in profiles of their own: who is here and what they do, following somebody, and
 * access that changes while a page is open.
 */
import AxeBuilder from "@axe-core/playwright";
import { type Browser, expect, type Locator } from "@playwright/test";
import { createTeam, type Person, signUpAll, type Team } from "../support/people";
import { Profile } from "../support/profile";
import { test, type World } from "../support/test";

interface Scene {
  readonly team: Team;
  readonly project: string;
  readonly post: string;
  readonly long: string;
  readonly olga: Profile;
  readonly ben: Profile;
  readonly cem: Profile;
  readonly people: { readonly olga: Person; readonly ben: Person; readonly cem: Person };
}

/** An owner, an editor and a viewer in one project with two posts, of which one is long. */
async function scene(world: World, browser: Browser): Promise<Scene> {
  const [olga, ben, cem] = await signUpAll(world.url, ["Olga", "Ben Ash", "Cem"]);
  if (!olga || !ben || !cem) throw new Error("three people");
  const team = await createTeam(olga, "Harbour");
  const project = await team.project("Spring sale");
  await team.add(ben, [{ role: "editor" }]);
  await team.add(cem, [{ role: "viewer" }]);
  const post = await team.post(project, "Opening hours");
  const long = await team.post(project, "The long one");
  const text = Array.from({ length: 120 }, (_, line) => `Line ${line} of many.`).join("\n\n");
  const { version } = (await olga.browser.get<{ version: number }>(`${team.path}/posts/${long}`)).body;
  await olga.browser.put(`${team.path}/posts/${long}`, { title: "The long one", text, version });
  const enter = async (person: Person): Promise<Profile> => {
    const profile = await Profile.open(world, browser, person.address);
    await profile.enter();
    return profile;
  };
  return { team, project, post, long, olga: await enter(olga), ben: await enter(ben), cem: await enter(cem), people: { olga, ben, cem } };
}

const present = (profile: Profile): Locator => profile.page.getByRole("list", { name: "Here now" });
const sign = (profile: Profile, name: RegExp | string): Locator => present(profile).getByRole("button", { name });
const close = async ({ olga, ben, cem }: Scene): Promise<void> => void (await Promise.all([olga.close(), ben.close(), cem.close()]));

test("those in a project see each other, in colours that differ, and what each does in words", async ({ browser, world }) => {
  const here = await scene(world, browser);
  const { olga, ben, cem, project, post } = here;
  await olga.page.goto(`/projects/${project}`);
  await expect(present(olga)).toHaveCount(0);
  await Promise.all([ben.page.goto(`/posts/${post}`), cem.page.goto(`/posts/${post}`)]);
  await expect(sign(olga, 'Ben Ash: reading "Opening hours"')).toBeVisible();
  await expect(sign(olga, 'Cem: reading "Opening hours"')).toBeVisible();
  await expect(sign(ben, "Olga: looking at the project")).toBeVisible();
  const hues = await present(olga).getByRole("button").evaluateAll((all) => all.map((one) => getComputedStyle(one).borderTopColor));
  expect(new Set(hues).size).toBe(2);
  // The same colour for everybody.
  const cemsHue = await sign(olga, /^Cem/).evaluate((one) => getComputedStyle(one).borderTopColor);
  expect(await sign(ben, /^Cem/).evaluate((one) => getComputedStyle(one).borderTopColor)).toBe(cemsHue);
  await ben.page.getByLabel("Title").focus();
  await expect(sign(cem, 'Ben Ash: editing the title of "Opening hours"')).toBeVisible();
  await ben.page.getByLabel("Text").focus();
  await expect(sign(olga, 'Ben Ash: editing the text of "Opening hours"')).toBeVisible();
  // A viewer's fields are read.
  await cem.page.getByLabel("Title").focus();
  await expect(sign(olga, 'Cem: reading "Opening hours"')).toBeVisible();
  // Two pages of one person are one; closing one leaves them there.
  const second = await ben.context.newPage();
  await second.goto(`/projects/${project}`);
  await expect(second.getByRole("list", { name: "Here now" }).getByRole("button")).toHaveCount(2);
  await expect(present(olga).getByRole("button")).toHaveCount(2);
  await second.close();
  await cem.page.goto("/");
  await expect(sign(olga, /^Cem/)).toHaveCount(0);
  await expect(sign(olga, /^Ben/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page: olga.page }).analyze();
  expect(violations).toEqual([]);
  await close(here);
});

test("a click on a sign follows that person from page to page and along, until one does something oneself", async ({ browser, world }) => {
  const here = await scene(world, browser);
  const { olga, ben, cem, project, post, long } = here;
  await Promise.all([olga.page.goto(`/projects/${project}`), ben.page.goto(`/posts/${post}`), cem.page.goto(`/projects/${project}`)]);
  await test.step("it shows at once what they do, and goes where they are", async () => {
    await sign(cem, /^Ben/).click();
    await expect(cem.page).toHaveURL(new RegExp(`/posts/${post}$`));
    await expect(cem.page.getByRole("status").filter({ hasText: 'You follow Ben Ash: reading "Opening hours".' })).toBeAttached();
    await expect(sign(olga, /^Cem: .*\(following Ben Ash\)$/)).toBeVisible();
  });
  await test.step("it goes along to another post, and scrolls with them", async () => {
    await ben.link("Spring sale").click();
    await expect(cem.page).toHaveURL(new RegExp(`/projects/${project}$`));
    await ben.link("The long one").click();
    await expect(cem.page).toHaveURL(new RegExp(`/posts/${long}$`));
    await expect(cem.page.getByText("Line 119 of many.")).toBeAttached();
    await ben.page.evaluate(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" }));
    await expect.poll(() => cem.page.evaluate(() => Math.round(scrollY + innerHeight - document.documentElement.scrollHeight))).toBeGreaterThan(-3);
  });
  await test.step("who is followed cannot follow back, and whoever follows a follower is led to the first", async () => {
    await sign(ben, /^Cem/).click();
    await expect(ben.page.getByText("Cem follows you.")).toBeVisible();
    await expect(ben.button("Stop following")).toHaveCount(0);
    await sign(olga, /^Cem/).click();
    await expect(olga.page.getByRole("status").filter({ hasText: "You follow Ben Ash" })).toBeAttached();
    await expect(olga.page).toHaveURL(new RegExp(`/posts/${long}$`));
  });
  await test.step("Escape, an own scroll, and the button end it", async () => {
    await cem.page.keyboard.press("Escape");
    await expect(cem.button("Stop following")).toHaveCount(0);
    await olga.button("Stop following").click();
    await expect(olga.button("Stop following")).toHaveCount(0);
    await sign(cem, /^Ben/).press("Enter");
    await expect(cem.button("Stop following")).toBeVisible();
    await cem.page.mouse.move(400, 500);
    await cem.page.mouse.wheel(0, -200);
    await expect(cem.button("Stop following")).toHaveCount(0);
    await ben.link("Spring sale").click();
    await expect(ben.heading("Spring sale")).toBeVisible();
    await expect(cem.page).toHaveURL(new RegExp(`/posts/${long}$`));
  });
  await close(here);
});

test("a box that is unchecked closes the button in the other's open page, with a sentence and no reload, and a tick opens it", async ({ browser, world }) => {
  const here = await scene(world, browser);
  const { ben, team, people, project, post } = here;
  await ben.page.goto(`/posts/${post}`);
  const review = ben.button("Send for review");
  await expect(review).not.toHaveAttribute("aria-disabled", "true");
  await expect(ben.page.getByLabel("Title")).toBeEditable();
  await ben.page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  await ben.page.getByLabel("Title").fill("Opening hours, new");
  await team.change(people.ben, [{ permissions: ["posts.view"] }]);
  await expect(ben.page.getByText(/^Your access was changed\. No longer: /)).toBeVisible();
  await expect(ben.page.getByLabel("Title")).not.toBeEditable();
  await expect(ben.page.getByText("Opening hours, new").first()).toBeAttached();
  const refused = await ben.call("PUT", `/teams/${team.id}/posts/${post}`, { title: "x", text: "", version: 1 });
  expect([refused.status, refused.body.code]).toEqual([403, "missing_permission"]);
  await team.change(people.ben, [{ role: "editor" }]);
  await expect(ben.page.getByText(/^Your access was changed\. New: /)).toBeVisible();
  await expect(ben.page.getByLabel("Title")).toBeEditable();
  expect(await ben.page.evaluate(() => "sameDocument" in globalThis)).toBe(true);
  await team.change(people.ben, [{ project, permissions: [] }]);
  await expect(ben.page.getByText("Your access to this went away while it was open.")).toBeVisible();
  await close(here);
});

test("who is removed is out of the open page at once, and signing out everywhere closes the others' pages", async ({ browser, world }) => {
  const here = await scene(world, browser);
  const { olga, ben, cem, team, people, project } = here;
  await Promise.all([olga, ben, cem].map((one) => one.page.goto(`/projects/${project}`)));
  await expect(present(olga).getByRole("button")).toHaveCount(2);
  await expect(present(cem).getByRole("button")).toHaveCount(2);
  await people.olga.browser.delete(`${team.path}/members/${people.ben.id}`);
  await expect(sign(olga, /^Ben/)).toHaveCount(0);
  await expect(ben.page.getByText("Your access to this went away while it was open.")).toBeVisible();
  const other = await Profile.open(world, browser, cem.address);
  await other.enter();
  await other.page.goto("/settings");
  await other.button("Sign out everywhere").click();
  await other.confirm(/./, "Sign out everywhere");
  await expect(other.button("Send code")).toBeVisible();
  await expect(cem.button("Send code")).toBeVisible();
  await expect(present(olga)).toHaveCount(0);
  await other.close();
  await close(here);
});

test("a page that loses its connection comes back by itself, and is told what it missed", async ({ browser, world }) => {
  const here = await scene(world, browser);
  const { olga, ben, cem, team, people, project, post } = here;
  let cut: (() => Promise<void>) | undefined;
  let lets = true;
  await ben.page.routeWebSocket(/\/live/, (socket) => {
    if (!lets) return void socket.close({ code: 1011 });
    const server = socket.connectToServer();
    cut = async () => {
      await server.close();
      await socket.close({ code: 1011 });
    };
  });
  await Promise.all([olga.page.goto(`/projects/${project}`), ben.page.goto(`/posts/${post}`)]);
  await expect(sign(ben, /^Olga/)).toBeVisible();
  lets = false;
  await cut?.();
  await expect(sign(olga, /^Ben/)).toHaveCount(0);
  await cem.page.goto(`/projects/${project}`);
  await expect(sign(olga, /^Cem/)).toBeVisible();
  await team.change(people.ben, [{ permissions: ["posts.view"] }]);
  lets = true;
  await expect(sign(ben, /^Cem/)).toBeVisible({ timeout: 20_000 });
  await expect(sign(olga, /^Ben/)).toBeVisible();
  await expect(ben.page.getByLabel("Title")).not.toBeEditable();
  await close(here);
});

test("on a phone the signs fit the bar, and the rest is a list", async ({ browser, world }) => {
  const here = await scene(world, browser);
  const { olga, ben, cem, project, people, team } = here;
  const [dana] = await signUpAll(world.url, ["Dana"]);
  if (!dana) throw new Error("one more");
  await team.add(dana, [{ role: "viewer" }]);
  const phone = await Profile.open(world, browser, dana.address, { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await phone.enter();
  await Promise.all([olga, ben, cem, phone].map((one) => one.page.goto(`/projects/${project}`)));
  await expect(present(phone).getByRole("listitem")).toHaveCount(3);
  await phone.button("1 more here").click();
  await expect(phone.page.getByRole("menuitem")).toHaveCount(1);
  await phone.page.keyboard.press("Escape");
  expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect((await new AxeBuilder({ page: phone.page }).analyze()).violations).toEqual([]);
  expect(people.olga.name).toBe("Olga");
  await phone.close();
  await close(here);
});

test("an address that was copied leads to another team of one's own, and nowhere for strangers", async ({ browser, world }) => {
  const [olga, sid] = await signUpAll(world.url, ["Olga", "Sid"]);
  if (!olga || !sid) throw new Error("two people");
  const [first, second] = [await createTeam(olga, "Harbour"), await createTeam(olga, "Meadow")];
  const project = await first.project("Spring sale");
  const post = await first.post(project, "Opening hours");
  await createTeam(sid, "Field");
  for (const [address, heading] of [[`/projects/${project}`, "Spring sale"], [`/posts/${post}`, "Opening hours"]] as const) {
    const profile = await Profile.open(world, browser, olga.address);
    await profile.enter();
    await profile.page.goto(`/?team=${second.id}`);
    await expect(profile.teamName("Meadow")).toBeVisible();
    await profile.page.goto(address);
    await expect(profile.heading(heading)).toBeAttached();
    await expect(profile.teamName("Harbour")).toBeVisible();
    await profile.close();
  }
  const stranger = await Profile.open(world, browser, sid.address);
  await stranger.enter();
  await stranger.page.goto(`/projects/${project}`);
  await expect(stranger.heading("Nothing here")).toBeVisible();
  await stranger.close();
});
