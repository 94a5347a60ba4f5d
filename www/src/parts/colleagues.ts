/**
 * Those who work or have worked with the person: tick who should join, with the role of each. Inside a project, the
 * people of the team who are not in it come first, and are in at once.
 */
import { PERMISSIONS, takesSeat, type Permission } from "@roster/access";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "@roster/elements/api/client.js";
import type { Colleague, Problem } from "@roster/elements/api/types.js";
import { canAnywhere } from "@roster/elements/state/rights.js";
import { roster } from "@roster/elements/state/roster.js";
import { roleOf, rolesOnOffer } from "@roster/elements/state/roles.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { problemText, t } from "../texts/index.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { askCap } from "@roster/elements/parts/cap.js";
import { checkmarks } from "@roster/elements/parts/checkmarks.js";
import { deed } from "@roster/elements/parts/deed.js";
import { bitsOfRole, fitted, placed, TEAM, withRole, withTick, type Held } from "@roster/elements/parts/draft.js";
import { Part } from "@roster/elements/parts/element.js";
import { money } from "@roster/elements/parts/format.js";
import { greyRoles } from "@roster/elements/parts/grey-roles.js";
import { notHeld, type Refusal } from "@roster/elements/parts/lacking.js";
import { avatar } from "@roster/elements/parts/person.js";
import { invitedTo } from "@roster/elements/parts/places.js";
import { TEAM_ONLY } from "@roster/elements/parts/team-only.js";
import { waiting } from "@roster/elements/parts/waiting.js";

/** As many as one command takes. */
const MOST = 50;

