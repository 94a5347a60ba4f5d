/**
 * A row's three dots. What makes no sense for the person is absent; what they lack says so and does nothing.
 */
import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import { html, nothing, type TemplateResult } from "lit";
import type { AskAccess } from "./ask-access.js";
import { lacking, type Lack } from "./lacking.js";

/** One entry. */
export interface Entry {
  readonly label: string;
  readonly icon: string;
  readonly run: () => void;
  readonly denied?: string | undefined;
  /** What is missing, when asking for it could help: that is an entry of its own, under this one. */
  readonly lacks?: Lack | undefined;
  readonly danger?: boolean;
}

/** What is off says so, and can be reached all the same. An item says by itself that it is on, once it is drawn. */
function turnOff(event: Event): void {
  const items = (event.currentTarget as Element).querySelectorAll("wa-dropdown-item");
  for (const item of items) item.setAttribute("aria-disabled", `${item.matches(".denied")}`);
}

/** Draws the button and its menu. */
export function menu(name: string, entries: readonly (Entry | undefined)[]): TemplateResult | typeof nothing {
  const there = entries.filter((entry) => entry !== undefined);
  if (there.length === 0) return nothing;
  const select = (event: CustomEvent<{ item: HTMLElement & { value: string } }>): void => {
    const { item } = event.detail;
    const asking = item.querySelector<AskAccess>("roster-ask-access");
    const entry = there[Number(item.value)];
    if (asking) asking.ask();
    else if (entry?.denied === undefined) entry?.run();
    else event.preventDefault();
  };
  return html`<wa-dropdown placement="bottom-end" @wa-select=${select} @wa-show=${turnOff}>
    <button slot="trigger" type="button" class="icon" aria-label=${name}><roster-icon name="more"></roster-icon></button>
    ${there.map(
      (entry, at) => html`<wa-dropdown-item
        value=${at}
        variant=${entry.danger && entry.denied === undefined ? "danger" : "default"}
        class=${entry.denied === undefined ? "" : "denied"}
      >
        <roster-icon slot="icon" name=${entry.icon}></roster-icon>${entry.label}
        ${entry.denied === undefined ? nothing : html`<span class="reason">${entry.denied}</span>`}
      </wa-dropdown-item>
      ${entry.lacks ? html`<wa-dropdown-item class="asking"><roster-icon slot="icon" name="send"></roster-icon>${lacking(entry.lacks, "entry")}</wa-dropdown-item>` : nothing}`,
    )}
  </wa-dropdown>`;
}
