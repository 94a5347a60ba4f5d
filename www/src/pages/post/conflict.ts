/**
 * What somebody else saved meanwhile, beside what was typed here; and what was typed, when it cannot be saved any more.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Post } from "@roster/elements/api/types.js";
import { deed } from "@roster/elements/parts/deed.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { t } from "../../texts/index.js";
import type { Draft } from "./draft.js";

/** Which of the two shall stand. */
export interface Choice {
  readonly keep: () => void;
  readonly take: () => void;
}

/** Their version, and the choice. */
export function conflict(theirs: Post, choice: Choice): TemplateResult {
  return html`<section class="notice warn stack" aria-labelledby="theirs" role="alert">
    <p>${t.post.conflict}</p>
    <h2 id="theirs">${t.post.theirs}</h2>
    <div class="version">
      <strong>${theirs.title}</strong>
      <p class="text">${theirs.text}</p>
    </div>
    <div class="row">
      ${deed({ label: t.post.keep, kind: "primary", run: choice.keep })} ${deed({ label: t.post.take, run: choice.take })}
    </div>
  </section>`;
}

/** The whole page, when what it showed went away while it was open. */
export function gone(draft: Draft | undefined): TemplateResult {
  return html`<div class="page narrow stack">
    <h1 tabindex="-1">${t.gone.title}</h1>
    <p>${t.gone.text}</p>
    ${draft ? kept(draft) : nothing}
    <p><a class="button" href="/">${t.lost.home}</a></p>
  </div>`;
}

/** What was typed, to copy. */
export function kept(draft: Draft): TemplateResult {
  const all = `${draft.title}\n\n${draft.text}`;
  return html`<section class="notice stack" aria-labelledby="kept">
    <h2 id="kept">${t.post.keptLabel}</h2>
    <p>${t.post.kept}</p>
    <p class="version text">${all}</p>
    <div class="row">${deed({ label: t.post.copyKept, icon: "copy", run: () => void copy(all) })}</div>
  </section>`;
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toasts.say(t.post.copied);
  } catch {
    toasts.say(t.post.notCopied);
  }
}
