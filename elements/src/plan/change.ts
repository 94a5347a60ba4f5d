/**
 * The dialog that shows what another plan would cost, before it is changed.
 */
import type { PlanId } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, problemOf } from "../api/client.js";
import type { PlanPage, Problem } from "../api/types.js";
import { deed } from "../parts/deed.js";
import { Part } from "../parts/element.js";
import { money } from "../parts/format.js";
import { trouble } from "../parts/trouble.js";
import { modal } from "../parts/modal.js";
import { session } from "../state/session.js";
import { toasts } from "../state/toasts.js";
import { t } from "../texts/index.js";
import { capField, capOf, refusedCap } from "./field.js";
import type { Holders } from "./holders.js";
import { planName } from "./name.js";

@customElement("roster-change-plan")
export class ChangePlan extends Part {
  @property({ attribute: false }) page!: PlanPage;
  /** The plan that is thought of. */
  @property({ attribute: false }) offer!: PlanPage["plans"][number];
  /** Who can be in the way of it. */
  @property({ attribute: false }) holders: Holders | undefined;
  /** Reads the plan again. */
  @property({ attribute: false }) done: () => Promise<void> = async () => undefined;
  @state() private open = true;
  @state() private typed: string | undefined;
  @state() private busy = false;
  @state() private problem: Problem | undefined;

  protected override render(): TemplateResult {
    const { offer, page } = this;
    const value = this.#value();
    const typed = (text: string): void => {
      this.typed = text;
      this.problem = undefined;
    };
    const limited = offer.freeSeats != null;
    const body = html`<form class="stack" novalidate @submit=${this.#submit}>
        <section aria-label=${t.plan.price}><p class="price">${this.#price()}</p></section>
        ${limited && offer.neededCap > page.seats.cap ? html`<p>${t.plan.needsCap(offer.neededCap)}</p>` : nothing}
        ${limited
          ? capField({ id: "new-cap", plan: offer.id, free: offer.freeSeats ?? 0, page, value, holders: this.holders, problem: this.problem, typed })
          : html`<p>${t.plan.unlimited}.</p>
              ${trouble(this.problem, "change-problem")}`}
        <div class="row end">
          ${deed({ label: t.cancel, run: () => (this.open = false) })}
          ${deed({ label: t.plan.change, kind: "primary", submit: true, busy: this.busy, run: () => undefined })}
        </div>
      </form>`;
    return modal({ label: t.plan.changeTo(planName(offer.id)), open: this.open, closed: () => this.#closed(), body });
  }

  /** The cap that goes with it: what holds now, or as much as the seats in use need. */
  #value(): string {
    return this.typed ?? String(Math.max(this.page.seats.cap, this.offer.neededCap));
  }

  /** The difference, by the function that bills. */
  #price(): string {
    const cap = capOf(this.#value()) ?? this.offer.neededCap;
    const price = session.rules?.planPrice(this.offer.id as PlanId, Math.max(cap, this.offer.neededCap));
    if (!price || typeof price === "string") return "";
    const sum = (cents: number): string => money(cents, this.page.currency);
    return price.before === price.after ? t.plan.stays(sum(price.after)) : t.plan.priceNow(sum(price.before), sum(price.after));
  }

  #closed(): void {
    this.open = false;
    this.dispatchEvent(new Event("closed"));
  }

  #submit(event: Event): void {
    event.preventDefault();
    const cap = capOf(this.#value());
    if (cap !== undefined && !this.busy && refusedCap(this.offer.id, cap) === undefined) void this.#save(cap);
  }

  async #save(cap: number): Promise<void> {
    const body = { plan: this.offer.id, cap };
    this.busy = true;
    this.problem = undefined;
    try {
      await call("put", "/api/v1/teams/{team}/plan", { path: { team: session.teamId }, body });
      await this.done();
      toasts.say(t.plan.changed(planName(this.offer.id)));
      this.open = false;
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
}
