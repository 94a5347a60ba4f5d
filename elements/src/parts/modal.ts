/**
 * The browser's own dialog: it keeps the keyboard inside, closes on Escape, and gives the focus back.
 */
import { html, noChange, nothing, type ElementPart, type TemplateResult } from "lit";
import { Directive, directive, type PartInfo, PartType } from "lit/directive.js";
import { t } from "../texts/index.js";
import { keepFocus } from "./focus.js";

/** What is shown. */
export interface Modal {
  readonly label: string;
  readonly open: boolean;
  readonly body: TemplateResult | typeof nothing;
  /** It closed, by whichever way. */
  readonly closed: () => void;
  readonly wide?: boolean;
}

class Shown extends Directive {
  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError("it opens an element");
  }

  override render(_open: boolean): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [open]: [boolean]): typeof noChange {
    const dialog = part.element as HTMLDialogElement;
    queueMicrotask(() => {
      if (open && !dialog.open && dialog.isConnected) begin(dialog);
      else if (!open && dialog.open) dialog.close();
    });
    return noChange;
  }
}

/** The focus goes to what is asked, not to the cross above it: the choice that stands, else the first control. */
function begin(dialog: HTMLDialogElement): void {
  dialog.showModal();
  if (!dialog.querySelector(".modal-head :focus")) return;
  const body = ":scope > :not(.modal-head)";
  const first = dialog.querySelector<HTMLElement>(`${body} input:checked`) ?? dialog.querySelector<HTMLElement>(`${body} :is(input, select, textarea, button)`);
  first?.focus();
}

const shown = directive(Shown);

/** Draws it. */
export function modal(one: Modal): TemplateResult {
  const id = `modal-${one.label.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-")}`;
  const close = (event: Event): void => {
    (event.currentTarget as HTMLElement).closest("dialog")?.close();
  };
  const closed = (event: Event): void => {
    if (event.target !== event.currentTarget) return;
    one.closed();
    keepFocus(event.target as Element);
  };
  return html`<dialog class="modal ${one.wide ? "wide" : ""}" aria-labelledby=${id} ${shown(one.open)} @close=${closed}>
    <div class="modal-head">
      <h2 id=${id}>${one.label}</h2>
      <button type="button" class="icon" aria-label=${t.close} @click=${close}><roster-icon name="x"></roster-icon></button>
    </div>
    ${one.body}
  </dialog>`;
}
