/**
 * One's own access in one team, kept fresh: a timer at the next end date, and the edge asked again when the page is
 * looked at. The questions at a place are left to `access.ts`.
 */
import { Access, type Events } from "./access.js";
import { PERMISSIONS, type Permission, type PlanId } from "./catalogue.js";
import { personOf, priceOf, type PriceChange, type Subject } from "./preview.js";
import { postDenials, type PostDenials, type PostFacts } from "./post.js";
import { fetchSnapshot, SnapshotError, type Fetch } from "./snapshot.js";
import { OutdatedError, stateOf, type Snapshot, type State } from "./state.js";
import type { Texts } from "./texts/index.js";
import { watchPage } from "./watch.js";
import { fullPrice, invitationPrice, planPrice, seatsPrice } from "./wasm/roster.js";

/** The longest that a timer can wait. */
const LONGEST_WAIT = 2 ** 31 - 1;

/** Where a team is asked for. */
export interface Source {
  readonly team: string;
  readonly fetch: Fetch;
  readonly origin: string;
}

/** A member's access in one phrase, as facts. */
export interface MemberPhrase {
  readonly kind: "owner" | "nothing" | "ended" | "role" | "custom" | "only";
  /** A built-in role, or the id of one of the team's own. */
  readonly role?: string;
  readonly held: number;
  readonly of: number;
  readonly only: readonly string[];
  readonly apart: readonly string[];
  readonly ends?: number;
}

/** Why a checkmark of the access dialog cannot be changed; no code: it can. */
export interface Mark {
  readonly permission: Permission;
  readonly code?: string;
}

/** What is held at a place. */
export interface HeldSet {
  readonly seen: boolean;
  readonly bits: number;
  readonly next?: number;
}

const NOTHING: HeldSet = { seen: false, bits: 0 };

/** One's own access in one team. */
export class Team {
  #state: State | undefined;
  #ahead = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What the timer waits for. */
  #due: number | undefined;
  #asking: Promise<void> | undefined;
  readonly #places = new Map<string, Access>();
  readonly #listeners: { [E in keyof Events]: Set<Events[E]> } = { change: new Set(), outdated: new Set() };
  readonly #unwatch: () => void;

  constructor(
    readonly source: Source,
    /** The language of its sentences. It can be another at any time. */
    public texts: Texts,
  ) {
    this.#unwatch = watchPage(() => void this.refresh());
  }

  /** The present snapshot with its engine; none before the first, and when access is gone. */
  get state(): State | undefined {
    return this.#state;
  }

  /** The present snapshot. */
  get snapshot(): Snapshot | undefined {
    return this.#state?.snapshot;
  }

  /** The edge's time. */
  now(): number {
    return Date.now() + this.#ahead;
  }

  /** One's access at a place of the team. */
  at(project?: string): Access {
    const key = project ?? "";
    const known = this.#places.get(key);
    if (known) return known;
    const access = new Access(this, project);
    this.#places.set(key, access);
    this.#until(this.held(project).next);
    return access;
  }

  /** What one holds at a place now. */
  held(project: string | undefined): HeldSet {
    const held = this.#state?.engine.held(project, this.now());
    if (!held) return NOTHING;
    const { seen, bits, next } = held;
    held.free();
    return next === undefined ? { seen, bits } : { seen, bits, next };
  }

  /** Asks the edge again; two who ask at once share one answer. A machine that is away changes nothing. */
  refresh(): Promise<void> {
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  /** The first answer.
   * @throws SnapshotError, OutdatedError, or what `fetch` throws. */
  async begin(): Promise<void> {
    this.#take(await fetchSnapshot(this.source));
  }

  #ask(): Promise<void> {
    return fetchSnapshot(this.source).then(
      (snapshot) => this.hear(snapshot),
      (error: unknown) => {
        if (error instanceof SnapshotError && error.gone) this.#lose();
      },
    );
  }

  /** What the edge says of itself; nothing: there is no access any more. */
  hear(snapshot?: Snapshot): void {
    if (!snapshot) return this.#lose();
    try {
      this.#take(snapshot);
    } catch (error) {
      if (error instanceof OutdatedError) this.#tell("outdated");
    }
  }

