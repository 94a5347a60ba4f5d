/**
 * Somebody wants a person in, with just the access they need, and to know what that costs before they send it.
 */
import { PERMISSIONS, takesSeat, type Permission } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "../api/client.js";
import type { Invited, PlacedGrant } from "../api/types.js";
import { batch } from "../state/batch.js";
import { canAnywhere } from "../state/rights.js";
import { ownRoles, roleOf, rolesOnOffer } from "../state/roles.js";
import { roster } from "../state/roster.js";
import { session } from "../state/session.js";
import { toasts } from "../state/toasts.js";
import { Watch } from "../state/watch.js";
import { problemText, t } from "../texts/index.js";
import "./addresses.js";
import { looksWhole, type Addresses } from "./addresses.js";
import "./ask.js";
import type { Ask } from "./ask.js";
import { askCap } from "./cap.js";
import { checkmarks } from "./checkmarks.js";
import { deed } from "./deed.js";
import { bitsOfRole, fitted, placed, TEAM, withEnd, withRole, withTick, type Held } from "./draft.js";
import { Part } from "./element.js";
import { dateField, endOfDay, moment, money } from "./format.js";
import { greyRoles } from "./grey-roles.js";
import { notHeld, whyNot, type Off, type Refusal } from "./lacking.js";
import { invitedTo } from "./places.js";
import type { Entry } from "./many/csv.js";
import type { Preview } from "./many/preview.js";
import { TEAM_ONLY } from "./team-only.js";

