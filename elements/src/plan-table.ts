/**
 * The owner wants to know what the team costs, and to decide how much it may cost.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call, problemOf } from "./api/client.js";
import type { PlanPage, Problem } from "./api/types.js";
import { Island } from "./island.js";
import { deed } from "./parts/deed.js";
import { money } from "./parts/format.js";
import { trouble } from "./parts/trouble.js";
import { waiting } from "./parts/waiting.js";
import { session } from "./state/session.js";
import { t } from "./texts/index.js";
import "./plan/cap.js";
import "./plan/change.js";
import "./plan/holders.js";
import type { Holders } from "./plan/holders.js";
import { planName } from "./plan/name.js";

type Offer = PlanPage["plans"][number];

/**
 * Plans side by side, seats taken, reserved and free by name, what next month costs line by line, and the change of plan
 * and cap, each with its difference first. For the owner; others read that it is the owner's to see.
 *
 * @tag roster-plan-table
 * @slot signed-out - What is shown while nobody is signed in.
 * @fires {CustomEvent<{ plan: string; cap: number }>} roster-plan-changed - The plan or the cap is another one now.
 * @csspart plans - The row of plans.
 * @csspart plan - One plan.
 * @csspart current - The plan that the team has.
 * @csspart seats - The card of seats and the cap.
 * @csspart bill - The card of next month's bill.
 * @csspart empty - What is said when there is nothing to show.
 */
@customElement("roster-plan-table")
export class PlanTable extends Island {
  @state() private page: PlanPage | undefined;
  @state() private problem: Problem | undefined;
  /** The plan that is thought of. */
  @state() private wanted: Offer | undefined;
  /** The first of those who hold seats, to be named when they are in the way. */
  @state() private holders: Holders | undefined;
  #loaded = "";

  protected override willUpdate(): void {
    const key = `${session.teamId} ${session.rules?.snapshot?.version ?? 0}`;
    if (!session.owner || this.#loaded === key) return;
    if (!this.#loaded.startsWith(`${session.teamId} `)) this.page = undefined;
    this.#loaded = key;
    void this.#load();
  }

  async #load(): Promise<void> {
    const team = session.teamId;
    try {
      const page = await call("get", "/api/v1/teams/{team}/plan", { path: { team } });
      if (team !== session.teamId) return;
      this.page = page;
      this.problem = undefined;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  readonly #done = async (): Promise<void> => {
    await session.refresh();
    await this.#load();
    const { plan, cap } = this.page?.seats ?? { plan: "", cap: 0 };
    this.tell("roster-plan-changed", { plan, cap });
  };

  protected override content(): TemplateResult {
    return session.owner ? this.#body() : html`<div class="empty" part="empty"><roster-icon name="lock"></roster-icon><p>${t.plan.ownerOnly}</p></div>`;
  }

  #body(): TemplateResult {
    const { page } = this;
    if (!page) return html`${trouble(this.problem, "plan-problem")}${this.problem ? nothing : waiting(4, t.loading)}`;
    return html`${trouble(this.problem, "plan-problem")}
      <div class="plans" part="plans">${page.plans.map((offer) => this.#plan(page, offer))}</div>
      <div class="two money">${this.#seats(page)} ${this.#month(page)}</div>
      <section class="card stack names" aria-labelledby="holders">
        <h2 id="holders">${t.plan.holders}</h2>
        <roster-seat-holders
          .version=${session.rules?.snapshot?.version ?? 0}
          @holders=${(event: CustomEvent<Holders>) => (this.holders = event.detail)}
        ></roster-seat-holders>
      </section>
      ${this.wanted
        ? html`<roster-change-plan .page=${page} .offer=${this.wanted} .holders=${this.holders} .done=${this.#done} @closed=${() => (this.wanted = undefined)}></roster-change-plan>`
        : nothing}`;
  }

  #plan(page: PlanPage, offer: Offer): TemplateResult {
    const current = offer.id === page.seats.plan;
    const id = `plan-${offer.id}`;
    const included = offer.freeSeats == null ? t.plan.unlimited : t.plan.included(offer.freeSeats);
    const total = money(offer.bill.totalCents, page.currency);
    return html`<section class="card ${current ? "current" : ""}" part=${current ? "plan current" : "plan"} aria-labelledby=${id}>
      <div class="row between">
        <h2 id=${id}>${planName(offer.id)}</h2>
        ${current ? html`<span class="tag accent">${t.plan.current}</span>` : nothing}
      </div>
      <p class="big">${money(offer.bill.baseCents, page.currency)}</p>
      <ul class="stack tight">
        <li>${included}</li>
        ${offer.freeSeats == null ? nothing : html`<li>${t.plan.each(money(offer.seatCents, page.currency))}</li>`}
        <li class="quiet">${current ? t.plan.now(total) : t.plan.would(total)}</li>
      </ul>
      ${current ? nothing : html`<div>${deed({ label: t.plan.change, run: () => (this.wanted = offer) })}</div>`}
    </section>`;
  }

  #seats(page: PlanPage): TemplateResult {
    const { seats } = page;
    const limited = seats.free != null;
    const allowed = (seats.free ?? 0) + seats.cap;
    const free = limited ? t.plan.free(Math.max(allowed - seats.taken - seats.reserved, 0)) : t.plan.freeAll;
    return html`<section class="card stack" part="seats" aria-labelledby="seats">
      <h2 id="seats">${t.plan.seats}</h2>
      <ul class="seats">
        <li>${t.plan.taken(seats.taken)}</li>
        <li>${t.plan.reserved(seats.reserved)}</li>
        <li>${free}</li>
      </ul>
      <p class="quiet small">${t.plan.viewers}</p>
      ${limited ? html`<roster-cap .page=${page} .holders=${this.holders} .done=${this.#done}></roster-cap>` : html`<p class="quiet">${t.plan.unlimitedCap}</p>`}
    </section>`;
  }

  #month(page: PlanPage): TemplateResult {
    const { bill } = page.seats;
    const sum = (cents: number): string => money(cents, page.currency);
    return html`<section class="card stack" part="bill" aria-labelledby="month">
      <h2 id="month">${t.plan.month}</h2>
      <dl class="bill">
        <dt>${t.plan.base} ${planName(page.seats.plan)}</dt>
        <dd>${sum(bill.baseCents)}</dd>
        ${page.seats.free == null
          ? html`<dt>${t.plan.unlimitedSeats(page.seats.taken)}</dt>
              <dd>${sum(0)}</dd>`
          : html`<dt>${t.plan.includedUsed(Math.min(page.seats.taken, page.seats.free), page.seats.free)}</dt>
              <dd>${sum(0)}</dd>
              <dt>${t.plan.paid(bill.paidSeats, sum(bill.seatCents))}</dt>
              <dd>${sum(bill.totalCents - bill.baseCents)}</dd>`}
        <dt class="sum">${t.plan.total}</dt>
        <dd class="sum">${sum(bill.totalCents)}</dd>
      </dl>
      <p class="quiet small">${t.plan.monthLead}</p>
    </section>`;
  }
}
