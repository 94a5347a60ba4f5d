/**
 * The owner wants to know what the team costs, and to decide how much it may cost.
 */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Part } from "../parts/element.js";
import { t } from "../texts/index.js";

@customElement("roster-plan")
export class PlanPage extends Part {
  protected override render(): TemplateResult {
    return html`<div class="page"><h1 tabindex="-1">${t.plan.title}</h1></div>`;
  }
}
