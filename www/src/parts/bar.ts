/**
 * What a project's or a post's page puts into the dark bar at the top: where one is, and the way back.
 */
import { html, nothing, render } from "lit";
import { t } from "../texts/index.js";

/** Shows the project's name; with an address, as the way back to it. */
export function showInBar(project: string | undefined, back?: string): void {
  const bar = document.getElementById("bar");
  if (!bar) return;
  const name = html`<span class="bar-name">${project}</span>`;
  if (project === undefined) render(nothing, bar);
  else if (!back) render(name, bar);
  else render(html`<a class="bar-back" href=${back} title=${t.nav.back}><roster-icon name="arrow-left"></roster-icon>${name}</a>`, bar);
}