@customElement("roster-invite-form")
export class InviteForm extends Part {
  @state() private addresses: readonly string[] = [];
  @state() private held: Held = { role: "editor", bits: bitsOfRole("editor") };
  @state() private only: ReadonlySet<string> | undefined;
  @state() private customising = false;
  @state() private problem = "";
  @state() private failures: readonly string[] = [];
  @state() private sending = false;
  /** What a file says, beside the addresses that were typed. */
  @state() private sheet: readonly Entry[] = [];
  @state() private sheetNote = "";
  @state() private goes: number | undefined;
  @query("roster-preview") private readonly preview!: Preview | null;
  @query("input[type=file]") private readonly file!: HTMLInputElement;
  @query("roster-addresses") private readonly field!: Addresses;
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session, roster, batch]);
  readonly #keys = new Map<string, string>();
  #settled = "";

  /** Puts the cursor where an address goes. */
  override focus(): void {
    void this.updateComplete.then(() => this.field.updateComplete).then(() => this.field.focus());
  }

  /** Begins with what the person can give: at the whole team, or where they may invite. */
  protected override willUpdate(): void {
    if (this.#settled === session.teamId || !session.access) return;
    this.#settled = session.teamId;
    this.only = session.access.can("team.invite") ? undefined : new Set();
    const role = ["editor", ...rolesOnOffer().map((one) => one.id)].find((one) => !this.#roleDenied(one));
    this.held = role ? withRole({ bits: 0 }, role) : { bits: 0 };
  }

  protected override render(): TemplateResult {
    const many = this.#many;
    const count = many ? (this.goes ?? 0) : this.addresses.length;
    if (many) void import("./many/preview.js");
    if (batch.here) void import("./many/progress.js");
    return html`<form class="card stack" novalidate aria-label=${t.invite.mailTitle} @submit=${this.#submit}>
        <h2>${t.invite.mailTitle}</h2>
        <roster-addresses .list=${this.addresses} .problem=${this.problem} @addresses=${this.#list}></roster-addresses>
        ${this.#import()}
        <div class="two">
          ${this.#role()}
          <div class="field">
            <label for="invite-ends">${t.access.ends}</label>
            <input id="invite-ends" type="date" .value=${dateField(this.held.until)} @change=${this.#ends} />
          </div>
        </div>
        ${this.#places()} ${this.#customise()}
        ${many
          ? html`<roster-preview
              .entries=${this.#entries}
              .given=${{ held: this.held, targets: this.#targets }}
              @judged=${(event: CustomEvent<number>) => (this.goes = event.detail)}
            ></roster-preview>`
          : html`<section class="price" aria-label=${t.invite.price} aria-live="polite">${this.#price()}</section>`}
        ${this.failures.length > 0 ? html`<ul class="problem" role="alert">${this.failures.map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
        <div class="row">
          ${deed({ label: count > 1 ? t.invite.sendMany(count) : t.invite.send, icon: "send", kind: "primary", submit: true, ...this.#denied(), busy: this.sending, run: () => undefined })}
        </div>
        <p class="hint">${t.invite.quiet}</p>
      </form>
      ${batch.here ? html`<roster-progress></roster-progress>` : nothing}
      <roster-ask></roster-ask>`;
  }

  /** More than one: each is shown with what it comes to, and they go out together. */
  get #many(): boolean {
    return this.sheet.length > 0 || this.addresses.length > 1;
  }

  #shown: { readonly of: readonly unknown[]; readonly entries: readonly Entry[] } = { of: [], entries: [] };

  /** The same list as long as nothing of it changed. */
  get #entries(): readonly Entry[] {
    const { of, entries } = this.#shown;
    if (of[0] === this.addresses && of[1] === this.sheet) return entries;
    const all = [...this.addresses.map((typed) => ({ typed })), ...this.sheet];
    this.#shown = { of: [this.addresses, this.sheet], entries: all };
    return all;
  }

  #import(): TemplateResult {
    const choose = (event: Event): void => {
      const [file] = (event.target as HTMLInputElement).files ?? [];
      if (file) void this.#read(file);
    };
    return html`<div class="row">
      <input type="file" hidden accept=".csv,.tsv,.txt,text/csv,text/plain" @change=${choose} />
      ${deed({ label: t.many.importCsv, icon: "file", run: () => this.file.click() })}
      ${this.sheet.length > 0
        ? html`<span>${this.sheetNote}</span>${deed({ label: t.many.removeCsv, icon: "x", run: () => this.#forgetSheet() })}`
        : html`<span class="hint">${this.sheetNote || t.many.csvHint}</span>`}
    </div>`;
  }

  async #read(file: File): Promise<void> {
    this.sheetNote = "";
    const { MOST_ROWS, readCsv, textOf } = await import("./many/csv.js");
    if (file.size > 2_000_000) {
      this.sheetNote = t.many.tooBig;
      return;
    }
    const sheet = readCsv(textOf(await file.arrayBuffer()), ownRoles());
    const room = Math.max(MOST_ROWS - this.addresses.length, 0);
    this.sheet = sheet.entries.slice(0, room);
    const dropped = sheet.dropped + sheet.entries.length - this.sheet.length;
    this.sheetNote = this.sheet.length === 0 ? t.many.empty(file.name) : t.many.read(this.sheet.length, file.name, dropped);
    this.file.value = "";
  }

  #forgetSheet(): void {
    this.sheet = [];
    this.sheetNote = "";
    this.focus();
  }

  #role(): TemplateResult {
    const change = (event: Event): void => {
      const role = roleOf((event.target as HTMLSelectElement).value)?.id;
      this.held = withRole(this.held, role);
      this.customising ||= role === undefined;
    };
    const line = roleOf(this.held.role)?.line ?? t.access.customLine;
    return html`<div class="field">
      <label for="invite-role">${t.invite.role}</label>
      <select id="invite-role" aria-describedby="invite-role-line" @change=${change}>
        ${rolesOnOffer(this.held.role).map((role) => {
          const off = this.#roleDenied(role.id);
          return html`<option value=${role.id} ?selected=${this.held.role === role.id} ?disabled=${off}>${role.label}</option>`;
        })}
        <option value="" ?selected=${this.held.role === undefined}>${t.access.customRole}</option>
      </select>
      <span class="hint" id="invite-role-line">${line}</span>
      ${greyRoles(rolesOnOffer(this.held.role).map((role) => this.#lacking(bitsOfRole(role.id))))}
    </div>`;
  }

  #places(): TemplateResult {
    return invitedTo("invite", this.only, (only) => (this.only = only));
  }

  #customise(): TemplateResult {
    return html`<div class="stack">
      <div>
        <button
          type="button"
          aria-expanded=${this.customising}
          aria-controls="customised"
          @click=${() => (this.customising = !this.customising)}
        >
          <roster-icon name=${this.customising ? "chevron-up" : "chevron-down"}></roster-icon>${t.invite.customise}
        </button>
      </div>
      <div id="customised" ?hidden=${!this.customising}>
        ${checkmarks({ key: "give", bits: this.held.bits, fixed: (one) => this.#fixed(one), change: (one, on) => (this.held = withTick(this.held, one, on)) })}
      </div>
    </div>`;
  }

  #price(): string {
    const { rules } = session;
    if (!takesSeat(this.held.bits)) return t.invite.priceFree;
    const price = rules?.invitationPrice(this.held.role, this.held.bits, Math.max(this.addresses.length, 1));
    if (!price) return t.invite.priceOwner;
    const unlimited = rules?.snapshot?.seats?.free == null;
    if (price.after === price.before) return unlimited ? t.invite.priceFreePlan : t.invite.priceFreeSeat;
    const cap = price.neededCap === undefined ? "" : ` ${t.invite.priceCap(price.neededCap)}`;
    return t.invite.priceMore(money(price.after - price.before), money(price.after)) + cap;
  }

  get #targets(): readonly string[] {
    return this.only === undefined ? [TEAM] : [...this.only];
  }

  #roleDenied(role: string): boolean {
    return this.#lacking(bitsOfRole(role)) !== undefined;
  }

  /** The first checkmark that the person would have to hold at one of the places. */
  #lacking(bits: number): Refusal | undefined {
    const targets = this.#targets.length > 0 ? this.#targets : roster.open.slice(0, 1).map((project) => project.id);
    for (const place of targets) {
      const project = place === TEAM ? undefined : place;
      const lacking = session.rules?.cannotGive(bits, this.held.until, project);
      if (lacking) return notHeld(lacking, project);
    }
    return undefined;
  }

  #fixed(permission: Permission): Refusal | undefined {
    const entry = PERMISSIONS.find((one) => one.id === permission);
    if (!entry) return undefined;
    if (this.only !== undefined && entry.scope === "team") return { denied: t.access.teamOnly };
    return this.#lacking(2 ** entry.bit);
  }

  #denied(): Off {
    if (!canAnywhere("team.invite")) return whyNot(session.access?.explain("team.invite"));
    return (this.#targets.length > 0 ? this.#lacking(this.held.bits) : undefined) ?? {};
  }

  #list(event: CustomEvent<readonly string[]>): void {
    this.addresses = event.detail;
    this.problem = "";
  }

  #ends(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    this.held = withEnd(this.held, value ? endOfDay(value) : undefined);
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.field.take();
    const [first] = this.addresses;
    this.problem = "";
    this.failures = [];
    if (this.#targets.length === 0) this.failures = [t.access.noProject];
    else if (this.#many) this.#sendMany();
    else if (first === undefined) this.problem = t.invite.needed;
    else if (!looksWhole(first)) this.problem = t.invite.bad([first]);
    else if (this.#denied().denied === undefined && !this.sending) void this.#send(first);
    if (this.problem) this.field.focus();
  }

  /** They go out together, while the person may do something else. */
  #sendMany(): void {
    const ready = this.preview?.ready();
    if (this.#denied().denied !== undefined || !ready) return;
    if (batch.here && (batch.running || batch.done < batch.rows.length)) this.failures = [t.many.oneAtATime];
    else if (ready.rows.length === 0) this.failures = [t.many.noneGoes];
    else {
      batch.begin(ready.rows, ready.raiseCap);
      this.#tell(ready.rows.flatMap((row) => row.address ?? []));
      this.addresses = [];
      this.sheet = [];
      this.sheetNote = "";
      this.goes = undefined;
      void this.updateComplete.then(() => this.querySelector<HTMLElement>("roster-progress")?.scrollIntoView({ block: "nearest" }));
    }
  }

  /** To whom invitations are on their way now. */
  #tell(addresses: readonly string[]): void {
    this.dispatchEvent(new CustomEvent("invited", { detail: { addresses }, bubbles: true }));
  }

  async #send(address: string, raiseCap?: number): Promise<void> {
    const access = this.#targets.map((place) => placed(place, fitted(this.held, place, TEAM_ONLY)));
    this.sending = true;
    const failed = await this.#invite(address, access, raiseCap);
    this.sending = false;
    if (failed === "asked") return;
    this.problem = failed ?? "";
    if (failed === undefined) this.addresses = [];
    await roster.refresh();
    this.focus();
  }

  async #invite(address: string, access: PlacedGrant[], raiseCap: number | undefined): Promise<string | undefined> {
    const body = raiseCap === undefined ? { address, access } : { address, access, raiseCap };
    const sameBody = JSON.stringify(body);
    const key = this.#keys.get(sameBody) ?? newKey();
    this.#keys.set(sameBody, key);
    try {
      const invited = await call("post", "/api/v1/teams/{team}/invitations", { path: { team: session.teamId }, body, key });
      this.#keys.delete(sameBody);
      toasts.say(said(address, invited));
      this.#tell([address]);
      return undefined;
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code !== "offline" && problem.code !== "broken") this.#keys.delete(sameBody);
      return askCap(this.ask, problem, (cap) => this.#send(address, cap)) ? "asked" : problemText(problem);
    }
  }
}

function said(address: string, invited: Invited): string {
  if (invited.included != null) return t.invite.included(address);
  if (invited.mailAt != null && invited.mailAt > (session.rules?.now() ?? 0) + 1_000) return t.invite.waits(address, moment(invited.mailAt));
  return t.invite.sent(address);
}
