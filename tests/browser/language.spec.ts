/**
 * The page speaks the reader's language: the browser's at first, then the one that was chosen. The other one is not
 * even loaded.
 */
import { codeIn } from "../support/mailbox";
import { freshAddress } from "../support/people";
import { Profile } from "../support/profile";
import { makeShownTeam } from "../support/shown-team";
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

/** What a page says in Latin letters, but for what people typed. */
const LATIN = /[A-Za-z]{2,}(?:[ ,.'’-]+[A-Za-z]{2,})+/g;

for (const width of [1440, 360]) {
  test(`in Russian, ${width} px wide, no page is wider than the window or says something in English`, async ({ browser, world }) => {
    const team = await makeShownTeam(world.url);
    const viewport = { width, height: 800 };
    const owner = await Profile.open(world, browser, team.owner.address, { locale: "ru-RU", viewport });
    await owner.enter();
    expect((await owner.call("PATCH", "/me", { language: "ru" })).status).toBe(200);
    const views: readonly (readonly [path: string, says: string | RegExp])[] = [
      ["/", "Company blog"],
      ["/team", "Edith Novak"],
      ["/team?tab=invite", "Отправить приглашение"],
      [`/team?member=${team.editor.id}`, "Что изменится"],
      ["/plan", "Следующий месяц"],
      ["/history", "создаёт команду"],
      [`/projects/${team.project}`, "Behind the counter"],
      [`/projects/${team.project}?tab=team`, "Wanda"],
      [`/posts/${team.post}`, "Отправить на проверку"],
      ["/settings", "Выйти везде"],
      ["/nowhere", "Здесь ничего нет"],
    ];
    for (const [path, says] of views) {
      await owner.page.goto(path);
      await expect(owner.page.locator("main, dialog[open]").getByText(says).locator("visible=true").first(), path).toBeVisible();
      const over = await owner.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(over, `${path} is wider than the window`).toBeLessThanOrEqual(0);
      const said = (await owner.page.locator("body").innerText()).match(LATIN) ?? [];
      const typed = /^(Hart|Company blog|Newsletter|Behind the counter|Rye or spelt|Olivia Hart|Marco Bianchi|Edith Novak|Wanda Okafor|Arthur Klein|\S*@|\w+\.\S*$|example|Chrome, Linux$)/;
      expect(said.filter((text) => !typed.test(text)), path).toEqual([]);
    }
  });
}

test("dates and prices are written as Russians do", async ({ browser, world }) => {
  const team = await makeShownTeam(world.url);
  const owner = await Profile.open(world, browser, team.owner.address, { locale: "ru-RU" });
  await owner.enter();
  expect((await owner.call("PATCH", "/me", { language: "ru" })).status).toBe(200);
  await owner.page.goto("/plan");
  await expect(owner.page.getByText(/Каждое следующее место — 8\s\$ в месяц/).first()).toBeVisible();
  await owner.page.goto("/team?tab=invite");
  await expect(owner.page.getByText(/\d{1,2}\s(янв|февр|мар|апр|мая|июн|июл|авг|сент|окт|нояб|дек)\S*\s\d{4}\sг\./).first()).toBeVisible();
});
