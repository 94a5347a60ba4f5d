/**
 * What a project's or a post's page puts into the dark bar at the top: where one is, the way back, and who is there.
 */
import { html, nothing, render } from "lit";
import "./present.js";
import { t } from "../texts/index.js";

/** Shows the project's name; with an address, as the way back to it. */
export function showInBar(project: string | undefined, back?: string): void {
  const bar = document.getElementById("bar");
  if (!bar) return;
  const name = html`<span class="bar-name">${project}</span>`;
  const way = back ? html`<a class="bar-back" href=${back} title=${t.nav.back}><roster-icon name="arrow-left"></roster-icon>${name}</a>` : name;
  if (project === undefined) render(nothing, bar);
  else render(html`<span class="grow">${way}</span><roster-present></roster-present>`, bar);
}
