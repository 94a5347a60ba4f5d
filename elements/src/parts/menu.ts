/**
 * A row's three dots. What makes no sense for the person is absent; what they lack says so and does nothing.
 */
import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import { html, nothing, type TemplateResult } from "lit";

/** One entry. */
export interface Entry {
  readonly label: string;
  readonly icon: string;
  readonly run: () => void;
  readonly denied?: string | undefined;
  readonly danger?: boolean;
}

/** Draws the button and its menu. */
export function menu(name: string, entries: readonly (Entry | undefined)[]): TemplateResult | typeof nothing {
  const there = entries.filter((entry) => entry !== undefined);
  if (there.length === 0) return nothing;
  const select = (event: CustomEvent<{ item: { value: string } }>): void => {
    const entry = there[Number(event.detail.item.value)];
    if (entry?.denied === undefined) entry?.run();
    else event.preventDefault();
  };
  return html`<wa-dropdown placement="bottom-end" @wa-select=${select}>
    <button slot="trigger" type="button" class="icon" aria-label=${name}><roster-icon name="more"></roster-icon></button>
    ${there.map(
      (entry, at) => html`<wa-dropdown-item
        value=${at}
        variant=${entry.danger && entry.denied === undefined ? "danger" : "default"}
        class=${entry.denied === undefined ? "" : "denied"}
        aria-disabled=${entry.denied === undefined ? nothing : "true"}
      >
        <roster-icon slot="icon" name=${entry.icon}></roster-icon>${entry.label}
        ${entry.denied === undefined ? nothing : html`<span class="reason">${entry.denied}</span>`}
      </wa-dropdown-item>`,
    )}
  </wa-dropdown>`;
}
