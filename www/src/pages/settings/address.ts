/**
 * The person moves to another address: they show that they read its mail, and everything goes there from then on.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "@roster/elements/api/client.js";
import type { Challenge, Problem } from "@roster/elements/api/types.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { trouble } from "@roster/elements/parts/trouble.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { t } from "../../texts/index.js";

@customElement("roster-address")
export class AddressField extends Part {
  @property({ attribute: false }) value = "";
  /** Whether the new one is being typed. */
  @state() private open = false;
  @state() private challenge: Challenge | undefined;
  @state() private busy = false;
  @state() private problem: Problem | undefined;

  protected override render(): TemplateResult {
    return html`<div class="field">
        <label for="own-address">${t.settings.address}</label>
        <input id="own-address" readonly .value=${this.value} aria-describedby="own-address-note" />
        <span class="hint" id="own-address-note">${t.settings.addressNote}</span>
      </div>
      ${this.open ? this.#form() : html`<div>${deed({ label: t.account.change, run: () => this.#begin() })}</div>`}`;
  }

  #form(): TemplateResult {
    const { challenge } = this;
    const submit = (event: Event): void => {
      event.preventDefault();
      if (!this.busy) void (challenge ? this.#finish(challenge) : this.#start());
    };
    return html`<form class="stack tight" novalidate @submit=${submit}>
      ${challenge ? html`<p role="status">${t.account.sent(challenge.address)}</p>` : nothing}
      <div class="field">
        <label for="new-address">${challenge ? t.account.code : t.account.newAddress}</label>
        <input id="new-address" name=${challenge ? "code" : "address"} type=${challenge ? "text" : "email"} inputmode=${challenge ? "numeric" : "email"}
          autocomplete=${challenge ? "one-time-code" : "email"} aria-invalid=${this.problem ? "true" : nothing} aria-describedby="new-address-problem" />
        ${trouble(this.problem, "new-address-problem")}
      </div>
      <div class="row">
        ${deed({ label: challenge ? t.account.confirm : t.account.send, kind: "primary", submit: true, busy: this.busy, run: () => undefined })}
        ${deed({ label: t.cancel, run: () => (this.open = false) })}
      </div>
    </form>`;
  }

  #begin(): void {
    [this.open, this.challenge, this.problem] = [true, undefined, undefined];
    void this.#focus();
  }

  async #focus(): Promise<void> {
    await this.updateComplete;
    const field = this.querySelector<HTMLInputElement>("#new-address");
    if (field) field.value = "";
    field?.focus();
  }

  get #typed(): string {
    return this.querySelector<HTMLInputElement>("#new-address")?.value.trim() ?? "";
  }

  async #start(): Promise<void> {
    await this.#try(async () => {
      this.challenge = await call("post", "/api/v1/me/address", { body: { address: this.#typed }, key: newKey() });
      await this.#focus();
    });
  }

  async #finish({ challenge }: Challenge): Promise<void> {
    await this.#try(async () => {
      await call("post", "/api/v1/me/address/code", { body: { challenge, code: this.#typed.replace(/\s/g, "") }, key: newKey() });
      await session.reread();
      this.open = false;
      toasts.say(t.account.changed);
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
}
