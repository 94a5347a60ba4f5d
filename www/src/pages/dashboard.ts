/**
 * The person wants to get to their work in one click, and to see who it is done with.
 */
import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { call, newKey, problemOf } from "@roster/elements/api/client.js";
import type { Card, MyInvitation, Project } from "@roster/elements/api/types.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { editorsOf } from "../parts/editors.js";
import { whyNot } from "@roster/elements/parts/lacking.js";
import { day } from "@roster/elements/parts/format.js";
import { seenEnd } from "../parts/seen-end.js";
import { waiting } from "@roster/elements/parts/waiting.js";
import { anyAccess } from "@roster/elements/state/rights.js";
import { router } from "../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { problemText, t } from "../texts/index.js";

/** Cards of one kind, as far as they are read; none: nothing is read yet. */
interface Shelf {
  readonly cards?: readonly Card[];
  readonly next?: string | undefined;
  /** There are, or were, more than one page of them. */
  readonly long?: boolean;
}

const EMPTY: Shelf = {};
const PAUSE = 200;

@customElement("roster-dashboard")
export class Dashboard extends Part {
  @state() private open: Shelf = EMPTY;
  /** What was put away; read once the open ones are all there. */
  @state() private archived: Shelf = EMPTY;
  @state() private search = "";
  @state() private busy = false;
  @state() private problem = "";
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session, router]);
  #loaded = "";
  #typing: ReturnType<typeof setTimeout> | undefined;

  protected override willUpdate(): void {
    const key = `${session.teamId} ${session.rules?.snapshot?.version ?? 0}`;
    if (!session.access || this.#loaded === key) return;
    if (this.#loaded.split(" ")[0] !== session.teamId) this.#forget();
    this.#loaded = key;
    void this.#load();
  }

  #forget(): void {
    this.open = EMPTY;
    this.archived = EMPTY;
    this.search = "";
  }

  async #load(): Promise<void> {
    if (!anyAccess()) {
      this.open = this.archived = { cards: [] };
      return;
    }
    this.open = (await this.#page({}, this.open)) ?? this.open;
    if (this.open.cards && !this.open.next) await this.#shelved();
  }

  /** The first of what was put away. */
  async #shelved(): Promise<void> {
    this.archived = (await this.#page({ archived: "1" }, this.archived)) ?? this.archived;
  }

  async #more(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const { next } = this.open;
    if (next) this.open = joined(this.open, await this.#page({ after: next }, this.open));
    if (!this.open.next && !this.archived.cards) await this.#shelved();
    else if (!next) this.archived = joined(this.archived, await this.#page({ archived: "1", after: this.archived.next }, this.archived));
    this.busy = false;
  }

  /** A page of cards; nothing when it failed, or when another was asked for meanwhile. */
  async #page(query: { after?: string | undefined; archived?: string }, was: Shelf): Promise<Shelf | undefined> {
    const [team, search] = [session.teamId, this.search];
    try {
      const { cards, next } = await call("get", "/api/v1/teams/{team}/cards", { path: { team }, query: { ...query, search: search || undefined } });
      if (team !== session.teamId || search !== this.search) return undefined;
      this.problem = "";
      return { cards, next: next ?? undefined, long: was.long || next != null };
    } catch (error) {
      this.problem = problemText(problemOf(error));
      return undefined;
    }
  }

  protected override updated(): void {
    if (router.query("new") !== "team" || !session.me) return;
    router.note("new", undefined);
    this.#newTeam();
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      ${this.#invitations()} ${this.#handovers()} ${session.team ? this.#body() : this.#first()}
      <roster-ask></roster-ask>
    </div>`;
  }

  #body(): TemplateResult {
    const access = session.access;
    const why = access?.explain("projects.manage");
    const button = deed({
      label: t.dashboard.newProject,
      icon: "plus",
      kind: "primary",
      ...whyNot(why),
      run: () => this.#newProject(),
    });
    return html`
      <div class="head">
        <h1 tabindex="-1">${t.dashboard.title}</h1>
        ${anyAccess() ? button : nothing}
      </div>
      <p class="problem" role="alert">${this.problem}</p>
      ${this.open.long ? this.#search() : nothing}
      ${this.open.cards ? this.#cards(this.open.cards, this.archived.cards ?? []) : this.problem ? nothing : waiting(3, t.loading)}
    `;
  }

  /** Once there are more projects than one page holds. */
  #search(): TemplateResult {
    const type = (event: Event): void => {
      this.search = (event.target as HTMLInputElement).value.trim();
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => void this.#load(), PAUSE);
    };
    return html`<div class="search projects" role="search">
      <roster-icon name="search"></roster-icon>
      <input type="search" aria-label=${t.dashboard.search} placeholder=${t.dashboard.search} .value=${this.search} @input=${type} />
    </div>`;
  }

  #cards(open: readonly Card[], archived: readonly Card[]): TemplateResult {
    const none = this.search ? html`<div class="empty"><p>${t.dashboard.none(this.search)}</p></div>` : this.#empty();
    return html`
      ${open.length > 0 ? html`<ul class="cards" aria-label=${t.dashboard.title}>${this.#each(open)}</ul>` : this.archived.cards ? none : nothing}
      ${archived.length > 0
        ? html`<h2 class="section">${t.dashboard.archived}</h2>
            <ul class="cards" aria-label=${t.dashboard.archived}>${this.#each(archived)}</ul>`
        : nothing}
      ${this.open.next || this.archived.next
        ? html`<p class="row more" ${seenEnd(this.open.next ?? this.archived.next ?? "", () => void this.#more())}>${deed({ label: t.more, busy: this.busy, run: () => void this.#more() })}</p>`
        : nothing}
    `;
  }

  /** A card that moves, since it is called otherwise now, takes the focus with it. */
  #each(cards: readonly Card[]): unknown {
    return repeat(cards, (card) => card.project.id, (card) => this.#card(card));
  }

  #card({ project, editors, more }: Card): TemplateResult {
    const manages = session.access?.can("projects.manage");
    return html`<li class="card project ${project.archivedAt == null ? "" : "faded"}" data-project=${project.id}>
      <div class="row between">
        <h2><a class="cover" href="/projects/${project.id}">${project.name}</a></h2>
        ${editorsOf(project.name, editors, more)}
      </div>
      <div class="row between below">
        <p class="quiet">${t.dashboard.made(day(project.createdAt))}</p>
        ${manages ? this.#menu(project) : nothing}
      </div>
    </li>`;
  }

  #menu(project: Project): TemplateResult {
    const archived = project.archivedAt != null;
    return html`<wa-dropdown placement="bottom-end" @wa-select=${(event: CustomEvent<{ item: { value: string } }>) => this.#choose(project, event.detail.item.value)}>
      <button slot="trigger" type="button" class="icon over" aria-label=${t.dashboard.moreFor(project.name)}>
        <roster-icon name="more"></roster-icon>
      </button>
      <wa-dropdown-item value="rename"><roster-icon slot="icon" name="pencil"></roster-icon>${t.dashboard.rename}</wa-dropdown-item>
      <wa-dropdown-item value=${archived ? "reopen" : "archive"}>
        <roster-icon slot="icon" name="archive"></roster-icon>${archived ? t.dashboard.reopen : t.dashboard.archive}
      </wa-dropdown-item>
    </wa-dropdown>`;
  }

  #empty(): TemplateResult {
    const { access, team } = session;
    const owner = session.rules?.snapshot?.ownedBy.name ?? "";
    if (!anyAccess()) return html`<div class="empty"><p>${t.dashboard.noAccess(team?.name ?? "", owner)}</p></div>`;
    const may = access?.can("projects.manage");
    return html`<div class="empty">
      <roster-icon name="folder"></roster-icon>
      <h2>${t.dashboard.empty}</h2>
      <p>${may ? t.dashboard.emptyLead : t.dashboard.emptyWait}</p>
    </div>`;
  }

  #first(): TemplateResult {
    return html`<div class="empty">
      <roster-icon name="users"></roster-icon>
      <h1 tabindex="-1">${t.dashboard.firstTitle}</h1>
      <p>${t.dashboard.firstLead}</p>
      ${deed({ label: t.nav.newTeam, kind: "primary", icon: "plus", run: () => this.#newTeam() })}
    </div>`;
  }

  #invitations(): TemplateResult | typeof nothing {
    const invitations = session.me?.invitations ?? [];
    if (invitations.length === 0) return nothing;
    return html`<section class="notice stack" aria-labelledby="waiting">
      <h2 id="waiting">${t.dashboard.invitations}</h2>
      <ul class="stack">
        ${invitations.map((one) => this.#invitation(one))}
      </ul>
    </section>`;
  }

  /** Projects that others hand over to one: the page of each says what that means. */
  #handovers(): TemplateResult | typeof nothing {
    const handovers = session.me?.handovers ?? [];
    if (handovers.length === 0) return nothing;
    return html`<section class="notice stack" aria-labelledby="offered">
      <h2 id="offered">${t.handover.forYou}</h2>
      <ul class="stack">
        ${handovers.map(
          (one) => html`<li class="row between">
            <span>${t.handover.one(one.sender, one.projectName)} <span class="quiet">${t.dashboard.until(day(one.expiresAt))}</span></span>
            <a class="button primary" href="/handover?team=${one.team.id}&handover=${one.id}">${t.handover.look}</a>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #invitation(one: MyInvitation): TemplateResult {
    return html`<li class="row between">
      <span>${t.dashboard.invitation(one.inviter, one.team.name)} <span class="quiet">${t.dashboard.until(day(one.expiresAt))}</span></span>
      <span class="row">
        ${one.mode === "merge"
          ? html`<a class="button primary" href="/join?team=${one.team.id}&invitation=${one.id}">${t.merging.look}</a>`
          : deed({ label: t.join.accept, kind: "primary", run: () => void this.#answer(one, true) })}
        ${deed({ label: t.join.decline, run: () => this.#decline(one) })}
      </span>
    </li>`;
  }

  async #answer(one: MyInvitation, accept: boolean): Promise<void> {
    const body = { team: one.team.id, invitation: one.id };
    try {
      if (accept) await call("post", "/api/v1/join", { body });
      else await call("post", "/api/v1/join/decline", { body });
      await session.reread(accept ? one.team.id : undefined);
      toasts.say(accept ? t.join.joined(one.team.name) : t.join.declined(one.team.name));
    } catch (error) {
      this.problem = problemText(problemOf(error));
      await session.reread().catch(() => undefined);
    }
  }

  #decline(one: MyInvitation): void {
    const text = t.join.declineText(one.team.name);
    this.ask.ask({ title: t.join.declineTitle, text, yes: t.join.decline, danger: true, run: () => this.#answer(one, false) });
  }

  #newTeam(): void {
    const key = newKey();
    const run = async (name: string): Promise<void> => {
      const { team } = await call("post", "/api/v1/teams", { body: { name }, key });
      await session.reread(team);
      router.go("/");
    };
    this.ask.ask({ title: t.dashboard.firstTitle, text: t.dashboard.firstLead, yes: t.dashboard.createTeam, field: { label: t.dashboard.teamName }, run });
  }

  #newProject(): void {
    const key = newKey();
    const path = { team: session.teamId };
    const run = async (name: string): Promise<void> => {
      const { project } = await call("post", "/api/v1/teams/{team}/projects", { path, body: { name }, key });
      await session.refresh();
      router.go(`/projects/${project}`);
    };
    this.ask.ask({ title: t.dashboard.newProject, yes: t.dashboard.create, field: { label: t.dashboard.name }, run });
  }

  #choose(project: Project, deed: string): void {
    const path = { team: session.teamId, project: project.id };
    if (deed === "rename") this.#rename(project);
    else if (deed === "archive") void this.#do(() => call("post", "/api/v1/teams/{team}/projects/{project}/archive", { path }), project, true);
    else void this.#do(() => call("post", "/api/v1/teams/{team}/projects/{project}/reopen", { path }), project, false);
  }

  async #do(work: () => Promise<unknown>, project: Project, archived: boolean): Promise<void> {
    const path = { team: session.teamId, project: project.id };
    const from = document.activeElement;
    try {
      await work();
      if (archived) {
        toasts.say(t.dashboard.archivedDone(project.name), async () => {
          await call("post", "/api/v1/teams/{team}/projects/{project}/reopen", { path });
          await session.refresh();
          await this.#load();
        });
      }
      await session.refresh();
      await this.#load();
      await this.updateComplete;
      this.#follow(project, from);
    } catch (error) {
      this.problem = problemText(problemOf(error));
    }
  }

  /** The card stands in the other list now: who has not gone on elsewhere meanwhile goes with it. */
  #follow({ id }: Project, from: Element | null): void {
    const now = document.activeElement;
    const stayed = now === from || now === document.body || now?.matches("h1, li.card *");
    if (stayed) this.querySelector<HTMLElement>(`li[data-project="${id}"] button.over`)?.focus();
  }

  #rename(project: Project): void {
    const path = { team: session.teamId, project: project.id };
    const run = async (name: string): Promise<void> => {
      await call("patch", "/api/v1/teams/{team}/projects/{project}", { path, body: { name } });
      await this.#load();
    };
    const field = { label: t.dashboard.name, value: project.name };
    this.ask.ask({ title: t.dashboard.rename, yes: t.save, field, run });
  }
}

function joined(before: Shelf, page: Shelf | undefined): Shelf {
  return page ? { ...page, cards: [...(before.cards ?? []), ...(page.cards ?? [])] } : before;
}
