/**
 * The owner decides what becomes of the accounts of those who accept, and wants to know what that means for them.
 */
import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { Problem } from "@roster/elements/api/types.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { trouble } from "@roster/elements/parts/trouble.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { t } from "../../texts/index.js";

const MODES = ["side_by_side", "merge"] as const;
type Mode = (typeof MODES)[number];

@customElement("roster-join-mode")
export class JoinModeChoice extends Part {
  /** The mode that holds. */
  @property({ attribute: false }) value = "";
  /** The mode that is thought of; nothing: the one that holds. */
  @state() private chosen: Mode | undefined;
  @state() private busy = false;
  @state() private problem: Problem | undefined;

  protected override render(): TemplateResult {
    return html`<form class="stack tight" novalidate @submit=${this.#submit}>
      <fieldset class="group" aria-describedby="mode-note mode-problem">
        <legend>${t.merging.mode}</legend>
        <div class="stack tight">${MODES.map((mode) => this.#choice(mode))}</div>
      </fieldset>
      <span class="hint" id="mode-note">${t.merging.note}</span>
      ${trouble(this.problem, "mode-problem")}
      <div>${deed({ label: t.merging.save, kind: "primary", submit: true, busy: this.busy, run: () => undefined })}</div>
    </form>`;
  }

  #choice(mode: Mode): TemplateResult {
    const id = `mode-${mode}`;
    const { label, line } = t.merging.modes[mode];
    return html`<label class="choice" for=${id}>
      <input type="radio" id=${id} name="join-mode" .checked=${(this.chosen ?? this.value) === mode} aria-label=${label} aria-describedby="${id}-line"
        @change=${() => (this.chosen = mode)} />
      <span><strong>${label}</strong><span id="${id}-line">${line}</span></span>
    </label>`;
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    void this.#save(this.chosen ?? this.value);
  };

  async #save(mode: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    try {
      await call("put", "/api/v1/teams/{team}/join-mode", { path: { team: session.teamId }, body: { mode } });
      await session.refresh();
      this.chosen = undefined;
      toasts.say(t.merging.saved);
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
  }
}
