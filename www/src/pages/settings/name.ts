/**
 * A name to change, with its button and its problem.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { problemOf } from "@roster/elements/api/client.js";
import type { Problem } from "@roster/elements/api/types.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { trouble } from "@roster/elements/parts/trouble.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { t } from "../../texts/index.js";

/** The longest name that the edge takes. */
const LONGEST = 80;

@customElement("roster-name")
export class NameField extends Part {
  /** Whose name it is. */
  @property({ attribute: false }) of = "";
  @property({ attribute: false }) label = "";
  @property({ attribute: false }) note = "";
  /** What the button says. */
  @property({ attribute: false }) yes = "";
  @property({ attribute: false }) value = "";
  @property({ attribute: false }) save: (name: string) => Promise<void> = async () => undefined;
  /** What was typed; nothing: what holds now. */
  @state() private typed: string | undefined;
  @state() private busy = false;
  @state() private problem: Problem | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("of")) [this.typed, this.problem] = [undefined, undefined];
  }

  protected override render(): TemplateResult {
    const id = `name-${this.of}`;
    return html`<form class="stack tight" novalidate @submit=${this.#submit}>
      <div class="field">
        <label for=${id}>${this.label}</label>
        <input id=${id} autocomplete="off" maxlength=${LONGEST} .value=${this.typed ?? this.value} @input=${this.#input}
          aria-invalid=${this.problem ? "true" : nothing} aria-describedby="${id}-note ${id}-problem" />
        <span class="hint" id="${id}-note">${this.note}</span>
        ${trouble(this.problem, `${id}-problem`)}
      </div>
      <div>${deed({ label: this.yes, kind: "primary", submit: true, busy: this.busy, run: () => undefined })}</div>
    </form>`;
  }

  #input(event: Event): void {
    this.typed = (event.target as HTMLInputElement).value;
    this.problem = undefined;
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (!this.busy) void this.#save((this.typed ?? this.value).trim());
  }

  async #save(name: string): Promise<void> {
    this.busy = true;
    this.problem = undefined;
    try {
      await this.save(name);
      this.typed = undefined;
      toasts.say(t.settings.saved);
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
}
