/**
 * The person followed an address that leads nowhere and wants a way on.
 */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Part } from "@roster/elements/parts/element.js";
import { t } from "../texts/index.js";

@customElement("roster-lost")
export class Lost extends Part {
  protected override render(): TemplateResult {
    return html`<div class="page">
      <div class="empty">
        <h1 tabindex="-1">${t.lost.title}</h1>
        <p>${t.lost.text}</p>
        <a class="button primary" href="/">${t.lost.home}</a>
      </div>
    </div>`;
  }
}
