/**
 * The person wants to know who changed whose access, and to take back a removal.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "@roster/elements/api/client.js";
import type { HistoryLine, HistoryPage } from "@roster/elements/api/types.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { askCap } from "@roster/elements/parts/cap.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { goOn } from "@roster/elements/parts/focus.js";
import { timeOf } from "@roster/elements/parts/format.js";
import "../parts/person-field.js";
import type { Pickable } from "../parts/person-field.js";
import { lacking, lackOf } from "@roster/elements/parts/lacking.js";
import { waiting } from "@roster/elements/parts/waiting.js";
import { canAnywhere } from "@roster/elements/state/rights.js";
import { router } from "../state/router.js";
import { roster } from "@roster/elements/state/roster.js";
import { rememberRoles } from "@roster/elements/state/roles.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import "../styles/history.css";
import { problemText, t } from "../texts/index.js";
import { byDay, dayName } from "./history/days.js";
import { kindField } from "./history/kinds.js";
import { detail, personOf, sentence } from "./history/line.js";

/** Pages that are read on by themselves when none of their lines is for the reader. */
const EMPTY_PAGES = 20;

@customElement("roster-history")
export class HistoryView extends Part {
  @state() private lines: readonly HistoryLine[] | undefined;
  @state() private next: string | undefined;
  @state() private busy = false;
  @state() private restoring = 0;
  @state() private problem = "";
  @query("roster-ask") private readonly ask!: Ask;
  /** Lines exported so far; nothing: nothing is being exported. */
  @state() private exported: number | undefined;
  readonly #watch = new Watch(this, [session, roster, router]);
  #loaded = "";
  #leaving: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leaving?.abort();
  }

  /** What the address asks for. */
  get #filter(): { person: string | undefined; kind: string | undefined } {
    return { person: router.query("person"), kind: router.query("kind") };
  }

  get #filtered(): boolean {
    return this.#filter.person !== undefined || this.#filter.kind !== undefined;
  }

  protected override willUpdate(): void {
    const { person = "", kind = "" } = this.#filter;
    const key = `${session.teamId} ${session.rules?.snapshot?.version ?? 0} ${person} ${kind}`;
    if (this.#loaded === key || !canAnywhere("history.view")) return;
    const [team, , ...filter] = this.#loaded.split(" ");
    if (team !== session.teamId || filter.join(" ") !== `${person} ${kind}`) this.lines = undefined;
    this.#loaded = key;
    void this.#load();
  }

  async #load(after?: string): Promise<void> {
    const team = session.teamId;
    const asked = this.#loaded;
    this.busy = after !== undefined;
    try {
      const [page] = await Promise.all([this.#page(team, after), after === undefined ? roster.load() : undefined]);
      if (team !== session.teamId || asked !== this.#loaded) return;
      rememberRoles(page.deletedRoles);
      this.lines = after === undefined ? page.lines : [...(this.lines ?? []), ...page.lines];
      this.next = page.next ?? undefined;
      this.problem = "";
    } catch (error) {
      this.problem = problemText(problemOf(error));
    } finally {
      this.busy = false;
    }
  }

  /** The next page with anything in it: of some pages nothing is for the reader. */
  async #page(team: string, from?: string): Promise<HistoryPage> {
    let after = from;
    for (let tries = 1; ; tries += 1) {
      const page = await call("get", "/api/v1/teams/{team}/history", { path: { team }, query: { after, ...this.#filter } });
      after = page.next ?? undefined;
      if (page.lines.length > 0 || after === undefined || tries === EMPTY_PAGES) return page;
    }
  }

  protected override render(): TemplateResult {
    return html`<div class="page narrow">
      <div class="head">
        <h1 tabindex="-1">${t.history.title}</h1>
        ${canAnywhere("history.view") ? this.#export() : nothing}
      </div>
      <p class="problem" role="alert">${this.problem}</p>
      ${this.#body()}
      <roster-ask></roster-ask>
    </div>`;
  }

  #body(): TemplateResult | typeof nothing {
    const why = session.access?.explain("history.view");
    if (!canAnywhere("history.view")) {
      const text = why && !why.allowed ? why.text : t.history.none;
      return html`<div class="empty"><roster-icon name="lock"></roster-icon><p>${text}</p>${lacking(why && !why.allowed ? lackOf(why) : undefined)}</div>`;
    }
    return html`${this.#filters()} ${this.#lines()}`;
  }

  #filters(): TemplateResult {
    const { person, kind } = this.#filter;
    const near = this.#people();
    const chosen = person === undefined ? undefined : (near.find((one) => one.id === person) ?? { id: person, name: t.history.nobody });
    const pick = (event: CustomEvent<Pickable | undefined>): void => {
      if (event.detail) this.#known.set(event.detail.id, event.detail);
      this.#choose("person", event.detail?.id);
    };
    return html`<div class="filters">
      <roster-person-field .label=${t.history.person} .chosen=${chosen} .near=${near} @picked=${pick}></roster-person-field>
      ${kindField(kind, (one) => this.#choose("kind", one))}
    </div>`;
  }

  readonly #known = new Map<string, Pickable>();

  /** Everybody whom the lines on the page name, whether they are still here or not. */
  #people(): readonly Pickable[] {
    for (const one of (this.lines ?? []).flatMap((line) => [line.person ?? [], line.by ?? []].flat())) {
      if (!this.#known.has(one.id)) this.#known.set(one.id, one);
    }
    return [...this.#known.values()];
  }

  #choose(name: "person" | "kind", value: string | undefined): void {
    router.note(name, value);
    this.requestUpdate();
  }

  #export(): TemplateResult {
    if (this.exported === undefined) return deed({ label: t.history.export, icon: "download", run: () => void this.#save() });
    return html`<span class="row" role="status">
      <span class="quiet">${t.history.exporting(this.exported)}</span>
      ${deed({ label: t.cancel, run: () => this.#leaving?.abort() })}
    </span>`;
  }

  async #save(): Promise<void> {
    const leaving = new AbortController();
    this.#leaving = leaving;
    this.exported = 0;
    try {
      const { csv, save } = await import("./history/csv.js");
      const progress = (lines: number): void => void (this.exported = lines);
      const file = await csv({ team: session.teamId, ...this.#filter, signal: leaving.signal, progress });
      if (file) save(file, t.history.file(session.team?.name ?? "", new Date().toISOString().slice(0, 10)));
    } catch (error) {
      this.problem = problemText(problemOf(error));
    } finally {
      this.exported = undefined;
    }
  }

  #lines(): TemplateResult | typeof nothing {
    const { lines } = this;
    if (!lines) return this.problem ? nothing : waiting(5, t.loading);
    const none = this.#filtered ? t.history.emptyFilter : t.history.empty;
    const more = this.next ? html`<p class="row more">${deed({ label: t.more, busy: this.busy, run: () => void goOn(this, ".lines > li", () => this.#load(this.next)) })}</p>` : nothing;
    if (lines.length === 0) return html`<div class="empty"><roster-icon name="history"></roster-icon><p>${none}</p></div>${more}`;
    return html`${byDay(lines).map(
        (group) => html`<section class="day" aria-labelledby="day-${group.day}">
          <h2 id="day-${group.day}">${dayName(group.at)}</h2>
          <ul class="card lines">${group.lines.map((line) => this.#line(line))}</ul>
        </section>`,
      )}
      ${more}`;
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
    const { person } = line;
    if (!person || this.restoring) return;
    const key = newKey();
    this.restoring = line.id;
    try {
      await giveBack(line, person.id, undefined, key);
      await this.#restored(line);
    } catch (error) {
      const problem = problemOf(error);
      const again = async (raiseCap: number): Promise<void> => {
        await giveBack(line, person.id, raiseCap);
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

/** Takes a removal back: from the team as a whole, from a project by what stood there. */
async function giveBack(line: HistoryLine, person: string, raiseCap?: number, key = newKey()): Promise<void> {
  const path = { team: session.teamId, person };
  const more = raiseCap === undefined ? {} : { raiseCap };
  if (line.kind !== "removed_from_project" || !line.project) {
    await call("post", "/api/v1/teams/{team}/members/{person}/restore", { path, body: more, key });
    return;
  }
  const [stood] = line.before;
  const own = stood?.project == null ? {} : stood;
  await call("put", "/api/v1/teams/{team}/members/{person}/access", { path, body: { edits: [{ ...own, project: line.project.id }], ...more } });
}
