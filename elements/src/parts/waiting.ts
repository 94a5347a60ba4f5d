/**
 * The shape of what is being loaded, so that nothing jumps. Style shows it after 150 ms only.
 */
import { html, type TemplateResult } from "lit";

/** So many rows that are still to come. */
export function waiting(rows: number, label: string): TemplateResult {
  const row = html`<span class="skeleton"></span>`;
  return html`<div class="waiting" role="status">
    <span class="hidden-text">${label}</span>${Array.from({ length: rows }, () => row)}
  </div>`;
}
