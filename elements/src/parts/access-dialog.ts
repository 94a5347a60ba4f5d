/**
 * Somebody decides what a member may do, and wants to see what that changes before it is saved.
 */
import { PERMISSIONS, type ChangePreview, type Permission } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, problemOf } from "../api/client.js";
import type { Member, PlacedGrant } from "../api/types.js";
import { roster } from "../state/roster.js";
import { session } from "../state/session.js";
import { toasts } from "../state/toasts.js";
import { Watch } from "../state/watch.js";
import { problemText, t } from "../texts/index.js";
import "./ask.js";
import type { Ask } from "./ask.js";
import { askCap } from "./cap.js";
import { checkmarks } from "./checkmarks.js";
import { deed } from "./deed.js";
import { diff, sentBy } from "./diff.js";
import { draftOf, edits, fitted, same, TEAM, withEnd, withRole, withTick, type Draft, type Held } from "./draft.js";
import { Part } from "./element.js";
import { dateField, endOfDay } from "./format.js";
import { notHeld, refusal, whyNot, type Off, type Refusal } from "./lacking.js";
import { modal } from "./modal.js";
import { projectName } from "./phrase.js";
import { places } from "./places.js";
import { roleCards } from "./roles.js";

const TEAM_ONLY: readonly Permission[] = PERMISSIONS.filter((one) => one.scope === "team").map((one) => one.id);
const NOTHING: Held = { bits: 0 };
/** These do not make a role one that cannot be chosen: they are answered when saving. */
const LATER: ReadonlySet<string> = new Set(["seats_full", "bad_places"]);

@customElement("roster-access-dialog")
export class AccessDialog extends Part {
  @state() private member: Member | undefined;
  @state() private name = "";
  @state() private open = false;
  @state() private draft: Draft = new Map();
  @state() private focused = TEAM;
  @state() private problem = "";
  @state() private busy = false;
  @query("roster-ask") private readonly ask!: Ask;
  #before: Draft = new Map();
  #only = false;
  readonly #watch = new Watch(this, [session, roster]);

  /** Shows a member's access; at a project of theirs, as the answers for that one. */
  show(member: Member, name: string, project?: string): void {
    this.member = member;
    this.name = name;
    this.#before = draftOf(member.access);
    this.draft = this.#before;
    this.#only = !this.draft.has(TEAM) && this.draft.size > 0;
    if (this.draft.size === 0) this.draft = new Map([[TEAM, NOTHING]]);
    this.focused = project !== undefined && (this.draft.has(project) || this.draft.has(TEAM)) ? project : TEAM;
    this.problem = "";
    this.open = true;
  }

