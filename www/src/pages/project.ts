/**
 * The person wants to see what is being written in this project, how far it is, and to write the next post.
 */
import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { call, Failure, problemOf } from "@roster/elements/api/client.js";
import type { Post, Project } from "@roster/elements/api/types.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { showInBar } from "../parts/bar.js";
import { here } from "../state/room.js";
import "../parts/colleagues.js";
import "../parts/add-to-project.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { goOn } from "@roster/elements/parts/focus.js";
import { askLeaving } from "@roster/elements/parts/in-project.js";
import "@roster/elements/team-panel.js";
import type { TeamPanel } from "@roster/elements/team-panel.js";
import { tabs } from "../parts/tabs.js";
import { lacking, lackOf, whyNot } from "@roster/elements/parts/lacking.js";
import { waiting } from "@roster/elements/parts/waiting.js";
import { canAnywhere } from "@roster/elements/state/rights.js";
import { roster } from "@roster/elements/state/roster.js";
import { enterTeamOf } from "../state/elsewhere.js";
import { router } from "../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import "../styles/work.css";
import { problemText, t } from "../texts/index.js";
import "./lost.js";
import { gone } from "./post/conflict.js";
import { keptDraft } from "./post/draft.js";
import "./post/new.js";
import { postRow } from "./post/row.js";

