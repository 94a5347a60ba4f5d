/**
 * The person wants to get to their work in one click, and to see who it is done with.
 */
import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "../api/client.js";
import type { MyInvitation, Project } from "../api/types.js";
import "../parts/ask.js";
import type { Ask } from "../parts/ask.js";
import { deed } from "../parts/deed.js";
import { Part } from "../parts/element.js";
import { day } from "../parts/format.js";
import { waiting } from "../parts/waiting.js";
import { anyAccess } from "../state/rights.js";
import { router } from "../state/router.js";
import { session } from "../state/session.js";
import { toasts } from "../state/toasts.js";
import { Watch } from "../state/watch.js";
import { problemText, t } from "../texts/index.js";

@customElement("roster-dashboard")
export class Dashboard extends Part {
  @state() private projects: readonly Project[] | undefined;
  @state() private problem = "";
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session, router]);
  #loaded = "";

  protected override willUpdate(): void {
    const key = `${session.teamId} ${session.rules?.snapshot?.version ?? 0}`;
    if (!session.access || this.#loaded === key) return;
    if (this.#loaded.split(" ")[0] !== session.teamId) this.projects = undefined;
    this.#loaded = key;
    void this.#load();
  }

  async #load(): Promise<void> {
    const team = session.teamId;
    if (!anyAccess()) {
      this.projects = [];
      return;
    }
    try {
      const { projects } = await call("get", "/api/v1/teams/{team}/projects", { path: { team } });
      if (team !== session.teamId) return;
      this.projects = projects;
      this.problem = "";
    } catch (error) {
      this.problem = problemText(problemOf(error));
    }
  }

  protected override updated(): void {
    if (router.query("new") !== "team" || !session.me) return;
    router.note("new", undefined);
    this.#newTeam();
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      ${this.#invitations()} ${session.team ? this.#body() : this.#first()}
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
      denied: why && !why.allowed ? why.text : undefined,
      run: () => this.#newProject(),
    });
    return html`
      <div class="head">
        <h1 tabindex="-1">${t.dashboard.title}</h1>
        ${anyAccess() ? button : nothing}
      </div>
      <p class="problem" role="alert">${this.problem}</p>
      ${this.projects === undefined ? (this.problem ? nothing : waiting(3, t.loading)) : this.#cards(this.projects)}
    `;
  }

  #cards(projects: readonly Project[]): TemplateResult {
    if (projects.length === 0) return this.#empty();
    const open = projects.filter((project) => project.archivedAt == null);
    const archived = projects.filter((project) => project.archivedAt != null);
    return html`
      ${open.length === 0 ? this.#empty() : html`<ul class="cards">${open.map((project) => this.#card(project))}</ul>`}
      ${archived.length > 0
        ? html`<h2 class="section">${t.dashboard.archived}</h2>
            <ul class="cards">${archived.map((project) => this.#card(project))}</ul>`
        : nothing}
    `;
  }

  #card(project: Project): TemplateResult {
    const manages = session.access?.can("projects.manage");
    return html`<li class="card project ${project.archivedAt == null ? "" : "faded"}">
      <div class="row between">
        <h2><a class="cover" href="/projects/${project.id}">${project.name}</a></h2>
        ${manages ? this.#menu(project) : nothing}
      </div>
      <p class="quiet">${t.dashboard.made(day(project.createdAt))}</p>
    </li>`;
  }

  #menu(project: Project): TemplateResult {
    const archived = project.archivedAt != null;
    return html`<wa-dropdown placement="bottom-end" @wa-select=${(event: CustomEvent<{ item: { value: string } }>) => this.#choose(project, event.detail.item.value)}>
      <button slot="trigger" type="button" class="icon over" aria-label=${t.dashboard.moreFor(project.name)}>
        <wa-icon name="more"></wa-icon>
      </button>
      <wa-dropdown-item value="rename"><wa-icon slot="icon" name="pencil"></wa-icon>${t.dashboard.rename}</wa-dropdown-item>
      <wa-dropdown-item value=${archived ? "reopen" : "archive"}>
        <wa-icon slot="icon" name="archive"></wa-icon>${archived ? t.dashboard.reopen : t.dashboard.archive}
      </wa-dropdown-item>
    </wa-dropdown>`;
  }

  #empty(): TemplateResult {
    const { access, team } = session;
    const owner = session.rules?.snapshot?.ownedBy.name ?? "";
    if (!anyAccess()) return html`<div class="empty"><p>${t.dashboard.noAccess(team?.name ?? "", owner)}</p></div>`;
    const may = access?.can("projects.manage");
    return html`<div class="empty">
      <wa-icon name="folder"></wa-icon>
      <h2>${t.dashboard.empty}</h2>
      <p>${may ? t.dashboard.emptyLead : t.dashboard.emptyWait}</p>
    </div>`;
  }

  #first(): TemplateResult {
    return html`<div class="empty">
      <wa-icon name="users"></wa-icon>
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

  #invitation(one: MyInvitation): TemplateResult {
    return html`<li class="row between">
      <span>${t.dashboard.invitation(one.inviter, one.team.name)} <span class="quiet">${t.dashboard.until(day(one.expiresAt))}</span></span>
      <span class="row">
        ${deed({ label: t.join.accept, kind: "primary", run: () => void this.#answer(one, true) })}
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
    } catch (error) {
      this.problem = problemText(problemOf(error));
    }
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
