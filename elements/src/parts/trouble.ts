/**
 * A problem beside what it is about, in a sentence; with the way to a code, when one must be given first.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Problem } from "../api/types.js";
import { navigation } from "../state/navigation.js";
import { problemText, t } from "../texts/index.js";
import { lacking, lackOf } from "./lacking.js";

/** Draws it; an empty place, when there is none. */
export function trouble(problem: Problem | undefined, id: string): TemplateResult {
  const code = problem?.code === "code_needed" ? navigation.href("code") : undefined;
  return html`<p id=${id} class="problem" role="alert">${problem
      ? html`${problemText(problem)}
        ${lacking(lackOf(problem))}
        ${code ? html`<a href=${code}>${t.plan.code}</a>` : nothing}`
      : nothing}</p>`;
}
