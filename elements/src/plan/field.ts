/**
 * The field "Paid seats allowed", with what that number can come to cost, before it is saved.
 */
import type { PlanId } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import type { PlanPage, Problem } from "../api/types.js";
import { money } from "../parts/format.js";
import { trouble } from "../parts/trouble.js";
import { session } from "../state/session.js";
import { t } from "../texts/index.js";
import { inTheWay, type Holders } from "./holders.js";

/** What the field holds. */
export interface CapField {
  readonly id: string;
  readonly plan: string;
  /** Seats that the plan includes. */
  readonly free: number;
  readonly page: PlanPage;
  readonly value: string;
  /** Who can be in the way of a lower number. */
  readonly holders: Holders | undefined;
  readonly problem: Problem | undefined;
  readonly typed: (value: string) => void;
}

/** The number that was typed; nothing: it is not one. */
export function capOf(value: string): number | undefined {
  const text = value.trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** Why a plan with this cap would be refused, by its code; nothing: it would not, or is not known. */
export function refusedCap(plan: string, cap: number | undefined): string | undefined {
  if (cap === undefined) return undefined;
  const price = session.rules?.planPrice(plan as PlanId, cap);
  return typeof price === "string" ? price : undefined;
}

/** Draws it. */
export function capField(field: CapField): TemplateResult {
  const cap = capOf(field.value);
  const full = cap === undefined ? undefined : session.rules?.fullPrice(field.plan as PlanId, cap);
  const problem = field.problem ?? localProblem(field, cap);
  const input = (event: Event): void => field.typed((event.target as HTMLInputElement).value);
  return html`<div class="field">
    <label for=${field.id}>${t.plan.cap}</label>
    <input id=${field.id} class="number" inputmode="numeric" autocomplete="off" .value=${field.value} @input=${input}
      aria-invalid=${problem || cap === undefined ? "true" : nothing} aria-describedby="${field.id}-hint ${field.id}-price ${field.id}-problem" />
    <span class="hint" id="${field.id}-hint">${t.plan.capHint}</span>
    <span class="price" id="${field.id}-price" role="status">${full === undefined || problem ? nothing : t.plan.capPrice(money(full, field.page.currency))}</span>
    ${cap === undefined
      ? html`<p class="problem" role="alert" id="${field.id}-problem">${t.plan.capBad}</p>`
      : trouble(problem, `${field.id}-problem`)}
    ${problem?.code === "seats_in_use" ? html`<p class="hint">${inTheWay(field.holders, field.page.seats.taken, field.page.seats.reserved)}</p>` : nothing}
  </div>`;
}

/** The refusal that core foresees, with the figures that its sentence names. */
function localProblem(field: CapField, cap = 0): Problem | undefined {
  const code = refusedCap(field.plan, cap);
  const { taken, reserved } = field.page.seats;
  const limit = field.free + cap;
  return code === undefined ? undefined : { type: `/problems/${code}`, title: code, status: 409, code, taken, reserved, limit };
}