  /** The places that the form's one set of answers stands for. */
  get #shown(): readonly string[] {
    if (this.focused !== TEAM) return [this.focused];
    return this.#only ? [...this.draft.keys()] : [TEAM];
  }

  get #held(): Held {
    return this.draft.get(this.#shown[0] ?? TEAM) ?? this.draft.get(TEAM) ?? NOTHING;
  }

  protected override render(): TemplateResult {
    const { member } = this;
    const label = t.access.title(this.name);
    const body = member ? this.#form(member) : nothing;
    return html`${modal({ label, open: this.open, closed: () => this.#closed(), body, wide: true })}<roster-ask></roster-ask>`;
  }

  #form(member: Member): TemplateResult {
    const preview = this.#preview(member, this.draft);
    const held = this.#held;
    const mixed = this.focused === TEAM && this.#only && this.#shown.some((place) => !same(this.draft.get(place), held));
    return html`<form class="stack loose" novalidate @submit=${(event: Event) => this.#submit(event, member, preview)}>
      ${roleCards({ role: held.role, denied: (role) => this.#roleDenied(member, role), change: (role) => this.#change((one) => withRole(one, role)) })}
      ${places({
        key: "access",
        legend: t.access.where,
        every: !this.#only,
        chosen: new Set(this.#only ? this.draft.keys() : []),
        projects: () => roster.open,
        noEvery: this.#noEvery(),
        where: (every) => this.#where(every),
        toggle: (project, on) => this.#toggle(project, on),
      })}
      ${this.#focus()} ${mixed ? html`<p class="notice warn">${t.access.mixed}</p>` : nothing}
      ${checkmarks({ key: "mark", bits: held.bits, fixed: (one) => this.#fixed(one), change: (one, on) => this.#change((old) => withTick(old, one, on)) })}
      <div class="two">
        <div class="field">
          <label for="access-ends">${t.access.ends}</label>
          <input id="access-ends" type="date" .value=${dateField(held.until)} aria-describedby="access-ends-hint" @change=${this.#ends} />
          <span class="hint" id="access-ends-hint">${t.access.endsHint}</span>
        </div>
      </div>
      ${this.#foot(member, preview)}
    </form>`;
  }

  /** Which place the answers are for, when places may differ. */
  #focus(): TemplateResult | typeof nothing {
    const choices = this.#only ? [...this.draft.keys()] : roster.open.map((project) => project.id);
    if (choices.length < (this.#only ? 2 : 1)) return nothing;
    const own = (place: string): string => (!this.#only && this.draft.has(place) ? ` (${t.access.ownHere})` : "");
    const back = !this.#only && this.focused !== TEAM && this.draft.has(this.focused);
    return html`<div class="row">
      <div class="field grow">
        <label for="access-focus">${t.access.focus}</label>
        <select id="access-focus" @change=${(event: Event) => (this.focused = (event.target as HTMLSelectElement).value)}>
          <option value=${TEAM} ?selected=${this.focused === TEAM}>${this.#only ? t.access.allChosen : t.access.every}</option>
          ${choices.map((place) => html`<option value=${place} ?selected=${this.focused === place}>${projectName(place)}${own(place)}</option>`)}
        </select>
      </div>
      ${back ? deed({ label: t.access.asEverywhere, run: () => this.#drop(this.focused) }) : nothing}
    </div>`;
  }

  #foot(member: Member, preview: ChangePreview | undefined): TemplateResult {
    const sentences = preview ? diff(this.name, this.#before, this.draft, preview) : [];
    const denial = preview?.denial;
    const why = denial && !LATER.has(denial.code) && this.#edits().length > 0 ? this.#refusal(denial) : undefined;
    const cap = preview?.price?.neededCap;
    return html`<div class="foot stack tight"><section class="preview stack tight" aria-labelledby="changes" aria-live="polite" tabindex=${sentences.length > 3 ? 0 : nothing}>
        <h3 id="changes">${t.access.changes}</h3>
        ${sentences.length === 0 ? html`<p class="quiet">${t.access.nothing}</p>` : html`<ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`}
        ${cap === undefined ? nothing : html`<p>${t.invite.priceCap(cap)}</p>`}
      </section>
      <p class="problem" role="alert">${this.problem}</p>
      <div class="row end">
        ${deed({ label: t.cancel, run: () => (this.open = false) })}
        ${deed({ label: t.access.save, kind: "primary", submit: true, ...why, busy: this.busy, run: () => undefined })}
      </div></div>`;
  }

  #preview(member: Member, draft: Draft): ChangePreview | undefined {
    const changed = edits(this.#before, draft);
    const sent = sentBy(member.id) as { id: string; access: PlacedGrant[] }[];
    return session.access?.preview({ member, edits: changed, sent });
  }

  #edits(): PlacedGrant[] {
    return edits(this.#before, this.draft);
  }

  #refusal({ code, missing, project }: NonNullable<ChangePreview["denial"]>): Refusal {
    if (code === "not_held" && missing) return notHeld(missing as Permission, project);
    return refusal({ code, missing: missing ? { permission: missing, ...(project ? { project } : {}) } : null });
  }

  #roleDenied(member: Member, role: string): Refusal | undefined {
    const tried = this.#with((held) => withRole(held, role));
    const denial = this.#preview(member, tried)?.denial;
    return denial && !LATER.has(denial.code) && edits(this.#before, tried).length > 0 ? this.#refusal(denial) : undefined;
  }

  /** Why a checkmark cannot be changed, at any of the places shown. */
  #fixed(permission: Permission): Refusal | undefined {
    const { rules } = session;
    for (const place of this.#shown) {
      const project = place === TEAM ? undefined : place;
      const held = this.draft.get(place) ?? this.#held;
      const code = rules?.marks(held.bits, held.until, project).find((mark) => mark.permission === permission)?.code;
      if (code === "team_only") return { denied: t.access.teamOnly };
      if (code === "not_held") return notHeld(permission, project);
      if (code !== undefined) return refusal({ code, missing: { permission: "team.access", ...(project ? { project } : {}) } });
    }
    return undefined;
  }

  #noEvery(): Off {
    return this.#before.has(TEAM) ? {} : whyNot(session.access?.explain("team.access"));
  }

  #with(change: (held: Held) => Held): Draft {
    const next = new Map(this.draft);
    for (const place of this.#shown) next.set(place, fitted(change(next.get(place) ?? this.#held), place, TEAM_ONLY));
    return next;
  }

  #change(change: (held: Held) => Held): void {
    this.draft = this.#with(change);
    this.problem = "";
  }

  #where(every: boolean): void {
    const held = this.#held;
    this.#only = !every;
    this.focused = TEAM;
    const own = [...this.#before].filter(([place]) => place !== TEAM);
    const next = new Map(every ? own.filter(() => this.#before.has(TEAM)) : own);
    if (every) next.set(TEAM, held);
    this.draft = next;
  }

  #toggle(project: string, on: boolean): void {
    const next = new Map(this.draft);
    if (on) next.set(project, fitted(this.draft.size > 0 ? this.#held : (this.#before.get(TEAM) ?? NOTHING), project, TEAM_ONLY));
    else next.delete(project);
    if (this.focused === project) this.focused = TEAM;
    this.draft = next;
  }

  #drop(project: string): void {
    const next = new Map(this.draft);
    next.delete(project);
    this.draft = next;
    this.focused = TEAM;
  }

  #ends(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.#change((held) => withEnd(held, value ? endOfDay(value) : undefined));
  }

  #submit(event: Event, member: Member, preview: ChangePreview | undefined): void {
    event.preventDefault();
    const changed = this.#edits();
    if (this.draft.size === 0) this.problem = t.access.noProject;
    else if (changed.length === 0) this.open = false;
    else if (!preview?.denial || LATER.has(preview.denial.code)) void this.#save(member, changed);
  }

  async #save(member: Member, changed: PlacedGrant[], raiseCap?: number): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = "";
    const path = { team: session.teamId, person: member.id };
    const body = raiseCap === undefined ? { edits: changed } : { edits: changed, raiseCap };
    try {
      await call("put", "/api/v1/teams/{team}/members/{person}/access", { path, body });
      this.open = false;
      toasts.say(t.access.saved(this.name));
      await roster.refresh();
      this.dispatchEvent(new CustomEvent("saved", { bubbles: true, detail: { person: member.id } }));
    } catch (error) {
      const problem = problemOf(error);
      this.busy = false;
      if (!askCap(this.ask, problem, (cap) => this.#save(member, changed, cap))) this.problem = problemText(problem);
    } finally {
      this.busy = false;
    }
  }

  #closed(): void {
    this.open = false;
    this.member = undefined;
    this.dispatchEvent(new CustomEvent("closed", { bubbles: true }));
  }
}
