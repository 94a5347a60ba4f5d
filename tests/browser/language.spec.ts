/**
 * The page speaks the reader's language: the browser's at first, then the one that was chosen. The other one is not
 * even loaded.
 */
import { codeIn } from "../support/mailbox";
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

test("whoever is not signed in chooses beneath the page, and the account that is made speaks it", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("Ana"), { locale: "ru-RU" });
  await ana.page.goto("/sign-in");
  await ana.page.getByLabel("Язык").selectOption({ label: "English" });
  await expect(ana.heading("Sign in")).toBeVisible();
  await ana.page.getByLabel("Language").selectOption({ label: "Русский" });
  await ana.page.getByLabel("Адрес почты").fill(ana.address);
  await ana.button("Отправить код").click();
  const mail = await world.mailbox.latest(ana.address, /Ваш код для входа/);
  await ana.page.getByLabel("Код", { exact: true }).fill(codeIn(mail));
  await ana.button("Войти").click();
  await expect(ana.page.getByText("Создайте свою первую команду")).toBeVisible();
  await expect(ana.page.locator("html")).toHaveAttribute("lang", "ru");
});

test("a person is spoken to in their own language, in whatever browser", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("Ana"));
  await ana.enter();
  expect((await ana.call("PATCH", "/me", { language: "ru" })).status).toBe(200);
  await ana.page.goto("/settings");
  await expect(ana.heading("Настройки")).toBeVisible();
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
