/**
 * Every page and dialog, light and dark, on a phone and on a desk: axe finds nothing, nothing is wider than the
 * window, nothing comes from a third party, nothing breaks the content security policy. A picture of each is left
 * with the results; the README's own is written when UPDATE_SCREENS=1.
 */
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page } from "@playwright/test";
import { freshAddress } from "../support/people";
import { Profile } from "../support/profile";
import { photo } from "../support/photo";
import { growShownTeam, makeShownTeam, type ShownTeam } from "../support/shown-team";
import { expectAllOwn, watchRequests } from "../support/own";
import { test, type World } from "../support/test";

/** One thing to look at: where it is, and how it is known to be there. */
interface View {
  readonly name: string;
  readonly path: (team: ShownTeam) => string;
  /** Brings it up, when the address alone does not. */
  readonly open?: (profile: Profile, team: ShownTeam) => Promise<void>;
  readonly there: (profile: Profile, team: ShownTeam) => Promise<void>;
}

const heading = (name: string) => (profile: Profile) => expect(profile.heading(name)).toBeVisible();
const dialog = (name: string) => (profile: Profile) => expect(profile.dialog(name)).toBeVisible();

const SIGNED_OUT: readonly View[] = [
  { name: "sign-in", path: () => "/sign-in", there: heading("Sign in") },
  {
    name: "sign-in-code",
    path: () => "/sign-in",
    open: async (profile) => {
      await profile.page.getByLabel("Email address").fill(freshAddress("nobody"));
      await profile.button("Send code").click();
    },
    there: (profile) => expect(profile.page.getByLabel("Code", { exact: true })).toBeVisible(),
  },
  { name: "join", path: ({ link }) => `/join#${link.token}`, there: heading("Join Hart's Bakery") },
  { name: "join-dead", path: ({ link }) => `/join#${link.token.slice(0, -4)}0000`, there: heading("This does not open") },
];

const PAGES: readonly View[] = [
  { name: "dashboard", path: () => "/", there: (profile) => expect(profile.link("Company blog")).toBeVisible() },
  { name: "team", path: () => "/team", there: (profile, { editor }) => expect(profile.member(editor.address)).toBeVisible() },
  {
    name: "invite",
    path: () => "/team?tab=invite",
    open: async (profile, { invited }) => {
      await expect(profile.pending(invited)).toBeVisible();
      await expect(profile.button("Copy link")).toBeVisible();
      await profile.button("Customise access").click();
    },
    there: (profile) => expect(profile.page.getByRole("checkbox", { name: "Publish", exact: true })).toBeVisible(),
  },
  { name: "plan", path: () => "/plan", there: (profile) => expect(profile.region("Seats")).toBeVisible() },
  { name: "history", path: () => "/history", there: (profile) => expect(profile.page.getByText(/made the team/)).toBeVisible() },
  { name: "project", path: ({ project }) => `/projects/${project}`, there: (profile) => expect(profile.page.getByText("Behind the counter")).toBeVisible() },
  { name: "project-team", path: ({ project }) => `/projects/${project}?tab=team`, there: (profile) => expect(profile.button("Hand over project")).toBeVisible() },
  {
    name: "history-filtered",
    path: ({ editor }) => `/history?kind=accepted&person=${editor.id}`,
    open: (profile) => profile.page.getByRole("combobox", { name: "Person" }).focus(),
    there: (profile) => expect(profile.page.getByRole("option").first()).toBeVisible(),
  },
  { name: "new-post", path: ({ project }) => `/projects/${project}?new=post`, there: heading("New post") },
  { name: "post", path: ({ post }) => `/posts/${post}`, there: (profile) => expect(profile.button("Publish now")).toBeVisible() },
  {
    name: "settings",
    path: () => "/settings",
    open: (profile) => expect(profile.page.getByText("Pending invitations and invite links stop working.")).toBeVisible(),
    there: (profile) => expect(profile.page.getByRole("radio", { name: "Side by side" })).toBeChecked(),
  },
  {
    name: "settings-picture",
    path: () => "/settings",
    open: async ({ page }) => page.locator("roster-own-avatar input[type=file]").setInputFiles({ name: "me.jpg", mimeType: "image/jpeg", buffer: await photo(page, "#b3261e") }),
    there: (profile) => expect(profile.button("Save picture")).toBeFocused(),
  },
  { name: "lost", path: () => "/nowhere", there: heading("Nothing here") },
];

