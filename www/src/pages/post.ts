/**
 * The person wants to write, and to move the post one stage on. What they type is theirs until it is saved.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, Failure, problemOf } from "@roster/elements/api/client.js";
import type { Post, Problem, Project } from "@roster/elements/api/types.js";
import { showInBar } from "../parts/bar.js";
import { enterTeamOf } from "../state/elsewhere.js";
import { here } from "../state/room.js";
import { Part } from "@roster/elements/parts/element.js";
import { ago } from "@roster/elements/parts/format.js";
import { lackOf } from "@roster/elements/parts/lacking.js";
import { waiting } from "@roster/elements/parts/waiting.js";
import { session } from "@roster/elements/state/session.js";
import { Watch } from "@roster/elements/state/watch.js";
import "../styles/work.css";
import { problemText, t } from "../texts/index.js";
import "./lost.js";
import "./post/actions.js";
import { conflict, gone, kept } from "./post/conflict.js";
import { dropDraft, keepDraft, keptDraft, type Draft } from "./post/draft.js";
import "./post/editor.js";
import { authorName, stageTag, timeText } from "./post/row.js";

@customElement("roster-post")
export class PostPage extends Part {
  @property({ attribute: false }) postId = "";
  @state() private post: Post | undefined;
  @state() private project: Project | undefined;
  /** What was typed and is not saved. */
  @state() private draft: Draft | undefined;
  /** What somebody else saved meanwhile. */
  @state() private theirs: Post | undefined;
  @state() private lost = false;
  @state() private busy = false;
  @state() private picked = false;
  @state() private problem: Problem | undefined;
  readonly #watch = new Watch(this, [session]);
  readonly #look = (): void => {
    if (document.visibilityState === "visible" && this.post && !this.busy) void this.#load();
  };
  #loaded = "";

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#look);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#look);
    showInBar(undefined);
    here.leave();
  }

  protected override willUpdate(): void {
    const key = `${this.postId} ${session.teamId} ${session.rules?.snapshot?.epoch ?? 0}`;
    if (session.stage !== "in" || this.#loaded === key) return;
    if (!this.#loaded.startsWith(`${this.postId} `)) this.#begin();
    this.#loaded = key;
    void this.#load();
  }

  #begin(): void {
    [this.post, this.project, this.theirs, this.problem, this.lost] = [undefined, undefined, undefined, undefined, false];
    this.draft = keptDraft(this.postId);
    this.picked = this.draft !== undefined;
  }

  protected override updated(): void {
    if (this.project || this.lost) here.show(this.lost ? undefined : this.project?.id);
    if (this.project && this.post && !this.lost) showInBar(this.project.name, `/projects/${this.project.id}`);
  }

  async #read(): Promise<Post> {
    return call("get", "/api/v1/teams/{team}/posts/{post}", { path: { team: session.teamId, post: this.postId } });
  }

  async #load(): Promise<void> {
    const asked = this.postId;
    try {
      const post = await this.#read();
      const path = { team: session.teamId, project: post.project };
      const project = await call("get", "/api/v1/teams/{team}/projects/{project}", { path });
      if (asked !== this.postId) return;
      this.#take(post);
      this.project = project;
      this.problem = undefined;
    } catch (error) {
      if (asked === this.postId && !(await this.#isElsewhere(error))) this.#fail(error);
    }
  }

  /** As on a project's page. */
  async #isElsewhere(error: unknown): Promise<boolean> {
    if (this.post || problemOf(error).status !== 404) return false;
    const post = this.postId;
    return enterTeamOf((team) => call("get", "/api/v1/teams/{team}/posts/{post}", { path: { team, post } }));
  }

  /** Shows what the edge has. What was typed stays, over the version that it was typed over. */
  #take(post: Post): void {
    this.post = post;
    this.lost = false;
    if (this.draft && this.draft.title === post.title && this.draft.text === post.text) this.#drop();
  }

  #drop(): void {
    dropDraft(this.postId);
    this.draft = undefined;
    this.theirs = undefined;
    this.picked = false;
  }

  #fail(error: unknown): void {
    const problem = problemOf(error);
    const gone = error instanceof Failure && (problem.status === 404 || (problem.status === 403 && !this.post));
    if (gone) this.lost = true;
    else this.problem = problem;
  }

  protected override render(): TemplateResult {
    if (this.lost) return this.#gone();
    const { post, project } = this;
    if (!post || !project) {
      return html`<div class="page narrow">${this.problem ? this.#trouble(this.problem) : waiting(4, t.loading)}</div>`;
    }
    const denials = session.rules?.postDenials({ ...post, archived: project.archivedAt != null }) ?? {};
    const wrong = (code: string): boolean => code === "wrong_stage";
    const edit = denials.edit && (wrong(denials.edit.code) ? t.post.wrongStage(t.post.stages[post.stage] ?? "") : denials.edit.text);
    const lacks = denials.edit && lackOf({ code: denials.edit.code, missing: denials.edit.missing ? { permission: denials.edit.missing, project: post.project } : null });
    const time = timeText(post);
    const own = post.author.id === session.me?.id;
    return html`<div class="page narrow">
      <div class="head post-head">
        <h1 tabindex="-1" class="hidden-text">${post.title || t.project.untitled}</h1>
        <p class="row">
          ${stageTag(post.stage)}
          <span class="quiet small">
            ${t.project.by(authorName(post))} · ${t.project.changed(ago(post.changedAt))}${time ? html` · ${time}` : nothing}
          </span>
        </p>
        <roster-post-actions .post=${post} .denials=${denials} .dirty=${this.draft !== undefined} .done=${this.#done}></roster-post-actions>
      </div>
      ${project.archivedAt == null ? nothing : html`<p class="notice warn">${t.project.archived}</p>`}
      ${this.picked ? html`<p class="notice" role="status">${t.post.picked}</p>` : nothing}
      ${this.theirs ? conflict(this.theirs, { keep: () => this.#overwrite(), take: () => this.#yield() }) : nothing}
      <roster-post-editor
        .project=${post.project}
        .heading=${this.draft?.title ?? post.title}
        .body=${this.draft?.text ?? post.text}
        .dirty=${this.draft !== undefined}
        .busy=${this.busy}
        .off=${{ ...(edit === undefined ? {} : { denied: edit }), ...(lacks ? { lacks } : {}) }}
        .note=${own && denials.edit?.missing ? t.post.notYours : t.post.readOnly}
        .problem=${this.problem}
        .typed=${this.#typed}
        .save=${this.#save}
      ></roster-post-editor>
      ${edit !== undefined && this.draft ? kept(this.draft) : nothing}
    </div>`;
  }

  #trouble(problem: Problem): TemplateResult {
    return html`<p class="problem" role="alert">${problemText(problem)}</p>`;
  }

  /** It was never there for them; or it went away, and what was typed is kept for copying. */
  #gone(): TemplateResult {
    if (!this.post && !this.draft) return html`<roster-lost></roster-lost>`;
    return gone(this.draft);
  }

  readonly #typed = (title: string, text: string): void => {
    const { post } = this;
    if (!post) return;
    if (title === post.title && text === post.text) {
      this.#drop();
      return;
    }
    this.draft = { title, text, version: this.draft?.version ?? post.version };
    this.picked = false;
    keepDraft(this.postId, this.draft);
  };

  readonly #save = (): void => {
    if (this.draft && !this.busy) void this.#write(this.draft);
  };

  /** A step was taken, or refused since the post is not as it was shown. */
  readonly #done = async (): Promise<void> => {
    await this.#load();
  };

  async #write(draft: Draft): Promise<void> {
    const path = { team: session.teamId, post: this.postId };
    const body = { title: draft.title.trim(), text: draft.text, version: draft.version };
    this.busy = true;
    this.problem = undefined;
    try {
      const { version } = await call("put", "/api/v1/teams/{team}/posts/{post}", { path, body });
      const same = this.draft?.title === draft.title && this.draft.text === draft.text;
      if (same) this.#drop();
      else if (this.draft) this.draft = { ...this.draft, version };
      this.theirs = undefined;
      this.#take(await this.#read());
    } catch (error) {
      await this.#refused(error);
    } finally {
      this.busy = false;
    }
  }

  async #refused(error: unknown): Promise<void> {
    const problem = problemOf(error);
    if (problem.code !== "changed") {
      this.#fail(error);
      if (problem.status === 403) await session.refresh();
      return;
    }
    try {
      this.theirs = await this.#read();
      this.picked = false;
      this.post = this.theirs;
    } catch (second) {
      this.#fail(second);
    }
  }

  #overwrite(): void {
    const { draft, theirs } = this;
    if (!draft || !theirs) return;
    this.draft = { ...draft, version: theirs.version };
    void this.#write(this.draft);
  }

  #yield(): void {
    if (this.theirs) this.post = this.theirs;
    this.#drop();
  }
}
