/**
 * A person at a browser of their own: one profile, one page, and the steps that every story takes. It finds things
 * by the names that a screen reader says (UI.md), as a person would; and it can make the same calls by hand, past
 * the page.
 */
import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Locator, type Page } from "@playwright/test";
import type { Method, Problem } from "./api";
import { codeIn, type Mail, SIGN_IN } from "./mailbox";
import type { World } from "./test";

/** What the edge said to a call made by hand. */
export interface Said<T = Partial<Problem>> {
  readonly status: number;
  readonly body: T;
}

export class Profile {
  private constructor(
    readonly world: World,
    readonly context: BrowserContext,
    readonly page: Page,
    readonly address: string,
  ) {}

  /** Opens a browser with no cookies. */
  static async open(world: World, browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Profile> {
    const permissions = ["clipboard-read", "clipboard-write"];
    const context = await browser.newContext({ baseURL: world.url, permissions, ...options });
    return new Profile(world, context, await context.newPage(), address);
  }

  /** What the person is called until they say otherwise. */
  get name(): string {
    return this.address.slice(0, this.address.indexOf("@"));
  }

  /** Signs in with a mailed code, from wherever the page asks for it. */
  async signIn(address = this.address): Promise<void> {
    const before = await this.#codes(address);
    await this.page.getByLabel("Email address").fill(address);
    await this.button("Send code").click();
    const mail = await this.world.mailbox.latest(address, SIGN_IN, before + 1);
    await this.page.getByLabel("Code", { exact: true }).fill(codeIn(mail));
    await this.button("Sign in").click();
  }

  /** Is signed in, by calls: for stories that are not about signing in. */
  async enter(address = this.address): Promise<void> {
    const before = await this.#codes(address);
    await this.page.goto("/icon.svg");
    const { challenge } = (await this.call<{ challenge: string }>("POST", "/sign-in", { address })).body;
    const mail = await this.world.mailbox.latest(address, SIGN_IN, before + 1);
    const { status } = await this.call("POST", "/sign-in/code", { challenge, code: codeIn(mail) });
    expect(status).toBe(200);
  }

  async #codes(address: string): Promise<number> {
    return (await this.world.mailbox.all(address)).filter((mail) => SIGN_IN.test(mail.subject)).length;
  }

  /** Signs in and makes a first team. */
  async beginTeam(name: string): Promise<void> {
    await this.page.goto("/sign-in");
    await this.signIn();
    await this.button("New team").click();
    await this.page.getByLabel("Team name").fill(name);
    await this.button("Create team").click();
    await expect(this.teamName(name)).toBeVisible();
  }

  async newProject(name: string): Promise<void> {
    await this.page.goto("/");
    await this.button("New project").click();
    await this.page.getByLabel("Project name").fill(name);
    await this.button("Create project").click();
    await expect(this.heading(name)).toBeVisible();
  }

  /** Invites one address from the page. */
  async invite(address: string, role: string): Promise<void> {
    await this.page.goto("/team?tab=invite");
    await this.page.getByLabel("Email address").fill(address);
    await this.select("Role", role);
    await this.button("Send invitation").click();
    await expect(this.pending(address)).toBeVisible();
  }

  /** Opens the link of a mail, as a click in a mail program does. */
  async follow(mail: Mail): Promise<void> {
    await this.page.goto(linkIn(mail));
  }

  /** Makes a call by hand, with this browser's cookies and none of the page's code. */
  call<T = Partial<Problem>>(method: Method, path: string, body?: unknown): Promise<Said<T>> {
    const asked = { method, path: `/api/v1${path}`, text: body === undefined ? null : JSON.stringify(body) };
    return this.page.evaluate(async ({ method, path, text }) => {
      const headers: Record<string, string> = text === null ? {} : { "content-type": "application/json" };
      const answer = await fetch(path, text === null ? { method, headers } : { method, headers, body: text });
      const said = await answer.text();
      return { status: answer.status, body: said === "" ? {} : JSON.parse(said) };
    }, asked) as Promise<Said<T>>;
  }

  /** The address of a team in the API, by its name. */
  async team(name: string): Promise<string> {
    const { body } = await this.call<{ teams: { id: string; name: string }[] }>("GET", "/me");
    const found = body.teams.find((team) => team.name === name);
    if (!found) throw new Error(`not in ${name}: ${JSON.stringify(body)}`);
    return `/teams/${found.id}`;
  }

  /** The current team's name, at the head of the menu. */
  teamName(name: string | RegExp): Locator {
    return this.page.locator(".team-name strong").getByText(name, { exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole("heading", { name, level: 1 });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  link(name: string): Locator {
    return this.page.getByRole("link", { name, exact: true });
  }

  dialog(name: string | RegExp): Locator {
    return this.page.getByRole("dialog", { name });
  }

  region(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** The row of a member, by name or address. */
  member(name: string): Locator {
    const rows = this.page.getByRole("table", { name: "Members" }).getByRole("row");
    return rows.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  /** The row of a pending invitation. */
  pending(address: string): Locator {
    return this.page.getByRole("table", { name: "Pending invitations" }).getByRole("row", { name: address });
  }

  /** Picks from a select by its accessible name. */
  async select(label: string, option: string): Promise<void> {
    await this.page.getByRole("combobox", { name: label, exact: true }).selectOption({ label: option });
  }

  /** Chooses an entry of a menu that a button opens. */
  async choose(menu: string, entry: string): Promise<void> {
    await this.button(menu).click();
    await this.page.getByRole("menuitem", { name: entry }).click();
  }

  /** Confirms the open dialog by the button that names the deed. */
  async confirm(dialog: string | RegExp, deed: string): Promise<void> {
    const open = this.dialog(dialog);
    await open.getByRole("button", { name: deed, exact: true }).click();
    await expect(open).toBeHidden();
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

/** The address that a mail leads to. */
export function linkIn(mail: Mail): string {
  const address = /https?:\/\/\S+#\S+/.exec(mail.text);
  if (!address) throw new Error(`no link in: ${mail.text}`);
  return address[0];
}
