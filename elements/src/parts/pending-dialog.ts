/**
 * Somebody was invited with the wrong access: what the invitation gives is changed before it is accepted.
 */
import { PERMISSIONS, takesSeat, type Permission } from "@roster/access";
import { html, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, problemOf } from "../api/client.js";
import type { Invitation, PlacedGrant } from "../api/types.js";
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
import { bitsOfRole, draftOf, edits, fitted, TEAM, withEnd, withRole, withTick, type Draft, type Held } from "./draft.js";
import { Part } from "./element.js";
import { dateField, endOfDay, money } from "./format.js";
import { notHeld, whyNot, type Refusal } from "./lacking.js";
import { modal } from "./modal.js";
import { places } from "./places.js";
import { roleCards } from "./roles.js";
import { TEAM_ONLY } from "./team-only.js";

@customElement("roster-pending-dialog")
export class PendingDialog extends Part {
  @state() private invitation: Invitation | undefined;
  @state() private whom = "";
  @state() private open = false;
  @state() private held: Held = { bits: 0 };
  @state() private only: ReadonlySet<string> | undefined;
  @state() private problem = "";
  @state() private busy = false;
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session, roster]);
  #before: Draft = new Map();

  /** Shows what an invitation gives. */
  show(invitation: Invitation, whom: string): void {
    this.invitation = invitation;
    this.whom = whom;
    this.#before = draftOf(invitation.access);
    const [first] = this.#before.values();
    this.held = first ?? { bits: 0 };
    this.only = this.#before.has(TEAM) ? undefined : new Set(this.#before.keys());
    this.problem = "";
    this.open = true;
  }

  get #targets(): readonly string[] {
    return this.only === undefined ? [TEAM] : [...this.only];
  }

  /** What stands everywhere that was chosen. */
  get #draft(): Draft {
    return new Map(this.#targets.map((place) => [place, fitted(this.held, place, TEAM_ONLY)]));
  }

  protected override render(): TemplateResult {
    const body = this.invitation ? this.#form(this.invitation) : html``;
    return html`${modal({ label: t.editPending.title(this.whom), open: this.open, closed: () => (this.open = false), body, wide: true })}<roster-ask></roster-ask>`;
  }

  #form(invitation: Invitation): TemplateResult {
    return html`<form class="stack loose" novalidate @submit=${(event: Event) => this.#submit(event, invitation)}>
      ${roleCards({ role: this.held.role, denied: (role) => this.#roleDenied(role), change: (role) => (this.held = withRole(this.held, role)) })}
      ${places({
        key: "pending",
        legend: t.access.where,
        every: this.only === undefined,
        chosen: this.only ?? new Set(),
        projects: () => roster.invitable,
        noEvery: whyNot(session.access?.explain("team.invite")),
        where: (every) => (this.only = every ? undefined : new Set([...this.#before.keys()].filter((place) => place !== TEAM))),
        toggle: (project, on) => this.#toggle(project, on),
      })}
      ${checkmarks({ key: "pending-mark", bits: this.held.bits, fixed: (one) => this.#fixed(one), change: (one, on) => (this.held = withTick(this.held, one, on)) })}
      <div class="two">
        <div class="field">
          <label for="pending-ends">${t.access.ends}</label>
          <input id="pending-ends" type="date" .value=${dateField(this.held.until)} @change=${this.#ends} />
        </div>
      </div>
      <div class="foot stack tight">
        <section class="preview stack tight">
          <p class="hint">${t.editPending.note}</p>
          <p aria-live="polite">${this.#price(invitation)}</p>
        </section>
        <p class="problem" role="alert">${this.problem}</p>
        <div class="row end">
          ${deed({ label: t.cancel, run: () => (this.open = false) })}
          ${deed({ label: t.editPending.save, kind: "primary", submit: true, ...this.#denied(), busy: this.busy, run: () => undefined })}
        </div>
      </div>
    </form>`;
  }

  #price(invitation: Invitation): string {
    if (!takesSeat(this.held.bits)) return t.invite.priceFree;
    if (invitation.seat) return "";
    const price = session.rules?.invitationPrice(this.held.role, this.held.bits, 1);
    if (!price) return t.invite.priceOwner;
    if (price.after === price.before) return t.invite.priceFreeSeat;
    return t.invite.priceMore(money(price.after - price.before), money(price.after));
  }

  /** The first checkmark that the person would have to hold at one of the places. */
  #lacking(bits: number): Refusal | undefined {
    for (const place of this.#targets) {
      const project = place === TEAM ? undefined : place;
      const lacking = session.rules?.cannotGive(bits, this.held.until, project);
      if (lacking) return notHeld(lacking, project);
    }
    return undefined;
  }

  #roleDenied(role: string): Refusal | undefined {
    return this.#lacking(bitsOfRole(role));
  }

  #fixed(permission: Permission): Refusal | undefined {
    const entry = PERMISSIONS.find((one) => one.id === permission);
    if (!entry) return undefined;
    if (this.only !== undefined && entry.scope === "team") return { denied: t.access.teamOnly };
    return this.#lacking(2 ** entry.bit);
  }

  #denied(): Refusal | undefined {
    return this.#changed().length === 0 ? undefined : this.#lacking(this.held.bits);
  }

  #changed(): PlacedGrant[] {
    return edits(this.#before, this.#draft);
  }

  #toggle(project: string, on: boolean): void {
    const next = new Set(this.only);
    if (on) next.add(project);
    else next.delete(project);
    this.only = next;
  }

  #ends(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.held = withEnd(this.held, value ? endOfDay(value) : undefined);
  }

  #submit(event: Event, invitation: Invitation): void {
    event.preventDefault();
    const changed = this.#changed();
    if (this.#targets.length === 0) this.problem = t.access.noProject;
    else if (changed.length === 0) this.open = false;
    else if (this.#denied() === undefined) void this.#save(invitation, changed);
  }

  async #save(invitation: Invitation, changed: PlacedGrant[], raiseCap?: number): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = "";
    const path = { team: session.teamId, invitation: invitation.id };
    const body = raiseCap === undefined ? { edits: changed } : { edits: changed, raiseCap };
    try {
      await call("put", "/api/v1/teams/{team}/invitations/{invitation}/access", { path, body });
      this.open = false;
      toasts.say(t.editPending.saved(this.whom));
      await roster.refresh();
    } catch (error) {
      const problem = problemOf(error);
      this.busy = false;
      if (!askCap(this.ask, problem, (cap) => this.#save(invitation, changed, cap))) this.problem = problemText(problem);
    } finally {
      this.busy = false;
    }
  }
}
