/**
 * The person wants to be called by the right name, and to end sessions elsewhere.
 */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Part } from "../parts/element.js";
import { t } from "../texts/index.js";

@customElement("roster-settings")
export class Settings extends Part {
  protected override render(): TemplateResult {
    return html`<div class="page"><h1 tabindex="-1">${t.settings.title}</h1></div>`;
  }
}
