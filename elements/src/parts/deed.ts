/**
 * A button that says why it does nothing, when it does nothing: on hover and on focus.
 */
import { html, nothing, type TemplateResult } from "lit";
import { lacking, type Lack } from "./lacking.js";

/** A button. */
export interface Deed {
  readonly label: string;
  readonly run: (event: Event) => void;
  /** Why one may not. The button stays, is off, and tells. */
  readonly denied?: string | undefined;
  /** What is missing, when asking for it could help. */
  readonly lacks?: Lack | undefined;
  readonly icon?: string;
  readonly kind?: "primary" | "danger" | "plain" | "icon" | "link" | "icon round" | "";
  readonly busy?: boolean;
  readonly submit?: boolean;
  /** The accessible name, where it says more than the label. */
  readonly name?: string;
  /** What the button is called in styles from outside. */
  readonly part?: string;
  /** Only the icon is drawn; the label is its name. */
  readonly bare?: boolean;
}

/** Draws it. */
export function deed(one: Deed): TemplateResult {
  const name = one.name ?? (one.bare ? one.label : undefined);
  const id = `why-${(name ?? one.label).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  const off = one.denied !== undefined;
  const click = (event: Event): void => {
    if (off || one.busy) event.preventDefault();
    else if (!one.submit) one.run(event);
  };
  return html`<span class="deed"
    ><button
      type=${one.submit ? "submit" : "button"}
      class=${one.kind ?? ""}
      part=${one.part ?? nothing}
      aria-label=${name ?? nothing}
      aria-disabled=${off ? "true" : nothing}
      aria-describedby=${off ? id : nothing}
      aria-busy=${one.busy ? "true" : nothing}
      @click=${click}
    >
      ${one.busy ? html`<span class="spinner"></span>` : one.icon ? html`<roster-icon name=${one.icon}></roster-icon>` : nothing}
      ${one.bare ? nothing : one.label}</button
    >${off ? reason(id, one.denied ?? "", one.lacks) : nothing}</span
  >`;
}

/** The reason; with the way to ask for what is missing under it, still in reach of the button's focus. */
function reason(id: string, text: string, lacks: Lack | undefined): TemplateResult {
  if (!lacks) return html`<span class="why" role="tooltip" id=${id}>${text}</span>`;
  return html`<span class="why can-ask"><span role="tooltip" id=${id}>${text}</span>${lacking(lacks)}</span>`;
}
