/**
 * What does this product know about me? The person takes it along as a file, with one click.
 */
import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { problemOf } from "@roster/elements/api/client.js";
import type { Problem } from "@roster/elements/api/types.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { trouble } from "@roster/elements/parts/trouble.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { t } from "../../texts/index.js";

@customElement("roster-own-data")
export class OwnData extends Part {
  /** Rows so far; nothing: nothing is being gathered. */
  @state() private gathered: number | undefined;
  @state() private problem: Problem | undefined;
  #leaving = new AbortController();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving.abort();
  }

  protected override render(): TemplateResult {
    const { gathered } = this;
    return html`<section class="card stack" aria-labelledby="own-data">
      <h2 id="own-data">${t.ending.data}</h2>
      <p>${t.ending.dataText}</p>
      ${trouble(this.problem, "own-data-problem")}
      <div class="row">
        ${deed({ label: t.ending.download, icon: "download", busy: gathered !== undefined, run: () => void this.#save() })}
        ${gathered === undefined ? html`` : deed({ label: t.cancel, run: () => this.#leaving.abort() })}
        <span class="quiet small" role="status">${gathered === undefined ? "" : t.ending.gathered(gathered)}</span>
      </div>
    </section>`;
  }

  async #save(): Promise<void> {
    this.#leaving = new AbortController();
    const { signal } = this.#leaving;
    this.problem = undefined;
    this.gathered = 0;
    try {
      const [{ ownData }, { save }] = await Promise.all([import("./export.js"), import("../history/csv.js")]);
      const file = await ownData(signal, (rows) => (this.gathered = rows));
      if (!file) return;
      save(file, "roster-my-data.json");
      toasts.say(t.ending.downloaded);
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.gathered = undefined;
    }
  }
}
