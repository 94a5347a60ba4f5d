/**
 * Who writes in a project, as overlapping signs at the top right of its card: five at most, then
 * "+n". Those who are inside now have a green dot and are named so.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Editor } from "@roster/elements/api/types.js";
import { t } from "../texts/index.js";
import { avatar } from "@roster/elements/parts/person.js";
import { nameAmong } from "@roster/elements/parts/twins.js";

/** Draws them. */
export function editorsOf(project: string, editors: readonly Editor[], more: number): TemplateResult | typeof nothing {
  if (editors.length === 0) return nothing;
  return html`<ul class="editors" aria-label=${t.dashboard.editors(project)}>
    ${editors.map((one) => {
      const name = nameAmong(editors, one);
      const told = one.inside ? t.live.inside(name) : name;
      return html`<li class=${one.inside ? "inside" : ""} title=${told}>${avatar(one)}<span class="hidden-text">${told}</span></li>`;
    })}
    ${more > 0 ? html`<li class="more" title=${t.dashboard.moreEditors(more)}><span aria-hidden="true">+${more}</span><span class="hidden-text">${t.dashboard.moreEditors(more)}</span></li>` : nothing}
  </ul>`;
}
