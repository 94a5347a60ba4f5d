/**
 * The actors of the tests: people who sign up as anyone does, and a team with one of each standing.
 */
import { randomInt } from "node:crypto";
import { Browser, ok } from "./api";
import { upload } from "./images";
import { codeIn, Mailbox, SIGN_IN, tokenOf } from "./mailbox";

/** Access at one place, as the API writes it. */
export interface Placed {
  readonly project?: string;
  readonly role?: string;
  readonly permissions?: readonly string[];
  readonly until?: number;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly browser: Browser;
}

export interface Challenge {
  readonly challenge: string;
  readonly address: string;
  readonly expiresAt: number;
}

export interface SignedIn {
  readonly person?: string;
  readonly newcomer: boolean;
  readonly confirm?: string;
}

export interface Invited {
  readonly invitation?: string;
  readonly included?: string;
  readonly mailAt?: number;
}

export interface Link {
  readonly id: string;
  readonly role: string;
  readonly on: boolean;
  readonly url: string;
  readonly uses: number;
  readonly needsSender: boolean;
}

let made = 0;

/** An address that nobody had before. */
export function freshAddress(name: string): string {
  made += 1;
  return `${name.toLowerCase().replace(/[^a-z]/g, "")}.${process.pid}.${made}.${randomInt(1_000_000)}@example.com`;
}

/** Asks for a code in this browser, reads it from the mailbox, and signs in with it. */
export async function signIn(browser: Browser, address: string): Promise<SignedIn> {
  const mailbox = new Mailbox(browser.url);
  const before = (await mailbox.all(address)).filter((mail) => SIGN_IN.test(mail.subject)).length;
  const asked = ok(await browser.post<Challenge>("/api/v1/sign-in", { address }));
  const mail = await mailbox.latest(address, SIGN_IN, before + 1);
  const body = { challenge: asked.challenge, code: codeIn(mail) };
  return ok(await browser.post<SignedIn>("/api/v1/sign-in/code", body));
}

/** A new person, in a browser of their own. */
export async function signUp(url: string, name: string, address = freshAddress(name)): Promise<Person> {
  const browser = new Browser(url);
  const { person } = await signIn(browser, address);
  if (person === undefined) throw new Error("not signed in");
  ok(await browser.patch("/api/v1/me", { name }));
  return { id: person, name, address, browser };
}

export function signUpAll(url: string, names: readonly string[]): Promise<Person[]> {
  return Promise.all(names.map((name) => signUp(url, name)));
}

/** A team of one's own, with its address in the API. */
export class Team {
  constructor(
    readonly id: string,
    readonly owner: Person,
  ) {}

  get path(): string {
    return `/api/v1/teams/${this.id}`;
  }

  /** Invites somebody who has an account, and they accept from their list. */
  async add(person: Person, access: readonly Placed[], by: Person = this.owner): Promise<void> {
    const invitation = await this.invite(person.address, access, by);
    ok(await person.browser.post("/api/v1/join", { team: this.id, invitation }));
  }

  async invite(address: string, access: readonly Placed[], by: Person = this.owner): Promise<string> {
    const { invitation } = ok(await by.browser.post<Invited>(`${this.path}/invitations`, { address, access }));
    if (invitation === undefined) throw new Error("included at once");
    return invitation;
  }

  async project(name: string): Promise<string> {
    return ok(await this.owner.browser.post<{ project: string }>(`${this.path}/projects`, { name })).project;
  }

  async post(project: string, title: string, by: Person = this.owner): Promise<string> {
    const body = { title, text: `${title}, at length` };
    return ok(await by.browser.post<{ post: string }>(`${this.path}/projects/${project}/posts`, body)).post;
  }

  /** Turns a link on and answers it with its token. */
  async link(settings: { role: string; project?: string; maxUses?: number; domain?: string; expiresAt?: number }, by: Person = this.owner): Promise<Link & { token: string }> {
    const link = ok(await by.browser.put<Link>(`${this.path}/links`, { on: true, ...settings }));
    return { ...link, token: tokenOf(link.url) };
  }

  async change(person: Person, edits: readonly Placed[], by: Person = this.owner): Promise<void> {
    ok(await by.browser.put(`${this.path}/members/${person.id}/access`, { edits }));
  }

  async plan(plan: "start" | "plus" | "pro", cap: number): Promise<void> {
    ok(await this.owner.browser.put(`${this.path}/plan`, { plan, cap }));
  }
}

export async function createTeam(owner: Person, name = `${owner.name}'s team`): Promise<Team> {
  const { team } = ok(await owner.browser.post<{ team: string }>("/api/v1/teams", { name }));
  return new Team(team, owner);
}

/** What the partial member may do, in one project and nowhere else. */
export const PARTIAL = ["posts.view", "posts.edit", "posts.approve", "history.view", "team.invite"];

export type Who = "anonymous" | "outsider" | "viewer" | "writer" | "partial" | "owner";

/** A team with one of each standing, two projects, a post, an invitation and a link. */
export interface Cast {
  readonly team: Team;
  readonly people: Readonly<Record<Exclude<Who, "anonymous">, Person>>;
  readonly browsers: Readonly<Record<Who, Browser>>;
  /** A further viewer, to be acted upon. */
  readonly other: Person;
  /** Was in the team, and was removed. */
  readonly ended: Person;
  readonly alpha: string;
  readonly beta: string;
  readonly post: string;
  /** An image of the first project. */
  readonly image: string;
  readonly invitation: string;
  readonly link: Link & { token: string };
  /** The viewer `other` asks for See history. */
  readonly ask: string;
}

export async function makeCast(url: string): Promise<Cast> {
  const names = ["Olga", "Vera", "Will", "Paula", "Otto", "Ida", "Emil"];
  const [owner, viewer, writer, partial, outsider, other, ended] = (await signUpAll(url, names)) as [Person, Person, Person, Person, Person, Person, Person];
  const team = await createTeam(owner);
  const [alpha, beta] = [await team.project("Alpha"), await team.project("Beta")];
  await Promise.all([
    team.add(viewer, [{ role: "viewer" }]),
    team.add(writer, [{ role: "writer" }]),
    team.add(partial, [{ project: alpha, permissions: PARTIAL }]),
    team.add(other, [{ role: "viewer" }]),
    team.add(ended, [{ role: "viewer" }]),
  ]);
  ok(await owner.browser.delete(`${team.path}/members/${ended.id}`));
  const [post, image, invitation, link] = await Promise.all([
    team.post(alpha, "Spring"),
    upload(owner.browser, team.path, { project: alpha }),
    team.invite(freshAddress("pending"), [{ role: "viewer" }]),
    team.link({ role: "viewer" }),
  ]);
  const { ask } = ok(await other.browser.post<{ ask: string }>(`${team.path}/asks`, { permission: "history.view" }));
  const people = { owner, viewer, writer, partial, outsider };
  const browsers = {
    anonymous: new Browser(url),
    outsider: outsider.browser,
    viewer: viewer.browser,
    writer: writer.browser,
    partial: partial.browser,
    owner: owner.browser,
  };
  return { team, people, browsers, other, ended, alpha, beta, post, image, invitation, link, ask };
}
