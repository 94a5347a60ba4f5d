/**
 * Who is signed in, which team is current, and what they may do there. Pages read it; the edge decides again.
 */
import { connect, ConnectError, type Access, type Team } from "@roster/access";
import { call, Failure, reached, sent, waitFor } from "../api/client.js";
import type { Me, MyTeam } from "../api/types.js";
import { spoken, t } from "../texts/language.js";

/** Where the session stands. */
export type Stage = "loading" | "out" | "in" | "failed";

/** What the app around wants to do as it goes. */
export interface Host {
  /** Somebody is known; what it does is waited for. */
  known(me: Me): Promise<void>;
  /** The team that one wants to be in, as far as the app knows. */
  wanted(): string | undefined;
  /** A team is current now, or none. */
  entered(team: string | undefined): void;
  /** Whether it asks to sign in again over what is shown, once it hears `over`. */
  readonly asksAgain?: boolean;
}

const NOBODY: Host = { known: async () => undefined, wanted: () => undefined, entered: () => undefined };
const RELOADED = "roster.reloaded";

/** The session.
 *
 * Events: `change`; `over`, when it was ended elsewhere or by time. What is shown stays as it is then, under the question
 * that the app asks, and goes on when the same person answers it. */
export class Session extends EventTarget {
  stage: Stage = "loading";
  me: Me | undefined;
  access: Access | undefined;
  /** The app around. */
  host: Host = NOBODY;
  /** Whether it was asked who is signed in. */
  begun = false;
  #choosing: string | undefined;
  /** Whoever waits for somebody to sign in again. */
  #waiting: { readonly back: Promise<void>; readonly go: () => void } | undefined;
  /** One comes or goes by oneself: that nobody is signed in is no surprise. */
  #moving = false;

  constructor() {
    super();
    waitFor(() => this.#again());
    spoken.addEventListener("change", () => {
      if (this.rules) this.rules.texts = t.rules;
    });
  }

  /** The current team, of one's own. */
  get team(): MyTeam | undefined {
    return this.me?.teams.find((team) => team.id === this.access?.team.source.team);
  }

  /** One's own access in the current team, all places. */
  get rules(): Team | undefined {
    return this.access?.team;
  }

  /** The current team's id, for calls. */
  get teamId(): string {
    return this.access?.team.source.team ?? "";
  }

  /** Whether one owns the current team. */
  get owner(): boolean {
    return this.rules?.snapshot?.owner ?? false;
  }

  /** Whether it was ended elsewhere or by time, and nobody has signed in again. */
  get over(): boolean {
    return this.#waiting !== undefined;
  }

  /** Reads who is signed in, and enters the team that is wanted, or the first. */
  async load(): Promise<void> {
    this.begun = true;
    if (this.over) return this.resume();
    try {
      this.me = await call("get", "/api/v1/me");
      await this.host.known(this.me);
      await this.enter(this.host.wanted());
      this.#to("in");
    } catch (error) {
      if (error instanceof Failure && error.problem.status === 401) this.#forget();
      else this.#to("failed");
    }
  }

  /** Goes on where it was over, if somebody is signed in again; for somebody else the page begins anew.
   * @throws Failure when nobody is. */
  async resume(): Promise<void> {
    const [before, team] = [this.me?.id, this.teamId];
    const me = await this.#moved(() => call("get", "/api/v1/me"));
    if (!this.over) return;
    if (me.id !== before) return location.reload();
    this.me = me;
    await this.enter(team, true);
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#to("in");
    waiting?.go();
  }

  /** What a call waits for that found the session over. */
  #again(): Promise<void> | undefined {
    if (this.stage !== "in" || this.#moving || !this.host.asksAgain) return undefined;
    if (!this.#waiting) {
      let go = (): void => undefined;
      const back = new Promise<void>((done) => (go = done));
      this.#waiting = { back, go };
      this.dispatchEvent(new Event("over"));
    }
    return this.#waiting.back;
  }

  async #moved<T>(work: () => Promise<T>): Promise<T> {
    this.#moving = true;
    try {
      return await work();
    } finally {
      this.#moving = false;
    }
  }

  /** Makes a team current: the one named, or the first; the same one again only when it has to be connected anew. */
  async enter(wanted?: string, anew = false): Promise<void> {
    const teams = this.me?.teams ?? [];
    const team = teams.find((one) => one.id === wanted) ?? teams[0];
    if (!team) {
      this.host.entered(undefined);
      return this.#leaveTeam();
    }
    if (!anew && this.access && this.teamId === team.id) return;
    this.#choosing = team.id;
    const access = await this.#connect(team.id);
    if (this.#choosing !== team.id || !access) return;
    this.access?.close();
    this.access = access;
    access.on("change", () => this.#changed());
    access.on("outdated", () => reload());
    this.host.entered(team.id);
    this.#tell();
  }

  async #connect(team: string): Promise<Access | undefined> {
    try {
      const access = await connect({ team, texts: t.rules, origin: reached(), fetch: sent });
      sessionStorage.removeItem(RELOADED);
      return access;
    } catch (error) {
      if (!(error instanceof ConnectError)) throw error;
      if (error.code === "catalogue_changed") reload();
      return undefined;
    }
  }

  /** Asks the edge again after a change of one's own. */
  async refresh(): Promise<void> {
    await this.access?.refresh();
  }

  /** Reads oneself and one's teams again, and makes a team current. */
  async reread(team?: string): Promise<void> {
    this.me = await call("get", "/api/v1/me");
    const wanted = team ?? this.teamId;
    if (!this.me.teams.some((one) => one.id === this.teamId)) this.#leaveTeam();
    await this.enter(wanted || undefined);
    await this.refresh();
    this.#tell();
  }

  /** Ends this session. */
  async signOut(everywhere = false): Promise<void> {
    await this.#moved(() => call("post", everywhere ? "/api/v1/sign-out/everywhere" : "/api/v1/sign-out"));
    this.#forget(true);
  }

  /** One ended it oneself, in another way than by signing out. */
  ended(): void {
    this.#forget(true);
  }

  /** Access that went away may have done so with the session: what is shown waits until that is known. */
  #changed(): void {
    if (this.rules?.state) this.#tell();
    else void this.reread().catch((error: unknown) => this.#failed(error));
  }

  #failed(error: unknown): void {
    if (error instanceof Failure && error.problem.status === 401) this.#forget();
    else this.#tell();
  }

  #leaveTeam(): void {
    this.access?.close();
    this.access = undefined;
  }

  /** Nobody is signed in any more. The app keeps nothing of the team where one did that oneself; else it can say later,
   * too, that the session is over. */
  #forget(oneself = false): void {
    if (oneself) this.host.entered(undefined);
    this.#leaveTeam();
    this.me = undefined;
    const waiting = this.#waiting;
    this.#waiting = undefined;
    this.#to("out");
    // Whoever waited is refused now.
    waiting?.go();
  }

  #to(stage: Stage): void {
    this.stage = stage;
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** Loads the page again, once: the edge has a newer catalogue. */
function reload(): void {
  if (sessionStorage.getItem(RELOADED)) return;
  sessionStorage.setItem(RELOADED, "1");
  location.reload();
}

/** The one session. */
export const session = new Session();
