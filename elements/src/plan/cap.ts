/**
 * The owner wants to be sure that the team costs no more than this.
 */
import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, problemOf } from "../api/client.js";
import type { PlanPage, Problem } from "../api/types.js";
import { deed } from "../parts/deed.js";
import { Part } from "../parts/element.js";
import { session } from "../state/session.js";
import { toasts } from "../state/toasts.js";
import { t } from "../texts/index.js";
import { capField, capOf, refusedCap } from "./field.js";
import type { Holders } from "./holders.js";

@customElement("roster-cap")
export class Cap extends Part {
  @property({ attribute: false }) page!: PlanPage;
  /** Who can be in the way of it. */
  @property({ attribute: false }) holders: Holders | undefined;
  /** Reads the plan again. */
  @property({ attribute: false }) done: () => Promise<void> = async () => undefined;
  /** What was typed; nothing: what holds now. */
  @state() private typed: string | undefined;
  @state() private busy = false;
  @state() private problem: Problem | undefined;

  protected override render(): TemplateResult {
    const { page } = this;
    const { seats } = page;
    const value = this.typed ?? String(seats.cap);
    const typed = (text: string): void => {
      this.typed = text;
      this.problem = undefined;
    };
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${capField({ id: "cap", plan: seats.plan, free: seats.free ?? 0, page, value, holders: this.holders, problem: this.problem, typed })}
      <div>${deed({ label: t.plan.capSave, kind: "primary", submit: true, busy: this.busy, run: () => undefined })}</div>
    </form>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const { seats } = this.page;
    const cap = capOf(this.typed ?? String(seats.cap));
    if (cap !== undefined && !this.busy && refusedCap(seats.plan, cap) === undefined) void this.#save(cap);
  }

  async #save(cap: number): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      await call("put", "/api/v1/teams/{team}/cap", { path: { team: session.teamId }, body: { cap } });
      await this.done();
      this.typed = undefined;
      toasts.say(t.plan.capSaved(cap));
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
}
