/**
 * The owner wants to know what the team costs, and to decide how much it may cost.
 */
import "@roster/elements/plan-table.js";
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Part } from "@roster/elements/parts/element.js";
import { t } from "../texts/index.js";

@customElement("roster-plan")
export class PlanView extends Part {
  protected override render(): TemplateResult {
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${t.plan.title}</h1></div>
      <roster-plan-table></roster-plan-table>
    </div>`;
  }
}
