/**
 * Who takes a seat, and which pending invitation reserves one, by name: a few at first, all when asked for.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, problemOf } from "../api/client.js";
import type { Invitation, Member, Problem } from "../api/types.js";
import { deed } from "../parts/deed.js";
import { Part } from "../parts/element.js";
import { goOn } from "../parts/focus.js";
import { day } from "../parts/format.js";
import { avatar } from "../parts/person.js";
import { phraseOf } from "../parts/phrase.js";
import { trouble } from "../parts/trouble.js";
import { nameAmong } from "../parts/twins.js";
import { waiting } from "../parts/waiting.js";
import { session } from "../state/session.js";
import { t } from "../texts/index.js";
import { whom } from "../parts/whom.js";

/** The first of those who hold seats, as refusals name them. */
export interface Holders {
  readonly members: readonly Member[];
  readonly invitations: readonly Invitation[];
}

type Page<T> = { readonly rows: readonly T[]; readonly next: string | undefined };

const FEW = 8;
const MANY = 50;
/** Names in a refusal. */
const NAMED = 5;

/** Who is in the way, in one sentence; nothing: nobody that one knows of. */
export function inTheWay(holders: Holders | undefined, taken: number, reserved: number): string | undefined {
  if (!holders) return undefined;
  const names = holders.members.slice(0, NAMED).map((one) => nameAmong(holders.members, one));
  const addresses = holders.invitations.slice(0, NAMED).map(whom);
  const by = names.length > 0 ? t.plan.takenBy(names, taken - names.length) : "";
  const pending = addresses.length > 0 ? t.plan.reservedFor(addresses, reserved - addresses.length) : "";
  return [by, pending].filter(Boolean).join(" ") || undefined;
}

/** Tells `holders` with the first of them, each time they are read. */
@customElement("roster-seat-holders")
export class SeatHolders extends Part {
  /** Grows with every change of the team: then all is read again. */
  @property({ attribute: false }) version = 0;
  @state() private members: Page<Member> | undefined;
  @state() private invitations: Page<Invitation> | undefined;
  @state() private shown = { members: FEW, invitations: FEW };
  @state() private problem: Problem | undefined;
  #read = "";

  protected override willUpdate(): void {
    const key = `${session.teamId} ${this.version}`;
    if (this.#read === key || !session.owner) return;
    this.#read = key;
    void this.#load();
  }

  async #load(): Promise<void> {
    const team = session.teamId;
    try {
      const [members, invitations] = await Promise.all([membersOf(team), invitationsOf(team)]);
      if (team !== session.teamId) return;
      this.members = members;
      this.invitations = invitations;
      this.problem = undefined;
      const detail: Holders = { members: members.rows, invitations: invitations.rows };
      this.dispatchEvent(new CustomEvent<Holders>("holders", { detail }));
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  protected override render(): TemplateResult {
    const { members, invitations } = this;
    const done = members && invitations;
    return html`${trouble(this.problem, "holders-problem")}
      ${done
        ? html`<div class="two holders">${this.#members(members)} ${this.#invitations(invitations)}</div>`
        : this.problem
          ? nothing
          : waiting(2, t.loading)}`;
  }

  #members(page: Page<Member>): TemplateResult {
    const row = (one: Member): TemplateResult => html`<li class="person">
      ${avatar(one)}
      <span class="names"><span>${one.name}</span><span>${[one.address, phraseOf(one)].filter(Boolean).join(" · ")}</span></span>
    </li>`;
    const more = (): Promise<void> => this.#moreMembers(page);
    return this.#column("takers", t.plan.takers, page, this.shown.members, page.rows.map(row), t.plan.nobodyTakes, more);
  }

  #invitations(page: Page<Invitation>): TemplateResult {
    const row = (one: Invitation): TemplateResult => html`<li class="person">
      <roster-icon name="mail"></roster-icon>
      <span class="names"><span>${whom(one)}</span><span>${t.plan.invitedBy(one.sentBy.name)} · ${one.expired ? t.pending.expired : t.link.until(day(one.expiresAt))}</span></span>
    </li>`;
    const more = (): Promise<void> => this.#moreInvitations(page);
    return this.#column("reservers", t.plan.reservers, page, this.shown.invitations, page.rows.map(row), t.plan.nobodyReserves, more);
  }

  #column(id: string, title: string, page: Page<unknown>, shown: number, rows: readonly TemplateResult[], none: string, more: () => Promise<void>): TemplateResult {
    const rest = rows.length > shown || page.next !== undefined;
    return html`<section class="stack tight" aria-labelledby=${id}>
      <h3 id=${id}>${title}</h3>
      ${rows.length === 0 ? html`<p class="quiet">${none}</p>` : html`<ul class="stack tight" aria-labelledby=${id}>${rows.slice(0, shown)}</ul>`}
      ${rest ? html`<div>${deed({ label: t.more, name: t.plan.moreOf(title), run: () => void goOn(this, `ul[aria-labelledby="${id}"] > li`, more) })}</div>` : nothing}
    </section>`;
  }

  async #moreMembers(page: Page<Member>): Promise<void> {
    const shown = this.shown.members + MANY;
    if (page.rows.length < shown && page.next) {
      const next = await membersOf(session.teamId, page.next).catch((error: unknown) => void (this.problem = problemOf(error)));
      if (next) this.members = { ...next, rows: [...page.rows, ...next.rows] };
    }
    this.shown = { ...this.shown, members: shown };
  }

  async #moreInvitations(page: Page<Invitation>): Promise<void> {
    const shown = this.shown.invitations + MANY;
    if (page.rows.length < shown && page.next) {
      const next = await invitationsOf(session.teamId, page.next).catch((error: unknown) => void (this.problem = problemOf(error)));
      if (next) this.invitations = { ...next, rows: [...page.rows, ...next.rows] };
    }
    this.shown = { ...this.shown, invitations: shown };
  }
}

async function membersOf(team: string, after?: string): Promise<Page<Member>> {
  const { members, next } = await call("get", "/api/v1/teams/{team}/members", { path: { team }, query: { seats: "1", after } });
  return { rows: members, next: next ?? undefined };
}

async function invitationsOf(team: string, after?: string): Promise<Page<Invitation>> {
  const { invitations, next } = await call("get", "/api/v1/teams/{team}/invitations", { path: { team }, query: { seats: "1", after } });
  return { rows: invitations, next: next ?? undefined };
}
