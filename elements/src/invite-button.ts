/**
 * A product wants one button that gets people in, wherever its design has room for it.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Island } from "./island.js";
import { modal } from "./parts/modal.js";
import { navigation } from "./state/navigation.js";
import { canAnywhere } from "./state/rights.js";
import { roster } from "./state/roster.js";
import { session } from "./state/session.js";
import { t } from "./texts/language.js";

/**
 * A button that opens the form of invitations: addresses, role, projects, checkmarks, the price. Absent for those who
 * may invite nowhere. Where the app has a page for inviting, it is a link to it.
 *
 * @tag roster-invite-button
 * @slot - What stands in the button, in place of its text.
 * @slot signed-out - What is shown while nobody is signed in; nothing without it.
 * @fires {CustomEvent<{ addresses: readonly string[] }>} roster-invited - Invitations were sent.
 * @csspart button - The button, or the link.
 */
@customElement("roster-invite-button")
export class InviteButton extends Island {
  /** The text of the button. */
  @property() label = "";
  /** An address to go to in place of the dialog. */
  @property() href = "";
  @state() private open = false;

  protected override around(): TemplateResult | undefined {
    if (session.stage === "out") return html`<slot name="signed-out"></slot>`;
    return session.access && canAnywhere("team.invite") ? undefined : html``;
  }

  protected override content(): TemplateResult {
    const label = this.label || t.around.invite;
    const href = this.href || navigation.href("invite");
    const shown = html`<slot>${label}</slot>`;
    if (href) return html`<a class="button primary" part="button" href=${href}>${shown}</a>`;
    return html`<button type="button" class="primary" part="button" aria-haspopup="dialog" @click=${this.show}>${shown}</button>
      ${modal({ label, open: this.open, closed: () => (this.open = false), body: this.open ? this.#form() : nothing, wide: true })}`;
  }

  /** Opens the form. */
  async show(): Promise<void> {
    await Promise.all([import("./parts/invite-form.js"), roster.ensure()]);
    this.open = true;
    await this.updateComplete;
    this.find<HTMLElement>("roster-invite-form")?.focus();
  }

  #form(): TemplateResult {
    return html`<roster-invite-form @invited=${this.#invited}></roster-invite-form>`;
  }

  #invited(event: CustomEvent<{ addresses: readonly string[] }>): void {
    this.tell("roster-invited", event.detail);
  }
}
