/**
 * The person wants to know who changed whose access, and to take back a removal.
 */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Part } from "../parts/element.js";
import { t } from "../texts/index.js";

@customElement("roster-history")
export class HistoryPage extends Part {
  protected override render(): TemplateResult {
    return html`<div class="page"><h1 tabindex="-1">${t.history.title}</h1></div>`;
  }
}
