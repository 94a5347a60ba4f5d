/**
 * Where it is said what was just done, on pages that have no place of their own for that.
 */
import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { Island } from "./island.js";
import "./parts/toasts.js";

@customElement("roster-notices")
class Notices extends Island {
  protected override around(): undefined {
    return undefined;
  }

  protected override content(): TemplateResult {
    return html`<roster-toasts></roster-toasts>`;
  }
}

/** Puts it at the end of the page, once. */
export function place(): void {
  if (!document.querySelector("roster-notices")) document.body.append(new Notices());
}
