/**
 * A dialog that asks once: to confirm what cannot be undone, or for a name. Its button names the deed.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { problemOf } from "../api/client.js";
import { problemText, t } from "../texts/index.js";
import { deed } from "./deed.js";
import { Part } from "./element.js";
import { modal } from "./modal.js";

/** What is asked. A field with `wrong` must be right before the button does anything. */
export interface Question {
  readonly title: string;
  readonly text?: string;
  /** What the button says. */
  readonly yes: string;
  readonly danger?: boolean;
  /** One field to fill in: its label, what stands in it, and what is wrong with a value. */
  readonly field?: { readonly label: string; readonly value?: string; readonly wrong?: (value: string) => string | undefined };
  /** One thing more that can be done with it. */
  readonly also?: string;
  /** Does it; a problem stays in the dialog. */
  readonly run: (value: string, also: boolean) => Promise<void>;
}

@customElement("roster-ask")
export class Ask extends Part {
  @state() private question: Question | undefined;
  @state() private open = false;
  @state() private busy = false;
  @state() private problem = "";
  @state() private value = "";

  /** Asks. */
  ask(question: Question): void {
    this.question = question;
    this.value = question.field?.value ?? "";
    this.problem = "";
    this.busy = false;
    this.open = true;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { question } = this;
    if (!question) return nothing;
    return modal({ label: question.title, open: this.open, closed: () => (this.open = false), body: this.#form(question) });
  }

  #form(question: Question): TemplateResult {
    const { field } = question;
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${question.text ? html`<p>${question.text}</p>` : nothing}
      ${field
        ? html`<div class="field">
            <label for="ask-field">${field.label}</label>
            <input
              id="ask-field"
              name="ask"
              autocomplete="off"
              autofocus
              .value=${this.value}
              aria-invalid=${this.problem ? "true" : nothing}
              aria-describedby="ask-problem"
              @input=${(event: Event) => (this.value = (event.target as HTMLInputElement).value)}
            />
          </div>`
        : nothing}
      ${question.also
        ? html`<div class="check"><input type="checkbox" id="ask-also" /><label for="ask-also">${question.also}</label></div>`
        : nothing}
      <p id="ask-problem" class="problem" role="alert">${this.problem}</p>
      <div class="row end">
        ${deed({ label: t.cancel, run: () => (this.open = false) })}
        ${deed({
          label: question.yes,
          kind: question.danger ? "danger" : "primary",
          submit: true,
          busy: this.busy,
          denied: field?.wrong?.(this.value.trim()),
          run: () => undefined,
        })}
      </div>
    </form>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    const { question } = this;
    const value = this.value.trim();
    const also = this.querySelector<HTMLInputElement>("#ask-also")?.checked ?? false;
    if (question && question.field?.wrong?.(value) === undefined) void this.#run(question, value, also);
  }

  async #run(question: Question, value: string, also: boolean): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await question.run(value, also);
      this.open = false;
    } catch (error) {
      this.problem = problemText(problemOf(error));
    } finally {
      this.busy = false;
    }
  }
}
