/**
 * Who asks for what, and what would it change? Somebody who can give it wants to answer with one click.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { OpenAsk } from "@roster/elements/api/types.js";
import { canAnywhere } from "@roster/elements/state/rights.js";
import { roster } from "@roster/elements/state/roster.js";
import { router } from "../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import "../styles/asks.css";
import { problemText, t } from "../texts/index.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { askCap } from "@roster/elements/parts/cap.js";
import { deed } from "@roster/elements/parts/deed.js";
import { diff } from "@roster/elements/parts/diff.js";
import { draftOf } from "@roster/elements/parts/draft.js";
import { Part } from "@roster/elements/parts/element.js";
import { ago } from "@roster/elements/parts/format.js";
import { refusal, type Off } from "@roster/elements/parts/lacking.js";
import { avatar } from "@roster/elements/parts/person.js";
import { permissionName, projectName } from "@roster/elements/parts/phrase.js";

@customElement("roster-asked")
export class Asked extends Part {
  @state() private asks: readonly OpenAsk[] = [];
  @state() private loaded = false;
  @state() private busy = "";
  @state() private problem: { readonly ask: string; readonly text: string } | undefined;
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session, roster]);
  #key = "";
  #shown = "";

  protected override willUpdate(): void {
    const key = `${session.teamId} ${session.rules?.snapshot?.version ?? 0}`;
    if (!session.access || this.#key === key) return;
    this.#key = key;
    if (canAnywhere("team.access")) void this.#load();
    else [this.asks, this.loaded] = [[], true];
  }

  async #load(): Promise<void> {
    try {
      this.asks = (await call("get", "/api/v1/teams/{team}/asks", { path: { team: session.teamId } })).open;
    } catch {
      // The list of members beside it says what is wrong with the connection.
      this.#key = "";
    } finally {
      this.loaded = true;
    }
  }

  /** A mail leads to its ask. */
  protected override updated(): void {
    const wanted = router.query("ask") ?? "";
    if (!wanted || this.#shown === wanted) return;
    const row = this.querySelector<HTMLElement>(`#ask-${CSS.escape(wanted)}`);
    if (!row) return;
    this.#shown = wanted;
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  }

  protected override render(): TemplateResult | typeof nothing {
    const wanted = router.query("ask");
    const over = this.loaded && wanted && wanted !== this.#shown && !this.asks.some((one) => one.id === wanted);
    return html`${over ? html`<p class="notice" role="status">${t.asks.over}</p>` : nothing}
      ${this.asks.length === 0
        ? nothing
        : html`<section class="card stack asked" aria-labelledby="asked-title">
            <h2 id="asked-title">${t.asks.title}</h2>
            <ul class="plain stack">
              ${this.asks.map((one) => this.#row(one))}
            </ul>
          </section>`}
      <roster-ask></roster-ask>`;
  }

  #row(one: OpenAsk): TemplateResult {
    const { project } = one.missing;
    const what = permissionName(one.missing.permission);
    const who = one.person.name;
    const where = project ? projectName(project) : (session.team?.name ?? "");
    const { sentences, off } = this.#preview(one);
    return html`<li class="asked-row" id="ask-${one.id}" tabindex="-1">
      <div class="row between">
        <span class="person">
          ${avatar({ ...one.person, avatar: one.avatar })}
          <span class="names"><strong>${t.asks.wants(who, what, where)}</strong><span>${ago(one.askedAt, session.rules?.now())}</span></span>
        </span>
        <span class="row">
          ${deed({ label: t.asks.notNow, name: t.asks.notNowTo(who, what), busy: this.busy === `no ${one.id}`, run: () => void this.#decline(one) })}
          ${deed({ label: t.asks.give, name: t.asks.giveTo(who, what), kind: "primary", ...off, busy: this.busy === one.id, run: () => void this.#grant(one, what) })}
        </span>
      </div>
      ${sentences.length === 0 ? nothing : html`<ul class="small">${sentences.map((text) => html`<li>${text}</li>`)}</ul>`}
      ${this.problem?.ask === one.id ? html`<p class="problem" role="alert">${this.problem.text}</p>` : nothing}
    </li>`;
  }

  /** What giving it changes, in words and price, and why it could not be. Of full seats it is asked when it is given. */
  #preview(one: OpenAsk): { readonly sentences: readonly string[]; readonly off?: Off } {
    const { access, grant, person } = one;
    const preview = session.access?.preview({ member: { id: person.id, access }, edits: [grant] });
    if (!preview) return { sentences: [] };
    const elsewhere = access.filter((held) => (held.project ?? "") !== (grant.project ?? ""));
    const sentences = diff(person.name, draftOf(access), draftOf([...elsewhere, grant]), preview);
    const { denial } = preview;
    if (!denial || denial.code === "seats_full") return { sentences };
    const { code, missing, project } = denial;
    const reason = missing ? { code, missing: { permission: missing, ...(project ? { project } : {}) } } : { code };
    return { sentences, off: refusal(reason) };
  }

  async #grant(one: OpenAsk, what: string, raiseCap?: number): Promise<void> {
    const path = { team: session.teamId, ask: one.id };
    const body = raiseCap === undefined ? {} : { raiseCap };
    const work = async (): Promise<void> => {
      await call("post", "/api/v1/teams/{team}/asks/{ask}/grant", { path, body });
      toasts.say(t.asks.given(one.person.name, what));
    };
    await this.#answer(one, one.id, work, (cap) => this.#grant(one, what, cap));
  }

  async #decline(one: OpenAsk): Promise<void> {
    const path = { team: session.teamId, ask: one.id };
    await this.#answer(one, `no ${one.id}`, async () => {
      await call("post", "/api/v1/teams/{team}/asks/{ask}/decline", { path });
      toasts.say(t.asks.refused(one.person.name));
    });
  }

  async #answer(one: OpenAsk, busy: string, work: () => Promise<void>, withCap?: (cap: number) => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = busy;
    this.problem = undefined;
    try {
      await work();
      this.#shown = one.id;
      this.asks = this.asks.filter((other) => other.id !== one.id);
      await roster.refresh();
    } catch (error) {
      const problem = problemOf(error);
      this.busy = "";
      if (withCap && askCap(this.ask, problem, withCap)) return;
      this.problem = { ask: one.id, text: problemText(problem) };
      if (problem.status === 403 || problem.status === 410) await roster.refresh();
    } finally {
      this.busy = "";
    }
  }
}
