/**
 * Why some roles of a select are grey, and the way to what is missing. A select's own entries have no room for it.
 */
import { html, type TemplateResult } from "lit";
import { lacking, type Refusal } from "./lacking.js";

/** Draws each reason once. */
export function greyRoles(refusals: readonly (Refusal | undefined)[]): TemplateResult[] {
  const reasons = new Map(refusals.flatMap((one) => (one ? [[one.denied, one] as const] : [])));
  return [...reasons.values()].map(({ denied, lacks }) => html`<span class="hint">${denied} ${lacking(lacks, "link")}</span>`);
}
