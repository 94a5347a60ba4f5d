/**
 * A field that takes many addresses: what is typed or pasted becomes chips. Whether one is an address is the edge's
 * to say; here only what can be none is marked.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t } from "../texts/index.js";
import { Part } from "./element.js";

/** Whether it could be an address. */
export function looksWhole(address: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(address);
}

/** The addresses in a text: also of the form `Ana <ana@example.com>`. */
export function addressesIn(text: string): string[] {
  const parts = text.split(/[\s,;]+/).map((part) => part.replace(/^[<("']+|[>)"'.]+$/g, ""));
  const whole = parts.filter((part) => part.includes("@"));
  return whole.length > 0 ? whole : parts.filter(Boolean);
}

@customElement("roster-addresses")
export class Addresses extends Part {
  @property({ attribute: false }) list: readonly string[] = [];
  @property({ attribute: false }) problem = "";
  @state() private text = "";

  protected override render(): TemplateResult {
    return html`<div class="field">
      <label for="invite-address">${t.invite.email}</label>
      <div class="chips">
        ${this.list.map((address) => this.#chip(address))}
        <input
          id="invite-address"
          type="text"
          inputmode="email"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          .value=${this.text}
          aria-invalid=${this.problem ? "true" : nothing}
          aria-describedby="invite-hint invite-problem"
          @input=${(event: Event) => (this.text = (event.target as HTMLInputElement).value)}
          @keydown=${this.#key}
          @paste=${this.#paste}
          @blur=${() => this.take()}
        />
      </div>
      <span class="hint" id="invite-hint">${t.invite.emailHint}</span>
      <p class="problem" id="invite-problem" role="alert">${this.problem}</p>
    </div>`;
  }

  #chip(address: string): TemplateResult {
    return html`<span class="chip ${looksWhole(address) ? "" : "bad"}"
      >${address}<button type="button" aria-label=${t.invite.drop(address)} @click=${() => this.#drop(address)}>
        <roster-icon name="x"></roster-icon></button
    ></span>`;
  }

  /** Makes chips of what was typed so far, and gives all. */
  take(): readonly string[] {
    if (this.text.trim()) this.#set([...this.list, ...addressesIn(this.text)]);
    this.text = "";
    return this.list;
  }

  /** The field, to write in. */
  override focus(): void {
    this.querySelector<HTMLInputElement>("input")?.focus();
  }

  #key(event: KeyboardEvent): void {
    const separates = event.key === "," || event.key === ";" || event.key === " ";
    if (separates && this.text.trim()) {
      event.preventDefault();
      this.take();
    } else if (event.key === "Backspace" && this.text === "") {
      const last = this.list.at(-1);
      if (last) this.#drop(last);
    }
  }

  #paste(event: ClipboardEvent): void {
    const found = addressesIn(event.clipboardData?.getData("text") ?? "");
    if (found.length < 2) return;
    event.preventDefault();
    this.#set([...this.list, ...found]);
  }

  #drop(address: string): void {
    this.#set(this.list.filter((one) => one !== address));
    this.focus();
  }

  #set(list: readonly string[]): void {
    const seen = new Map(list.map((address) => [address.toLowerCase(), address]));
    this.list = [...seen.values()];
    this.dispatchEvent(new CustomEvent("addresses", { detail: this.list }));
  }
}