@customElement("roster-colleagues")
export class Colleagues extends Part {
  /** The project to add to; none: the team's Invite tab. */
  @property() project: string | undefined;
  @state() private people: readonly Colleague[] | undefined;
  @state() private ticked: ReadonlyMap<string, Held> = new Map();
  @state() private only: ReadonlySet<string> | undefined;
  @state() private failures: ReadonlyMap<string, string> = new Map();
  @state() private problem = "";
  @state() private busy = false;
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session, roster]);
  #loaded = "";

  protected override willUpdate(changed: PropertyValues): void {
    const key = `${session.teamId} ${this.project ?? ""} ${session.rules?.snapshot?.version ?? 0}`;
    if (!session.access || this.#loaded === key || !canAnywhere("team.invite")) return;
    if (changed.has("project") || !this.#loaded.startsWith(session.teamId)) {
      this.people = undefined;
      this.ticked = new Map();
      this.only = session.access.can("team.invite") ? undefined : new Set();
    }
    this.#loaded = key;
    void this.#load();
  }

  async #load(): Promise<void> {
    const path = { team: session.teamId };
    try {
      const { colleagues } = await call("get", "/api/v1/teams/{team}/colleagues", { path, query: { project: this.project } });
      if (path.team !== session.teamId) return;
      this.people = colleagues;
      this.problem = "";
    } catch (error) {
      this.problem = problemText(problemOf(error));
    }
  }

  get #targets(): readonly string[] {
    if (this.project) return [this.project];
    return this.only === undefined ? [TEAM] : [...this.only];
  }

  protected override render(): TemplateResult {
    return html`<section class="card stack" aria-labelledby="colleagues-title">
        <div>
          <h2 id="colleagues-title">${t.colleagues.title}</h2>
          <p class="hint">${this.project ? t.colleagues.leadProject : t.colleagues.lead}</p>
        </div>
        ${this.people === undefined ? (this.problem ? nothing : waiting(2, t.loading)) : this.#list(this.people)}
        <p class="problem" role="alert">${this.problem}</p>
      </section>
      <roster-ask></roster-ask>`;
  }

  #list(people: readonly Colleague[]): TemplateResult {
    if (people.length === 0) return html`<p class="quiet">${t.colleagues.none}</p>`;
    const count = this.ticked.size;
    return html`<ul class="colleagues" aria-labelledby="colleagues-title">${people.map((one) => this.#row(one, people))}</ul>
      ${count > 0 && !this.project ? this.#places() : nothing}
      ${count > 0 ? html`<p aria-live="polite">${this.#price()}</p>` : nothing}
      <div class="row">
        ${deed({ label: count > 1 ? t.colleagues.addSome(count) : t.colleagues.add, icon: "user-plus", kind: "primary", denied: this.#denied(), busy: this.busy, run: () => void this.#add() })}
      </div>`;
  }

  #row(one: Colleague, people: readonly Colleague[]): TemplateResult {
    const held = this.ticked.get(one.id);
    const tick = (event: Event): void => this.#tick(one.id, (event.target as HTMLInputElement).checked);
    const twins = people.filter((other) => other.name === one.name);
    const name = twins.length > 1 ? `${one.name} (${twins.indexOf(one) + 1})` : one.name;
    const id = `colleague-${one.id}`;
    const failed = this.failures.get(one.id);
    return html`<li>
      <div class="row">
        <input type="checkbox" id=${id} .checked=${held !== undefined} ?disabled=${one.invited} aria-label=${t.colleagues.choose(name)} aria-describedby="${id}-note" @change=${tick} />
        <label class="person grow" for=${id}>${avatar(one)}<span class="names"><strong>${name}</strong>
          <span id="${id}-note">${one.invited ? t.colleagues.invited : one.member ? t.colleagues.member : nothing}</span></span></label>
        ${held ? this.#role(one, name, held) : nothing}
      </div>
      ${held ? greyRoles(rolesOnOffer(held.role).map((role) => this.#lacks(bitsOfRole(role.id)))) : nothing}
      ${failed ? html`<p class="problem" role="alert">${failed}</p>` : nothing}
      ${held && held.role === undefined
        ? checkmarks({ key: `c-${one.id}`, bits: held.bits, fixed: (mark) => this.#fixed(mark), change: (mark, on) => this.#set(one.id, withTick(held, mark, on)) })
        : nothing}
    </li>`;
  }

  #role(one: Colleague, name: string, held: Held): TemplateResult {
    const change = (event: Event): void => {
      const role = roleOf((event.target as HTMLSelectElement).value)?.id;
      this.#set(one.id, withRole(held, role));
    };
    return html`<select aria-label=${t.colleagues.role(name)} @change=${change}>
      ${rolesOnOffer(held.role).map((role) => html`<option value=${role.id} ?selected=${held.role === role.id} ?disabled=${this.#lacks(bitsOfRole(role.id))}>${role.label}</option>`)}
      <option value="" ?selected=${held.role === undefined}>${t.access.customRole}</option>
    </select>`;
  }

  #places(): TemplateResult {
    return invitedTo("colleagues", this.only, (only) => (this.only = only));
  }

  #price(): string {
    const seats = [...this.ticked.values()].filter((held) => takesSeat(held.bits));
    const [first] = seats;
    if (!first) return t.invite.priceFree;
    const price = session.rules?.invitationPrice(first.role, first.bits, seats.length);
    if (!price) return t.invite.priceOwner;
    if (price.after === price.before) return t.invite.priceFreeSeat;
    return t.invite.priceMore(money(price.after - price.before), money(price.after));
  }

  /** Why one cannot give that at one of the places. */
  #lacks(bits: number): Refusal | undefined {
    for (const place of this.#targets) {
      const project = place === TEAM ? undefined : place;
      const lacking = session.rules?.cannotGive(bits, undefined, project);
      if (lacking) return notHeld(lacking, project);
    }
    return undefined;
  }

  #fixed(permission: Permission): Refusal | undefined {
    const entry = PERMISSIONS.find((one) => one.id === permission);
    if (!entry) return undefined;
    if (entry.scope === "team" && !this.#targets.includes(TEAM)) return { denied: t.access.teamOnly };
    return this.#lacks(2 ** entry.bit);
  }

  #denied(): string | undefined {
    if (this.ticked.size === 0) return t.colleagues.tickFirst;
    if (this.#targets.length === 0) return t.access.noProject;
    return undefined;
  }

  #tick(id: string, on: boolean): void {
    const next = new Map(this.ticked);
    const role = this.#lacks(bitsOfRole("editor")) ? "viewer" : "editor";
    if (on && next.size < MOST) next.set(id, { role, bits: bitsOfRole(role) });
    else next.delete(id);
    this.ticked = next;
  }

  #set(id: string, held: Held): void {
    this.ticked = new Map(this.ticked).set(id, held);
  }

  async #add(raiseCap?: number): Promise<void> {
    const chosen = [...this.ticked];
    const rows = chosen.map(([person, held]) => ({ person, access: this.#targets.map((place) => placed(place, fitted(held, place, TEAM_ONLY))) }));
    const body = raiseCap === undefined ? { rows } : { rows, raiseCap };
    this.busy = true;
    this.problem = "";
    try {
      const answer = await call("post", "/api/v1/teams/{team}/invitations/many", { path: { team: session.teamId }, body, key: newKey() });
      const full = this.#settle(chosen.map(([person], at) => [person, answer.rows[at]] as const));
      await roster.refresh();
      this.dispatchEvent(new CustomEvent("added", { bubbles: true }));
      if (full) this.#askCap();
    } catch (error) {
      this.problem = problemText(problemOf(error));
    } finally {
      this.busy = false;
    }
  }

  /** Those who were refused stay ticked, with the reason. Says whether a seat was missing. */
  #settle(results: readonly (readonly [string, Result | undefined])[]): boolean {
    const failures = new Map<string, string>();
    const ticked = new Map(this.ticked);
    let full = false;
    for (const [person, result] of results) {
      const name = this.people?.find((one) => one.id === person)?.name ?? "";
      if (result?.refused) {
        const { code, missing, retryAt } = result.refused;
        full ||= code === "seats_full";
        failures.set(person, problemText({ type: "", title: "", status: 0, code, ...(missing ? { missing } : {}), ...(retryAt == null ? {} : { retryAt }) }));
      } else {
        ticked.delete(person);
        toasts.say(result?.done?.included != null ? t.colleagues.included(name) : t.colleagues.done(name));
      }
    }
    this.failures = failures;
    this.ticked = ticked;
    return full;
  }

  /** The owner is shown what the seats that are missing would cost. */
  #askCap(): void {
    const seats = [...this.ticked.values()].filter((held) => takesSeat(held.bits));
    const [first] = seats;
    const price = first && session.rules?.invitationPrice(first.role, first.bits, seats.length);
    if (price?.neededCap === undefined) return;
    const problem: Problem = { type: "", title: "", status: 409, code: "seats_full", neededCap: price.neededCap, totalCents: price.after };
    askCap(this.ask, problem, (cap) => this.#add(cap));
  }
}

interface Result {
  readonly done?: { readonly included?: string | null } | null;
  readonly refused?: Pick<Problem, "code" | "missing" | "retryAt"> | null;
}
