/**
 * The page speaks the reader's language: the browser's at first, then the one that was chosen. The other one is not
 * even loaded.
 */
import { freshAddress } from "../support/people";
import { Profile } from "../support/profile";
import { expect, test } from "../support/test";

/** The scripts that the page loaded, by the name of their source. */
function scripts(profile: Profile): string[] {
  const loaded: string[] = [];
  profile.page.on("request", (request) => {
    const name = /\/assets\/(\w+)-[\w-]+\.js$/.exec(request.url())?.[1];
    if (name) loaded.push(name);
  });
  return loaded;
}

test("a Russian browser is spoken to in Russian, and loads no English", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("Ana"), { locale: "ru-RU" });
  const loaded = scripts(ana);
  await ana.page.goto("/sign-in");
  await expect(ana.heading("Вход")).toBeVisible();
  await expect(ana.page.locator("html")).toHaveAttribute("lang", "ru");
  await expect(ana.page).toHaveTitle("Вход · Roster");
  await ana.button("Отправить код").click();
  await expect(ana.page.getByRole("alert")).toHaveText("Введите адрес почты.");
  expect(loaded).toContain("ru");
  expect(loaded).not.toContain("en");
});

test("a browser of a language that we do not speak is spoken to in English", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("Ana"), { locale: "fi-FI" });
  const loaded = scripts(ana);
  await ana.page.goto("/sign-in");
  await expect(ana.heading("Sign in")).toBeVisible();
  await expect(ana.page.locator("html")).toHaveAttribute("lang", "en");
  expect(loaded).not.toContain("ru");
});

test("another language is chosen in Settings, holds at once, and after a reload", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("Ana"));
  await ana.enter();
  await ana.page.goto("/settings");
  await ana.page.getByLabel("Language").selectOption({ label: "Русский" });
  await expect(ana.heading("Настройки")).toBeVisible();
  await expect(ana.page.getByRole("navigation", { name: "Главное меню" })).toBeVisible();
  await expect(ana.page).toHaveTitle("Настройки · Roster");
  await ana.page.reload();
  await expect(ana.heading("Настройки")).toBeVisible();
  await ana.page.getByLabel("Язык").selectOption({ label: "English" });
  await expect(ana.heading("Settings")).toBeVisible();
});
