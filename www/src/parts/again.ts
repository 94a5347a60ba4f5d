/**
 * One was signed out elsewhere, or by time: said over what one was doing, which stays as it is beneath, and goes on once
 * one has signed in again.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { Part } from "@roster/elements/parts/element.js";
import { session } from "@roster/elements/state/session.js";
import { Watch } from "@roster/elements/state/watch.js";
import { t } from "../texts/index.js";

@customElement("roster-again")
export class Again extends Part {
  @query("dialog") private readonly dialog!: HTMLDialogElement;
  readonly #watch = new Watch(this, [session]);
  readonly #over = (): void => void this.#open();
  /** Another tab of this browser may have signed in. */
  readonly #look = (): void => {
    if (document.visibilityState === "visible" && session.over) session.resume().catch(() => undefined);
  };

  override connectedCallback(): void {
    super.connectedCallback();
    session.addEventListener("over", this.#over);
    document.addEventListener("visibilitychange", this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    session.removeEventListener("over", this.#over);
    document.removeEventListener("visibilitychange", this.#look);
  }

  async #open(): Promise<void> {
    await import("../pages/sign-in.js");
    this.requestUpdate();
    await this.updateComplete;
    await this.querySelector<Part>("roster-sign-in")?.updateComplete;
    if (session.over && !this.dialog.open) this.dialog.showModal();
  }

  /** It is left by signing in alone: beneath it nothing works. */
  readonly #closed = (): void => {
    if (session.over) this.dialog.showModal();
  };

  protected override render(): TemplateResult {
    return html`<dialog class="again" aria-label=${t.signIn.over} @cancel=${(event: Event) => event.preventDefault()} @close=${this.#closed}>
      ${session.over ? html`<div class="alone"><roster-sign-in></roster-sign-in></div>` : nothing}
    </dialog>`;
  }

  /** The focus goes back to where it was. */
  protected override updated(): void {
    if (!session.over && this.dialog.open) this.dialog.close();
  }
}
