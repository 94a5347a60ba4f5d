/**
 * The person wants to know who changed whose access, and to take back a removal.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "../api/client.js";
import type { HistoryLine } from "../api/types.js";
import "../parts/ask.js";
import type { Ask } from "../parts/ask.js";
import { askCap } from "../parts/cap.js";
import { deed } from "../parts/deed.js";
import { Part } from "../parts/element.js";
import { timeOf } from "../parts/format.js";
import { waiting } from "../parts/waiting.js";
import { canAnywhere } from "../state/rights.js";
import { roster } from "../state/roster.js";
import { session } from "../state/session.js";
import { toasts } from "../state/toasts.js";
import { Watch } from "../state/watch.js";
import "../styles/history.css";
import { problemText, t } from "../texts/index.js";
import { byDay, dayName } from "./history/days.js";
import { detail, personOf, sentence } from "./history/line.js";

@customElement("roster-history")
export class HistoryView extends Part {
  @state() private lines: readonly HistoryLine[] | undefined;
  @state() private next: string | undefined;
  @state() private busy = false;
  @state() private restoring = 0;
  @state() private problem = "";
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session, roster]);
  #loaded = "";

  protected override willUpdate(): void {
    const key = `${session.teamId} ${session.rules?.snapshot?.version ?? 0}`;
    if (this.#loaded === key || !canAnywhere("history.view")) return;
    if (!this.#loaded.startsWith(`${session.teamId} `)) this.lines = undefined;
    this.#loaded = key;
    void this.#load();
  }

  async #load(after?: string): Promise<void> {
    const path = { team: session.teamId };
    this.busy = after !== undefined;
    try {
      const [page] = await Promise.all([
        call("get", "/api/v1/teams/{team}/history", { path, query: { after } }),
        after === undefined ? roster.load() : undefined,
      ]);
      if (path.team !== session.teamId) return;
      this.lines = after === undefined ? page.lines : [...(this.lines ?? []), ...page.lines];
      this.next = page.next ?? undefined;
      this.problem = "";
    } catch (error) {
      this.problem = problemText(problemOf(error));
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page narrow">
      <div class="head"><h1 tabindex="-1">${t.history.title}</h1></div>
      <p class="problem" role="alert">${this.problem}</p>
      ${this.#body()}
      <roster-ask></roster-ask>
    </div>`;
  }

  #body(): TemplateResult | typeof nothing {
    const why = session.access?.explain("history.view");
    if (!canAnywhere("history.view")) {
      const text = why && !why.allowed ? why.text : t.history.none;
      return html`<div class="empty"><wa-icon name="lock"></wa-icon><p>${text}</p></div>`;
    }
    if (!this.lines) return this.problem ? nothing : waiting(5, t.loading);
    if (this.lines.length === 0) return html`<div class="empty"><wa-icon name="history"></wa-icon><p>${t.history.empty}</p></div>`;
    return html`${byDay(this.lines).map(
        (group) => html`<section class="day" aria-labelledby="day-${group.day}">
          <h2 id="day-${group.day}">${dayName(group.at)}</h2>
          <ul class="card lines">${group.lines.map((line) => this.#line(line))}</ul>
        </section>`,
      )}
      ${this.next ? html`<p class="row more">${deed({ label: t.more, busy: this.busy, run: () => void this.#load(this.next) })}</p>` : nothing}`;
  }

  #line(line: HistoryLine): TemplateResult {
    const more = detail(line);
    const name = personOf(line);
    return html`<li>
      <time class="quiet small" datetime=${new Date(line.at).toISOString()}>${timeOf(line.at)}</time>
      <div class="grow">
        <p>${sentence(line)}</p>
        ${more ? html`<p class="quiet small">${more}</p>` : nothing}
      </div>
      ${line.restorable
        ? deed({ label: t.history.restore, name: t.history.restoreOf(name), icon: "undo", busy: this.restoring === line.id, run: () => void this.#restore(line) })
        : nothing}
    </li>`;
  }

  async #restore(line: HistoryLine): Promise<void> {
    if (!line.person || this.restoring) return;
    const path = { team: session.teamId, person: line.person.id };
    const key = newKey();
    this.restoring = line.id;
    try {
      await call("post", "/api/v1/teams/{team}/members/{person}/restore", { path, key });
      await this.#restored(line);
    } catch (error) {
      const problem = problemOf(error);
      const again = async (raiseCap: number): Promise<void> => {
        await call("post", "/api/v1/teams/{team}/members/{person}/restore", { path, body: { raiseCap } });
        await this.#restored(line);
      };
      if (!askCap(this.ask, problem, again)) this.problem = problemText(problem);
    } finally {
      this.restoring = 0;
    }
  }

  async #restored(line: HistoryLine): Promise<void> {
    toasts.say(t.history.restored(personOf(line)));
    await session.refresh();
    await this.#load();
  }
}