  /** An answer that was overtaken is not taken. */
  #take(snapshot: Snapshot): void {
    const before = this.#state?.snapshot;
    if (before && snapshot.version < before.version) return;
    const state = stateOf(snapshot);
    this.#state?.engine.free();
    this.#state = state;
    this.#ahead = snapshot.now - Date.now();
    if (before?.version !== snapshot.version) this.#swap();
    else this.#wait();
  }

  #lose(): void {
    if (!this.#state) return;
    this.#state.engine.free();
    this.#state = undefined;
    this.#swap();
  }

  #swap(): void {
    for (const access of this.#places.values()) access.swap();
    this.#wait();
    this.#tell("change");
  }

  /** Waits for the next end date of any place that is asked about. */
  #wait(): void {
    clearTimeout(this.#timer);
    this.#due = undefined;
    for (const key of this.#places.keys()) this.#until(this.held(key || undefined).next);
  }

  /** Waits no longer than until then. */
  #until(next: number | undefined): void {
    if (next === undefined || (this.#due ?? Infinity) <= next) return;
    clearTimeout(this.#timer);
    this.#due = next;
    this.#timer = setTimeout(() => this.#swap(), Math.min(Math.max(next - this.now(), 0), LONGEST_WAIT));
    const { unref } = this.#timer as { unref?: () => void };
    unref?.call(this.#timer);
  }

  /** A member's access in one phrase. */
  phrase(subject: Subject): MemberPhrase | undefined {
    const engine = this.#state?.engine;
    if (!engine) return undefined;
    const person = personOf(subject);
    const told = engine.phrase(person, this.now());
    const { kind, role, held, of, only, apart, ends } = told;
    const phrase = { kind, held, of, only, apart, ...(role ? { role } : {}), ...(ends === undefined ? {} : { ends }) };
    told.free();
    person.free();
    return phrase as MemberPhrase;
  }

  /** Why the team cannot be handed to a member; nothing: it can. */
  cannotTransfer(subject: Subject): string | undefined {
    const person = personOf(subject);
    const code = this.#state?.engine.cannotTransfer(person, this.now());
    person.free();
    return this.#state ? code : "not_found";
  }

  /** Whether one can leave the team. */
  canLeave(): boolean {
    return this.#state?.engine.canLeave(this.now()) ?? false;
  }

  /** Whether somebody who loses a project leaves the team with it, as far as one sees what they hold; with no subject: oneself. */
  leavesTeam(project: string, subject?: Subject): boolean {
    const engine = this.#state?.engine;
    if (!engine || !subject) return engine?.leavesTeamWith(project, this.now()) ?? false;
    const person = personOf(subject);
    const leaves = engine.leavesTeam(person, project, this.now());
    person.free();
    return leaves;
  }

  /** Which checkmarks one can change at a place where a member holds a set. */
  marks(bits: number, until: number | undefined, project: string | undefined): readonly Mark[] {
    const codes = this.#state?.engine.fixed(bits, until, project, this.now()) ?? [];
    return PERMISSIONS.map(({ id }, at) => {
      const code = codes[at] ?? "not_found";
      return code === "" ? { permission: id } : { permission: id, code };
    });
  }

  /** Why things cannot be done with an open post, by what is to be done; nothing: no access any more. */
  postDenials(post: PostFacts): PostDenials | undefined {
    return this.#state && postDenials(this.#state, post, this.now(), this.texts);
  }

  /** The first checkmark that one would have to hold to give a set at a place. */
  cannotGive(bits: number, until: number | undefined, project: string | undefined): Permission | undefined {
    return this.#state?.engine.cannotGive(bits, until, project, this.now()) as Permission | undefined;
  }

  /** What that many new people with this access would cost, for the owner. */
  invitationPrice(role: string | undefined, bits: number, invitees: number): PriceChange | undefined {
    const price = this.#state && invitationPrice(this.#state.engine, role, bits, invitees);
    return price && priceOf(price);
  }

  /** What so many more seats taken and reserved would cost, or fewer, for the owner. */
  seatsPrice(taken: number, reserved: number): PriceChange | undefined {
    const price = this.#state && seatsPrice(this.#state.engine, taken, reserved);
    return price && priceOf(price);
  }

  /** What the team would cost with this plan and cap, for the owner.
   * @returns the code of the denial, when it is refused. */
  planPrice(plan: PlanId, cap: number): PriceChange | string | undefined {
    try {
      const price = this.#state && planPrice(this.#state.engine, plan, cap);
      return price && priceOf(price);
    } catch (error) {
      return error instanceof Error ? error.message : undefined;
    }
  }

  /** What a month costs, in cents, once every seat that this cap allows is taken. */
  fullPrice(plan: PlanId, cap: number): number {
    return fullPrice(plan, cap);
  }

  /** Calls back at each event; the answer ends it. */
  on<E extends keyof Events>(event: E, listener: Events[E]): () => void {
    this.#listeners[event].add(listener);
    return () => void this.#listeners[event].delete(listener);
  }

  /** Stops asking. */
  close(): void {
    clearTimeout(this.#timer);
    this.#unwatch();
    for (const listeners of Object.values(this.#listeners)) listeners.clear();
  }

  #tell(event: keyof Events): void {
    for (const listener of [...this.#listeners[event]]) listener();
  }
}
