/**
 * The language that a person is spoken to in: that of the page which asked for the first code, until they choose another.
 */
import { Browser, ok, outcome } from "../support/api";
import { codeIn, type Mail, tokenIn } from "../support/mailbox";
import { type Challenge, createTeam, freshAddress, signUp } from "../support/people";
import { expect, test, type World } from "../support/test";

const ANY = /./;
const spoken = async (browser: Browser): Promise<string> => ok(await browser.get<{ language: string }>("/api/v1/me")).language;

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