/** What the owner of a team that has grown sees. */
const GROWN: readonly View[] = [
  { name: "roles", path: () => "/team?tab=roles", there: (profile) => expect(profile.button("Edit role Press")).toBeVisible() },
  {
    name: "role-edit",
    path: () => "/team?tab=roles",
    open: (profile) => profile.button("Edit role Press").click(),
    there: (profile) => expect(profile.dialog("Edit role Press").getByRole("checkbox", { name: "Create posts" })).toBeChecked(),
  },
  {
    name: "role-delete",
    path: () => "/team?tab=roles",
    open: (profile) => profile.button("Delete role Press").click(),
    there: (profile) => expect(profile.dialog("Delete the role Press?")).toBeVisible(),
  },
  {
    name: "asked",
    path: () => "/team",
    there: (profile, { writer }) => expect(profile.region("Asked for access")).toContainText(`${writer.name} asks for Publish`),
  },
  {
    name: "images",
    path: () => "/images",
    open: async ({ page }) => {
      const files = [
        { name: "Red_barn.jpg", mimeType: "image/jpeg", buffer: await photo(page, "#b3261e") },
        { name: "notes.png", mimeType: "image/png", buffer: Buffer.from("not an image") },
        { name: "Blue lake.jpg", mimeType: "image/jpeg", buffer: await photo(page, "#1e5fb3") },
      ];
      await page.locator("input[type=file]").setInputFiles(files);
      await expect(page.getByText("2 of 3 images uploaded")).toBeVisible();
    },
    there: ({ page }) => expect(page.getByRole("list", { name: "Images" }).getByRole("listitem")).toHaveCount(2),
  },
  {
    name: "handed-over",
    path: ({ letter }) => `/projects/${letter}?tab=team`,
    there: (profile) => expect(profile.page.getByText(/^Waiting for/)).toBeVisible(),
  },
  {
    name: "end-team",
    path: () => "/settings",
    open: (profile) => profile.button("Delete team").click(),
    there: (profile) => expect(profile.dialog("Delete Hart's Bakery?").getByLabel("Name of the team")).toBeFocused(),
  },
  { name: "join-mode", path: () => "/settings", there: (profile) => expect(profile.page.getByRole("radio", { name: "Merge accounts" })).toBeChecked() },
  // The last: nothing of the owner is open after it.
  {
    name: "signed-out",
    path: () => "/team",
    open: async (profile, { owner, editor }) => {
      await expect(profile.member(editor.address)).toBeVisible();
      await owner.browser.post("/api/v1/sign-out/everywhere");
    },
    there: (profile) => expect(profile.dialog("You were signed out").getByLabel("Email address")).toBeFocused(),
  },
];

/** What somebody sees whose account is about to merge, then has merged. */
const MERGING: readonly View[] = [
  {
    name: "join-merging",
    path: () => "/",
    open: (profile) => profile.link("Look at invitation").click(),
    there: (profile) => expect(profile.region("What happens to your own projects")).toContainText("Okoro Studio: Spring sale and Winter."),
  },
  {
    name: "take-over",
    path: () => "/",
    open: (profile) => profile.link("Look at the offer").click(),
    there: (profile) => expect(profile.button("Accept project")).toBeVisible(),
  },
  {
    name: "parked",
    path: () => "/",
    open: async (profile) => {
      await profile.link("Look at invitation").click();
      await profile.button("Accept invitation").click();
      await expect(profile.link("Company blog")).toBeVisible();
      await profile.page.goto("/settings");
    },
    there: (profile) => expect(profile.region("Parked projects")).toContainText("Okoro Studio: Spring sale and Winter."),
  },
];

const DIALOGS: readonly View[] = [
  {
    name: "new-project",
    path: () => "/",
    open: (profile) => profile.button("New project").click(),
    there: dialog("New project"),
  },
  {
    name: "access",
    path: ({ editor }) => `/team?member=${editor.id}`,
    there: (profile, { editor }) => expect(profile.dialog(`Access of ${editor.name}`).getByRole("checkbox").first()).toBeVisible(),
  },
  {
    name: "access-in-project",
    path: ({ writer, project }) => `/projects/${project}?tab=team&member=${writer.id}`,
    there: (profile, { writer }) => expect(profile.dialog(`Access of ${writer.name}`).getByRole("checkbox").first()).toBeVisible(),
  },
  {
    name: "add-to-project",
    path: ({ letter }) => `/projects/${letter}?tab=team`,
    open: async (profile, { approver }) => {
      await profile.button("Add to project").click();
      await profile.dialog("Add to project").getByRole("checkbox", { name: approver.name }).check();
    },
    there: (profile) => expect(profile.button("Add 1 person")).toBeVisible(),
  },
  {
    name: "remove-from-project",
    path: ({ project }) => `/projects/${project}?tab=team`,
    open: (profile, { approver }) => profile.choose(`More actions for ${approver.name}`, "Remove from project"),
    there: (profile, { approver }) => expect(profile.dialog(`Remove ${approver.name} from Company blog?`)).toBeVisible(),
  },
  {
    name: "remove",
    path: () => "/team",
    open: (profile, { editor }) => profile.choose(`More actions for ${editor.name}`, "Remove from team"),
    there: (profile, { editor }) => expect(profile.dialog(`Remove ${editor.name}?`)).toBeVisible(),
  },
  {
    name: "transfer",
    path: () => "/team",
    open: (profile, { editor }) => profile.choose(`More actions for ${editor.name}`, "Transfer ownership"),
    there: (profile, { editor }) => expect(profile.dialog(`Transfer ownership to ${editor.name}`)).toBeVisible(),
  },
  {
    name: "hand-over",
    path: ({ project }) => `/projects/${project}?tab=team`,
    open: (profile) => profile.button("Hand over project").click(),
    there: dialog("Hand over Company blog"),
  },
  {
    name: "change-plan",
    path: () => "/plan",
    open: (profile) => profile.region("Plus").getByRole("button", { name: "Change plan" }).click(),
    there: dialog("Change plan to Plus?"),
  },
  {
    name: "set-time",
    path: ({ post }) => `/posts/${post}`,
    open: (profile) => profile.button("Set time").click(),
    there: dialog("When should it go out?"),
  },
];

