/**
 * A button that says why it does nothing, when it does nothing: on hover and on focus.
 */
import { html, nothing, type TemplateResult } from "lit";

/** A button. */
export interface Deed {
  readonly label: string;
  readonly run: (event: Event) => void;
  /** Why one may not. The button stays, is off, and tells. */
  readonly denied?: string | undefined;
  readonly icon?: string;
  readonly kind?: "primary" | "danger" | "plain" | "icon" | "link" | "icon round" | "";
  readonly busy?: boolean;
  readonly submit?: boolean;
  /** The accessible name, where it says more than the label. */
  readonly name?: string;
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
      aria-label=${name ?? nothing}
      aria-disabled=${off ? "true" : nothing}
      aria-describedby=${off ? id : nothing}
      aria-busy=${one.busy ? "true" : nothing}
      @click=${click}
    >
      ${one.busy ? html`<span class="spinner"></span>` : one.icon ? html`<wa-icon name=${one.icon}></wa-icon>` : nothing}
      ${one.bare ? nothing : one.label}</button
    >${off ? html`<span class="why" role="tooltip" id=${id}>${one.denied}</span>` : nothing}</span
  >`;
}
