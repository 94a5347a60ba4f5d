/**
 * A front-end wants to show something only to those who may. The edge decides again: this is a courtesy.
 */
import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Permission } from "@roster/access";
import { lacking, lackOf } from "./parts/lacking.js";
import { canAnywhere } from "./state/rights.js";
import { session } from "./state/session.js";
import { attributesSay, begin } from "./state/settings.js";
import { Watch } from "./state/watch.js";
import { spoken, t } from "./texts/language.js";

/**
 * Shows what stands in it to those who hold a checkmark, and something else to others.
 *
 * @tag roster-gate
 * @slot - What those see who may.
 * @slot denied - What the others see. Without it and without `reason`, nothing.
 * @fires {CustomEvent<boolean>} roster-gate - It opened (`true`) or closed (`false`).
 * @csspart reason - The sentence that says what is missing and who can give it.
 * @csspart ask - The button that asks them.
 */
@customElement("roster-gate")
export class Gate extends LitElement {
  static override readonly styles = css`:host { display: contents; } :host([hidden]) { display: none; }`;
  /** The checkmark, such as `posts.publish`. */
  @property() can: Permission | "" = "";
  /** The project at which it is asked about. Without it, the whole team. */
  @property() project = "";
  /** Opens also for those who hold it in some project only. */
  @property({ type: Boolean }) anywhere = false;
  /** Says why it is closed, where nothing stands in the slot `denied`. */
  @property({ type: Boolean }) reason = false;
  /** The team's id. Without it, the first of one's teams. */
  @property() team = "";
  /** What stands before `/api/v1`: a path of the page's own host. */
  @property() base = "";
  /** `en` or `ru`. */
  @property() language = "";
  readonly #watch = new Watch(this, [session, spoken]);
  #was: boolean | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    attributesSay(this);
    void begin();
  }

  /** Whether it is open now. */
  get open(): boolean {
    const { access } = session;
    if (this.can === "" || !access) return false;
    return this.anywhere ? canAnywhere(this.can) : access.at(this.project || undefined).can(this.can);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!t || session.stage === "loading") return nothing;
    return this.open ? html`<slot></slot>` : html`<slot name="denied">${this.#why()}</slot>`;
  }

  #why(): TemplateResult | typeof nothing {
    if (!this.reason || this.can === "") return nothing;
    const why = session.access?.at(this.project || undefined).explain(this.can);
    if (!why) return html`<span part="reason">${t.around.signedOut}</span>`;
    return why.allowed ? nothing : html`<span part="reason">${why.text}</span> ${lacking(lackOf(why))}`;
  }

  protected override updated(_: PropertyValues): void {
    if (!t || session.stage === "loading" || this.#was === this.open) return;
    this.#was = this.open;
    this.dispatchEvent(new CustomEvent<boolean>("roster-gate", { detail: this.open, bubbles: true, composed: true }));
  }
}