const LOOKS = [
  { colorScheme: "light", width: 1440 },
  { colorScheme: "dark", width: 1440 },
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 360 },
] as const;

type Look = (typeof LOOKS)[number];

/** In two parts: all of them take longer than one test may. */
const HALF = Math.ceil(PAGES.length / 2);

const STORIES = [
  { what: "pages before signing in, and dialogs", guest: SIGNED_OUT, owner: DIALOGS },
  { what: "pages, one half", guest: [], owner: PAGES.slice(0, HALF) },
  { what: "pages, the other half", guest: [], owner: PAGES.slice(HALF) },
] as const;

// Each of these looks at a dozen pages, and a machine that does other things too takes its time.
test.setTimeout(300_000);

for (const look of LOOKS) {
  for (const { what, guest, owner } of STORIES) {
    test(`${what}: ${look.colorScheme}, ${look.width} px wide`, async ({ browser, world }, info) => {
      const team = await makeShownTeam(world.url);
      for (const [address, views] of [[undefined, guest], [team.owner.address, owner]] as const) {
        const profile = await open(world, browser, address ?? freshAddress("guest"), look);
        const seen = watchRequests(profile.page, world.url);
        if (address) await profile.enter();
        for (const view of views) await test.step(view.name, () => lookAt(profile, team, view, info.outputPath(`${view.name}.png`)));
        if (views.length > 0) expectAllOwn(seen);
        await profile.close();
      }
    });
  }
}

for (const look of LOOKS) {
  test(`roles, asks, images and merging: ${look.colorScheme}, ${look.width} px wide`, async ({ browser, world }, info) => {
    const team = await makeShownTeam(world.url);
    const invited = await growShownTeam(world.url, team);
    for (const [address, views] of [[team.owner.address, GROWN], [invited.address, MERGING]] as const) {
      const profile = await open(world, browser, address, look);
      const seen = watchRequests(profile.page, world.url);
      await profile.enter();
      for (const view of views) await test.step(view.name, () => lookAt(profile, team, view, info.outputPath(`${view.name}.png`)));
      expectAllOwn(seen);
      await profile.close();
    }
  });
}

test("the picture in the README is of the Team page", async ({ browser, world }) => {
  const first = (name: string): string => `${name.slice(0, name.indexOf(" ")).toLowerCase()}@example.com`;
  const team = await makeShownTeam(world.url, process.env["UPDATE_SCREENS"] === "1" ? first : undefined);
  const owner = await open(world, browser, team.owner.address, { colorScheme: "light", width: 1440 });
  await owner.enter();
  await owner.page.goto("/team");
  for (const one of [team.owner, team.editor, team.writer]) await expect(owner.member(one.address)).toBeVisible();
  await settled(owner.page);
  const path = join(import.meta.dirname, "../screens/team.png");
  const picture = await owner.page.screenshot(process.env["UPDATE_SCREENS"] === "1" ? { path } : {});
  expect(picture.length).toBeGreaterThan(10_000);
  await owner.close();
});

function open(world: World, browser: Browser, address: string, look: Look): Promise<Profile> {
  const viewport = { width: look.width, height: look.width === 360 ? 740 : 900 };
  return Profile.open(world, browser, address, { viewport, colorScheme: look.colorScheme, reducedMotion: "reduce" });
}

async function lookAt(profile: Profile, team: ShownTeam, view: View, picture: string): Promise<void> {
  const { page } = profile;
  // An address that differs in its fragment alone would load nothing.
  await page.goto("/icon.svg");
  await page.goto(view.path(team));
  await view.open?.(profile, team);
  await view.there(profile, team);
  // What stays in sight while one scrolls would stand in the middle of the picture.
  await page.evaluate(() => scrollTo(0, 0));
  await settled(page);
  await page.screenshot({ path: picture, fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.join(" ")} (${node.failureSummary ?? ""})`).join(", ")}`);
  expect.soft(found, view.name).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(wider, `${view.name}: wider than the window by`).toBe(0);
}

/** Fonts are there and nothing moves any more. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).map((one) => one.finished.catch(() => undefined)));
  });
}
