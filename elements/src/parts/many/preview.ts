/**
 * Before many invitations go out, the person sees what each row comes to: what is wrong with it, which seat it takes,
 * and what they cost together.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, problemOf } from "../../api/client.js";
import type { Invitee } from "../../api/types.js";
import { roleName } from "../../state/roles.js";
import { session } from "../../state/session.js";
import { Watch } from "../../state/watch.js";
import { problemText, t } from "../../texts/index.js";
import { Part } from "../element.js";
import { money } from "../format.js";
import type { Entry } from "./csv.js";
import { accessOf, judge, type Given, type Judged, type Verdict } from "./judge.js";
import type { BatchRow } from "../../state/batch.js";

/** How long a list rests before the edge is asked about it. */
const REST = 150;

@customElement("roster-preview")
export class Preview extends Part {
  @property({ attribute: false }) entries: readonly Entry[] = [];
  @property({ attribute: false }) given: Given = { held: { bits: 0 }, targets: [] };
  @state() private known: ReadonlyMap<string, Invitee> = new Map();
  @state() private problem = "";
  @state() private allowed = false;
  readonly #watch = new Watch(this, [session]);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #judged: Judged = { rows: [], goes: 0, seats: 0 };

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("entries") && this.entries.some((one) => !this.known.has(one.typed))) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#check(), REST);
    }
    this.#judged = judge(this.entries, this.known, this.given);
  }

  protected override updated(): void {
    this.dispatchEvent(new CustomEvent<number>("judged", { detail: this.#judged.goes }));
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#timer);
    super.disconnectedCallback();
  }

  /** What goes out; nothing: the edge has not said yet what the rows are. */
  ready(): { rows: BatchRow[]; raiseCap?: number } | undefined {
    if (this.#judged.rows.some((row) => row.said === "checking")) return undefined;
    const rows = this.#judged.rows.filter((row) => row.goes).map((row): BatchRow => {
      const { address, held } = row;
      return { label: address, address, access: accessOf(held, this.given.targets), fate: "waiting" };
    });
    const cap = this.#cap();
    return cap !== undefined && this.allowed ? { rows, raiseCap: cap.paid } : { rows };
  }

  /** Asks the edge once what all addresses are to the team. */
  async #check(): Promise<void> {
    const addresses = [...new Set(this.entries.map((one) => one.typed))];
    try {
      const { invitees } = await call("post", "/api/v1/teams/{team}/invitations/check", { path: { team: session.teamId }, body: { addresses } });
      this.known = new Map(addresses.flatMap((typed, at) => (invitees[at] ? [[typed, invitees[at]] as const] : [])));
      this.problem = "";
    } catch (error) {
      this.problem = problemText(problemOf(error));
    }
  }

  /** The cap that all together would need, with what a month costs then. */
  #cap(): { paid: number; total: number } | undefined {
    const price = this.#price();
    return price?.neededCap === undefined ? undefined : { paid: price.neededCap, total: price.after };
  }

  #price(): { before: number; after: number; neededCap?: number } | undefined {
    const seat = this.#judged.rows.find((row) => row.seat);
    return seat && session.rules?.invitationPrice(seat.held.role, seat.held.bits, this.#judged.seats);
  }

  protected override render(): TemplateResult {
    const { rows, goes } = this.#judged;
    return html`<section class="stack many" aria-labelledby="preview-title">
      <div class="row between">
        <h3 id="preview-title">${t.many.preview}</h3>
        <span class="quiet" role="status">${t.many.goes(goes, rows.length)}</span>
      </div>
      <p class="problem" role="alert">${this.problem}</p>
      <div class="scroll" role="region" tabindex="0" aria-labelledby="preview-title">
        <table class="table" role="table" aria-labelledby="preview-title">
          <thead role="rowgroup"><tr role="row">${[t.many.address, t.many.role, t.many.says, t.many.costs].map((one) => html`<th role="columnheader" scope="col">${one}</th>`)}</tr></thead>
          <tbody role="rowgroup">${rows.map((row) => this.#row(row))}</tbody>
        </table>
      </div>
      ${this.#total()}
    </section>`;
  }

  #row(row: Verdict): TemplateResult {
    const { entry } = row;
    const wrong = !row.goes && row.said !== "checking";
    return html`<tr role="row" class=${wrong ? "wrong" : ""}>
      <td role="cell"><span class="names"><strong>${row.address}</strong>${entry.name ? html`<span>${entry.name}</span>` : nothing}</span></td>
      <td role="cell" class="quiet">${entry.wrongRole ?? roleName(row.held.role)}</td>
      <td role="cell">${wrong ? html`<span class="tag warn">${this.#said(row)}</span>` : this.#said(row)}</td>
      <td role="cell" class="quiet">${this.#costs(row)}</td>
    </tr>`;
  }

  #said(row: Verdict): string {
    switch (row.said) {
      case "malformed":
        return t.problem.codes[row.code ?? "address_malformed"] ?? t.many.malformed;
      case "role":
        return t.many.wrongRole(row.entry.wrongRole ?? "");
      case "duplicate":
        return t.many.duplicate;
      case "not_held":
        return t.many.notHeld;
      case "member":
        return t.many.member;
      case "joins":
        return t.many.joins;
      case "pending":
        return t.many.pending;
      case "fresh":
        return t.many.fresh;
      case "checking":
        return t.many.checking;
    }
  }

  #costs(row: Verdict): string {
    if (!row.goes) return "";
    if (!row.seat) return t.many.noSeat;
    if (row.cents === undefined) return t.many.seat;
    if (row.beyond && !this.allowed) return t.many.beyond(money(row.cents));
    return row.cents === 0 ? t.many.freeSeat : t.many.more(money(row.cents));
  }

  #total(): TemplateResult {
    const price = this.#price();
    const cap = this.#cap();
    const change = (event: Event): void => {
      this.allowed = (event.target as HTMLInputElement).checked;
    };
    return html`<p aria-live="polite">${price ? t.many.total(money(price.after - price.before), money(price.after)) : this.#judged.seats > 0 ? t.invite.priceOwner : t.many.totalFree}</p>
      ${cap === undefined
        ? nothing
        : html`<div class="check">
            <input type="checkbox" id="many-allow" .checked=${this.allowed} aria-describedby="many-allow-hint" @change=${change} />
            <span><label for="many-allow">${t.many.allow(cap.paid, money(cap.total))}</label><span class="hint" id="many-allow-hint">${t.many.allowHint}</span></span>
          </div>`}`;
  }
}
