/**
 * A person at a browser of their own: one profile, one page, and the steps that every story takes. It finds things
 * by the names that a screen reader says (UI.md), as a person would.
 */
import { type Browser, type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { codeIn, type Mail, SIGN_IN } from "./mailbox";
import type { World } from "./test";

export class Profile {
  private constructor(
    readonly world: World,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly address: string,
  ) {}

  /** Opens a browser with no cookies. */
  static async open(world: World, browser: Browser, address: string): Promise<Profile> {
    const context = await browser.newContext({ baseURL: world.url, permissions: ["clipboard-read", "clipboard-write"] });
    return new Profile(world, context, await context.newPage(), address);
  }

  /** Signs in with a mailed code, from wherever the page asks for it. */
  async signIn(address = this.address): Promise<void> {
    const before = (await this.world.mailbox.all(address)).filter((mail) => SIGN_IN.test(mail.subject)).length;
    await this.page.getByLabel("Email address").fill(address);
    await this.button("Send code").click();
    const mail = await this.world.mailbox.latest(address, SIGN_IN, before + 1);
    await this.page.getByLabel("Code", { exact: true }).fill(codeIn(mail));
    await this.button("Sign in").click();
  }

  /** Signs in and makes a first team. */
  async beginTeam(name: string): Promise<void> {
    await this.page.goto("/sign-in");
    await this.signIn();
    await this.button("New team").click();
    await this.page.getByLabel("Team name").fill(name);
    await this.button("Create team").click();
    await expect(this.page.getByText(name).first()).toBeVisible();
  }

  async newProject(name: string): Promise<void> {
    await this.page.goto("/");
    await this.button("New project").click();
    await this.page.getByLabel("Project name").fill(name);
    await this.button("Create project").click();
    await expect(this.page.getByRole("heading", { name })).toBeVisible();
  }

  /** Opens the link of a mail, as a click in a mail program does. */
  async follow(mail: Mail): Promise<void> {
    const address = /https?:\/\/\S+#\S+/.exec(mail.text);
    if (!address) throw new Error(`no link in: ${mail.text}`);
    await this.page.goto(address[0]);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole("dialog", { name });
  }

  /** Chooses an entry of a menu that a button opens. */
  async choose(menu: string, entry: string): Promise<void> {
    await this.button(menu).click();
    await this.page.getByRole("menuitem", { name: entry }).click();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}
