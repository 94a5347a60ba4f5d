/**
 * Tabs whose choice stands in the address. Arrow keys move among them.
 */
import { html, type TemplateResult } from "lit";

/** A tab. */
export interface Tab<K extends string> {
  readonly key: K;
  readonly label: string;
}

/** Draws them. The panel has the id `panel`. */
export function tabs<K extends string>(list: readonly Tab<K>[], current: K, choose: (key: K) => void): TemplateResult {
  const move = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const at = list.findIndex((tab) => tab.key === current);
    const next = list[(at + step + list.length) % list.length];
    if (!next) return;
    choose(next.key);
    const bar = event.currentTarget as HTMLElement;
    requestAnimationFrame(() => bar.querySelector<HTMLElement>(`#tab-${next.key}`)?.focus());
  };
  return html`<div class="tabs" role="tablist" @keydown=${move}>
    ${list.map(
      (tab) => html`<button
        type="button"
        role="tab"
        id="tab-${tab.key}"
        aria-selected=${tab.key === current}
        aria-controls="panel"
        tabindex=${tab.key === current ? 0 : -1}
        @click=${() => choose(tab.key)}
      >
        ${tab.label}
      </button>`,
    )}
  </div>`;
}
