/**
 * The language that a person is spoken to in: that of the page which asked for the first code, until they choose another.
 */
import { Browser, ok, outcome } from "../support/api";
import { codeIn, type Mail, tokenIn } from "../support/mailbox";
import { type Challenge, createTeam, freshAddress, signUp } from "../support/people";
import { expect, test, type World } from "../support/test";

const ANY = /./;
const spoken = async (browser: Browser): Promise<string> => ok(await browser.get<{ language: string }>("/api/v1/me")).language;

const INVITES = /приглашает вас|invites you/;

/** A new person whose page speaks this language; and the mail that brought the code. */
async function signUpIn(world: World, name: string, language: string): Promise<{ browser: Browser; address: string; mail: Mail }> {
  const [browser, address] = [new Browser(world.url), freshAddress(name)];
  const { challenge } = ok(await browser.post<Challenge>("/api/v1/sign-in", { address, language }));
  const mail = await world.mailbox.latest(address, ANY);
  ok(await browser.post("/api/v1/sign-in/code", { challenge, code: codeIn(mail) }));
  return { browser, address, mail };
}

test("an account speaks the language of the page that asked for its first code", async ({ world }) => {
  const eva = await signUpIn(world, "Eva", "ru");
  expect(await spoken(eva.browser)).toBe("ru");
  const again = new Browser(world.url);
  const { challenge } = ok(await again.post<Challenge>("/api/v1/sign-in", { address: eva.address, language: "en" }));
  const mail = await world.mailbox.latest(eva.address, ANY, 2);
  ok(await again.post("/api/v1/sign-in/code", { challenge, code: codeIn(mail) }));
  expect(await spoken(again), "another page's language changes nothing").toBe("ru");
});

test("an account made by an invitation speaks the language of the page that accepted", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const team = await createTeam(ana);
  const address = freshAddress("guest");
  await team.invite(address, [{ role: "viewer" }]);
  const token = tokenIn(await world.mailbox.latest(address, ANY));
  const guest = new Browser(world.url);
  ok(await guest.post("/api/v1/join", { token, language: "ru" }));
  expect(await spoken(guest)).toBe("ru");
});

test("one's own language is changed by oneself, and what is no language of ours is refused", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  expect(await spoken(ana.browser)).toBe("en");
  ok(await ana.browser.patch("/api/v1/me", { language: "ru" }));
  const me = ok(await ana.browser.get<{ language: string; name: string }>("/api/v1/me"));
  expect([me.language, me.name]).toEqual(["ru", "Ana"]);
  for (const language of ["fi", "RU", "", "ru-RU"]) {
    const answer = await world.unchanged(() => ana.browser.patch("/api/v1/me", { language }));
    expect(`${language}: ${outcome(answer)}`).toBe(`${language}: 422 bad_value`);
  }
  expect(outcome(await ana.browser.patch("/api/v1/me", {}))).toBe("422 wrong_shape");
  const asked = await new Browser(world.url).post("/api/v1/sign-in", { address: freshAddress("x"), language: "fi" });
  expect(outcome(asked)).toBe("422 bad_value");
});

test("each mail is in its reader's language, or in that of whoever writes to a stranger", async ({ world }) => {
  const [eva, ana] = [await signUpIn(world, "Eva", "ru"), await signUp(world.url, "Ana")];
  expect(eva.mail.subject).toBe("Ваш код для входа в Roster");
  expect(eva.mail.html).toContain('<html lang="ru">');
  expect(eva.mail.text).toContain("10 минут");
  const [english, stranger] = [await createTeam(ana, "Spring"), freshAddress("stranger")];
  await english.invite(eva.address, [{ role: "viewer" }]);
  await english.invite(stranger, [{ role: "viewer" }]);
  expect((await world.mailbox.latest(eva.address, INVITES)).subject).toBe("«Ana» приглашает вас в команду «Spring»");
  expect((await world.mailbox.latest(stranger, INVITES)).subject).toBe("“Ana” invites you to “Spring”");
  const russian = await createTeam({ id: "", name: "Ева", address: eva.address, browser: eva.browser }, "Весна");
  await russian.invite(ana.address, [{ role: "viewer" }]);
  const other = freshAddress("other");
  await russian.invite(other, [{ role: "viewer" }]);
  expect((await world.mailbox.latest(ana.address, INVITES)).subject).toMatch(/^“.*” invites you to “Весна”$/);
  const mail = await world.mailbox.latest(other, INVITES);
  expect(mail.subject).toMatch(/^«.*» приглашает вас в команду «Весна»$/);
  expect(mail.text).toMatch(/действует до \d+ [а-я]+ \d{4} г\., \d\d:\d\d UTC/);
});

test("a mail that is tried again says the same, whatever language was chosen meanwhile", async ({ world }) => {
  const [ana, ben] = [await signUp(world.url, "Ana"), await signUp(world.url, "Ben")];
  const team = await createTeam(ana, "Spring");
  await world.dev("/dev/faults", { mail: 1 });
  await team.invite(ben.address, [{ role: "viewer" }]);
  await expect.poll(() => world.database.rows("SELECT tries FROM outbox WHERE address = ? AND template = 'invitation' AND tries > 0", ben.address)).toHaveLength(1);
  ok(await ben.browser.patch("/api/v1/me", { language: "ru" }));
  await world.setClock(120_000);
  await world.cron();
  expect((await world.mailbox.latest(ben.address, INVITES)).subject).toBe("“Ana” invites you to “Spring”");
});

test("what people typed is quoted in a mail, and is no address of the web for a mail program", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const [team, address] = [await createTeam(ana, "Win at https://evil.example <b>now</b>"), freshAddress("guest")];
  await team.invite(address, [{ role: "viewer" }]);
  const mail = await world.mailbox.latest(address, INVITES);
  expect(mail.subject).toBe("“Ana” invites you to “Win at https:\u200b//evil.\u200bexample <b>now</b>”");
  expect(mail.html).toContain("evil.\u200bexample &lt;b&gt;now");
  expect(mail.html.match(/href/g)).toHaveLength(1);
  expect(mail.html).not.toMatch(/<img|url\(|<link|<script/);
  expect(mail.text).toMatch(/See the invitation:\nhttp:\/\/127\.0\.0\.1:\d+\/join#\S+\n/);
  expect(mail.text).toMatch(/-- \nRoster\nYou get this mail because Ana invited /);
});
