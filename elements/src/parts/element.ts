/**
 * What all our elements share: they draw into the page itself, so that labels, styles and anchors are the page's, and
 * again when it speaks another language.
 */
import { LitElement } from "lit";
import { spoken } from "../texts/language.js";
import { keepFocus } from "./focus.js";

/** An element of the page. */
export class Part extends LitElement {
  readonly #again = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    spoken.addEventListener("change", this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    spoken.removeEventListener("change", this.#again);
  }

  protected override performUpdate(): void {
    super.performUpdate();
    keepFocus(this);
  }

  protected override createRenderRoot(): this {
    return this;
  }
}
