/**
 * What all our elements share: they draw into the page itself, so that labels, styles and anchors are the page's.
 */
import { LitElement } from "lit";

/** An element of the page. */
export class Part extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }
}
