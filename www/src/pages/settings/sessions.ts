/**
 * Where am I signed in? The person wants to know their browsers, and to end the one that they do not.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { OwnSession, Problem } from "@roster/elements/api/types.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { ago, day } from "@roster/elements/parts/format.js";
import { trouble } from "@roster/elements/parts/trouble.js";
import { waiting } from "@roster/elements/parts/waiting.js";
import { router } from "../../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { t } from "../../texts/index.js";

@customElement("roster-sessions")
export class Sessions extends Part {
  @state() private list: readonly OwnSession[] | undefined;
  @state() private busy = "";
  @state() private problem: Problem | undefined;
  @query("roster-ask") private readonly ask!: Ask;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.list = (await call("get", "/api/v1/me/sessions")).sessions;
      this.problem = undefined;
    } catch (error) {
      this.problem = problemOf(error);
    }
  }

  protected override render(): TemplateResult {
    const { list } = this;
    return html`<section class="card stack" aria-labelledby="sessions">
        <h2 id="sessions">${t.settings.sessions}</h2>
        ${trouble(this.problem, "sessions-problem")}
        ${list ? html`<ul class="plain stack" aria-labelledby="sessions">${list.map((one) => this.#row(one))}</ul>` : this.problem ? nothing : waiting(2, t.loading)}
        <p class="quiet small">${t.settings.everywhereText}</p>
        <div>${deed({ label: t.settings.everywhere, icon: "log-out", run: () => this.#everywhere() })}</div>
      </section>
      <roster-ask></roster-ask>`;
  }

  #row(one: OwnSession): TemplateResult {
    const name = one.device || t.account.someBrowser;
    return html`<li class="row between">
      <span class="names">
        <span><strong>${name}</strong> ${one.current ? html`<span class="tag">${t.account.thisBrowser}</span>` : nothing}</span>
        <span class="quiet small">${t.account.since(day(one.createdAt), ago(one.seenAt ?? one.createdAt))}</span>
      </span>
      ${one.current ? nothing : deed({ label: t.account.end, name: t.account.endOf(name), busy: this.busy === one.id, run: () => void this.#end(one, name) })}
    </li>`;
  }

  async #end(one: OwnSession, name: string): Promise<void> {
    if (this.busy) return;
    this.busy = one.id;
    try {
      await call("delete", "/api/v1/me/sessions/{session}", { path: { session: one.id } });
      toasts.say(t.account.ended(name));
      await this.#load();
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = "";
    }
  }

  #everywhere(): void {
    const { everywhereTitle, everywhereText, everywhere } = t.settings;
    const run = async (): Promise<void> => {
      await session.signOut(true);
      router.go("/sign-in");
    };
    this.ask.ask({ title: everywhereTitle, text: everywhereText, yes: everywhere, danger: true, run });
  }
}