@customElement("roster-project")
export class ProjectPage extends Part {
  @property({ attribute: false }) projectId = "";
  @state() private project: Project | undefined;
  @state() private posts: readonly Post[] | undefined;
  @state() private next: string | undefined;
  @state() private lost = false;
  @state() private busy = false;
  @state() private problem = "";
  /** Whether the list of people is there, and what stands below it stays where it is. */
  @state() private peopled = false;
  @query(".page > roster-ask") private readonly ask!: Ask;
  @query("roster-team-panel") private readonly people!: TeamPanel | null;
  readonly #watch = new Watch(this, [session, router]);
  #loaded = "";
  /** For which state of the team the names of its projects were read, which the Team section speaks of. */
  #named = "";

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    showInBar(undefined);
    here.leave();
  }

  protected override willUpdate(): void {
    const key = `${session.teamId} ${this.projectId} ${session.rules?.snapshot?.version ?? 0}`;
    if (!session.access) return;
    const people = router.query("tab") === "team";
    this.peopled &&= people;
    if (people && this.#named !== key) {
      this.#named = key;
      void roster.load().catch(() => undefined);
    }
    if (this.#loaded === key) return;
    if (!this.#loaded.startsWith(`${session.teamId} ${this.projectId} `)) {
      this.project = undefined;
      this.posts = undefined;
      this.peopled = false;
      this.lost = false;
    }
    this.#loaded = key;
    void this.#load();
  }

  async #load(): Promise<void> {
    const path = { team: session.teamId, project: this.projectId };
    const reads = session.access?.at(this.projectId).can("posts.view");
    try {
      const [project, page] = await Promise.all([
        call("get", "/api/v1/teams/{team}/projects/{project}", { path }),
        reads ? call("get", "/api/v1/teams/{team}/projects/{project}/posts", { path }) : undefined,
      ]);
      if (path.project !== this.projectId || path.team !== session.teamId) return;
      this.project = project;
      this.posts = page?.posts ?? [];
      this.next = page?.next ?? undefined;
      this.lost = false;
      this.problem = "";
    } catch (error) {
      if (path.project === this.projectId && path.team === session.teamId && !(await this.#isElsewhere(error))) this.#fail(error);
    }
  }

  /** What is not here may be of another team of one's own; what went away while it was open is not looked for. */
  async #isElsewhere(error: unknown): Promise<boolean> {
    if (this.project || problemOf(error).status !== 404) return false;
    const project = this.projectId;
    return enterTeamOf((team) => call("get", "/api/v1/teams/{team}/projects/{project}", { path: { team, project } }));
  }

  async #more(): Promise<void> {
    const path = { team: session.teamId, project: this.projectId };
    this.busy = true;
    try {
      const page = await call("get", "/api/v1/teams/{team}/projects/{project}/posts", { path, query: { after: this.next } });
      this.posts = [...(this.posts ?? []), ...page.posts];
      this.next = page.next ?? undefined;
    } catch (error) {
      this.#fail(error);
    } finally {
      this.busy = false;
    }
  }

  #fail(error: unknown): void {
    const problem = problemOf(error);
    if (error instanceof Failure && (problem.status === 404 || problem.status === 403)) this.lost = true;
    else this.problem = problemText(problem);
  }

  protected override render(): TemplateResult {
    if (this.lost || (session.stage === "in" && !session.access)) return this.#gone();
    if (!this.project) return html`<div class="page">${this.#trouble()}${this.problem ? nothing : waiting(4, t.loading)}</div>`;
    if (router.query("new") === "post") return html`<roster-new-post .project=${this.project}></roster-new-post>`;
    return html`<div class="page">
      <div class="head">
        <h1 tabindex="-1">${this.project.name}</h1>
        <div class="row">${this.#newPost(this.project)} ${this.#menu(this.project)}</div>
      </div>
      ${this.project.archivedAt == null ? nothing : html`<p class="notice warn">${t.project.archived}</p>`} ${this.#trouble()}
      ${this.#tabs(this.project)}
      <roster-ask></roster-ask>
    </div>`;
  }

  /** It was never there for them; or it went away, and what was being written is kept for copying. */
  #gone(): TemplateResult {
    const draft = router.query("new") === "post" ? keptDraft(this.projectId) : undefined;
    return draft || this.project ? gone(draft) : html`<roster-lost></roster-lost>`;
  }

  #trouble(): TemplateResult {
    return html`<p class="problem" role="alert">${this.problem}</p>`;
  }

  protected override updated(): void {
    if (this.project || this.lost) here.show(this.lost ? undefined : this.project?.id);
    if (router.query("new") !== "post") showInBar(this.project?.name);
  }

  /** Why no post can be written here; nothing: one can. */
  #denied(project: Project): ReturnType<typeof whyNot> {
    if (project.archivedAt != null) return { denied: t.project.archived };
    return whyNot(session.access?.at(project.id).explain("posts.create"));
  }

  #newPost(project: Project): TemplateResult {
    const run = (): void => router.go(`/projects/${project.id}?new=post`);
    return deed({ label: t.project.newPost, icon: "plus", kind: "primary", ...this.#denied(project), run });
  }

  #menu(project: Project): TemplateResult | typeof nothing {
    if (session.owner) return nothing;
    return html`<wa-dropdown placement="bottom-end" @wa-select=${() => askLeaving(this.ask, project.id, project.name)}>
      <button slot="trigger" type="button" class="icon" aria-label=${t.dashboard.moreFor(project.name)}>
        <roster-icon name="more"></roster-icon>
      </button>
      <wa-dropdown-item value="leave"><roster-icon slot="icon" name="door"></roster-icon>${t.inProject.leave}</wa-dropdown-item>
    </wa-dropdown>`;
  }

  /** What is written here, and who is here: which of the two stands in the address. */
  #tabs(project: Project): TemplateResult {
    const tab = router.query("tab") === "team" ? "team" : "posts";
    const list = [
      { key: "posts", label: t.inProject.posts },
      { key: "team", label: t.inProject.team },
    ] as const;
    const address = `/projects/${project.id}`;
    return html`${tabs(list, tab, (key) => router.go(key === "team" ? `${address}?tab=team` : address))}
      <div id="panel" role="tabpanel" aria-labelledby="tab-${tab}">${tab === "team" ? this.#team(project) : this.#list(this.posts)}</div>`;
  }

  #team(project: Project): TemplateResult {
    // For the owner alone, and not on first sight.
    if (session.owner) void import("../parts/handover.js");
    const done = (): Promise<void> => this.people?.reload() ?? Promise.resolve();
    return html`<section class="stack" aria-label=${t.inProject.team}>
      <div class="row between">
        <p class="quiet grow">${t.inProject.lead(project.name)}</p>
        ${canAnywhere("team.invite") ? html`<a class="button" href="/team?tab=invite">${t.inProject.invite}</a>` : nothing}
        <roster-add-to-project .projectId=${project.id} .projectName=${project.name} .done=${done}></roster-add-to-project>
      </div>
      <roster-team-panel project=${project.id} @people-read=${() => (this.peopled = true)}></roster-team-panel>
      ${session.access?.at(project.id).can("team.invite") ? html`<roster-colleagues .project=${project.id} ?hidden=${!this.peopled}></roster-colleagues>` : nothing}
      ${session.owner ? html`<roster-handover .project=${project} ?hidden=${!this.peopled}></roster-handover>` : nothing}
    </section>`;
  }

  #list(posts: readonly Post[] | undefined): TemplateResult {
    const why = session.access?.at(this.projectId).explain("posts.view");
    if (why && !why.allowed) return html`<div class="empty"><roster-icon name="lock"></roster-icon><p>${why.text}</p>${lacking(lackOf(why))}</div>`;
    if (!posts) return waiting(3, t.loading);
    if (posts.length === 0) return this.#empty();
    return html`<ul class="list posts" aria-label=${t.project.postList}>
        ${posts.map((post) => postRow(post))}
      </ul>
      ${this.next ? html`<p class="row more">${deed({ label: t.more, busy: this.busy, run: () => void goOn(this, ".posts > li", () => this.#more()) })}</p>` : nothing}`;
  }

  #empty(): TemplateResult {
    const writes = this.project && this.#denied(this.project).denied === undefined;
    return html`<div class="empty">
      <roster-icon name="file"></roster-icon>
      <h2>${t.project.empty}</h2>
      <p>${writes ? t.project.emptyLead : t.project.emptyReader}</p>
      ${writes && this.project ? html`<a class="button" href="/projects/${this.project.id}?new=post">${t.project.first}</a>` : nothing}
    </div>`;
  }
}
