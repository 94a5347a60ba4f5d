/**
 * A dialog that asks once: to confirm what cannot be undone, or for a name. Its button names the deed.
 */
import "@awesome.me/webawesome/dist/components/dialog/dialog.js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { problemOf } from "../api/client.js";
import { problemText, t } from "../texts/index.js";
import { deed } from "./deed.js";
import { Part } from "./element.js";

/** What is asked. */
export interface Question {
  readonly title: string;
  readonly text?: string;
  /** What the button says. */
  readonly yes: string;
  readonly danger?: boolean;
  /** One field to fill in: its label, what stands in it, and what is wrong with a value. */
  readonly field?: { readonly label: string; readonly value?: string; readonly wrong?: (value: string) => string | undefined };
  /** Does it; a problem stays in the dialog. */
  readonly run: (value: string) => Promise<void>;
}

@customElement("roster-ask")
export class Ask extends Part {
  @state() private question: Question | undefined;
  @state() private open = false;
  @state() private busy = false;
  @state() private problem = "";

  /** Asks. */
  ask(question: Question): void {
    this.question = question;
    this.problem = "";
    this.busy = false;
    this.open = true;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { question } = this;
    if (!question) return nothing;
    const { field } = question;
    return html`<wa-dialog label=${question.title} ?open=${this.open} @wa-hide=${this.#hide}>
      <form class="stack" id="ask" novalidate @submit=${this.#submit}>
        ${question.text ? html`<p>${question.text}</p>` : nothing}
        ${field
          ? html`<div class="field">
              <label for="ask-field">${field.label}</label>
              <input id="ask-field" name="ask" autocomplete="off" autofocus .value=${field.value ?? ""}
                aria-invalid=${this.problem ? "true" : nothing} aria-describedby="ask-problem" />
            </div>`
          : nothing}
        <p id="ask-problem" class="problem" role="alert">${this.problem}</p>
        <div class="row end">
          ${deed({ label: t.cancel, run: () => (this.open = false) })}
          ${deed({ label: question.yes, kind: question.danger ? "danger" : "primary", submit: true, busy: this.busy, run: () => undefined })}
        </div>
      </form>
    </wa-dialog>`;
  }

  #hide(event: Event): void {
    if (event.target === event.currentTarget) this.open = false;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const { question } = this;
    const value = this.querySelector<HTMLInputElement>("#ask-field")?.value.trim() ?? "";
    this.problem = question?.field?.wrong?.(value) ?? "";
    if (question && !this.problem) void this.#run(question, value);
  }

  async #run(question: Question, value: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await question.run(value);
      this.open = false;
    } catch (error) {
      this.problem = problemText(problemOf(error));
    } finally {
      this.busy = false;
    }
  }
}
