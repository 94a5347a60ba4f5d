/**
 * The person wants to begin a post. It is made when it is first saved, and has its own address from then on.
 */
import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "@roster/elements/api/client.js";
import type { Problem, Project } from "@roster/elements/api/types.js";
import { showInBar } from "../../parts/bar.js";
import { Part } from "@roster/elements/parts/element.js";
import { whyNot } from "@roster/elements/parts/lacking.js";
import { router } from "../../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { Watch } from "@roster/elements/state/watch.js";
import { t } from "../../texts/index.js";
import { dropDraft, keepDraft, keptDraft } from "./draft.js";
import "./editor.js";
import type { PostEditor } from "./editor.js";

@customElement("roster-new-post")
export class NewPost extends Part {
  @property({ attribute: false }) project!: Project;
  @state() private heading = "";
  @state() private body = "";
  @state() private busy = false;
  @state() private problem: Problem | undefined;
  readonly #watch = new Watch(this, [session]);
  /** Stays the same while the same is sent again. */
  #key = newKey();

  protected override firstUpdated(): void {
    const kept = keptDraft(this.project.id);
    if (kept) [this.heading, this.body] = [kept.title, kept.text];
    showInBar(this.project.name, `/projects/${this.project.id}`);
    void this.querySelector<PostEditor>("roster-post-editor")?.updateComplete.then(() => this.querySelector<HTMLInputElement>("#post-title")?.focus());
  }

  protected override render(): TemplateResult {
    const why = session.access?.at(this.project.id).explain("posts.create");
    const off = why && !why.allowed ? whyNot(why) : this.project.archivedAt == null ? {} : { denied: t.project.archived };
    return html`<div class="page narrow">
      <div class="head"><h1 tabindex="-1">${t.post.newTitle}</h1></div>
      <roster-post-editor
        .project=${this.project.id}
        .heading=${this.heading}
        .body=${this.body}
        .dirty=${true}
        .busy=${this.busy}
        .off=${off}
        .problem=${this.problem}
        .typed=${this.#typed}
        .save=${this.#save}
      ></roster-post-editor>
    </div>`;
  }

  readonly #typed = (title: string, text: string): void => {
    [this.heading, this.body] = [title, text];
    this.#key = newKey();
    keepDraft(this.project.id, { title, text, version: 0 });
  };

  readonly #save = (): void => void this.#create();

  async #create(): Promise<void> {
    const path = { team: session.teamId, project: this.project.id };
    const body = { title: this.heading.trim(), text: this.body };
    this.busy = true;
    this.problem = undefined;
    try {
      const { post, version } = await call("post", "/api/v1/teams/{team}/projects/{project}/posts", { path, body, key: this.#key });
      dropDraft(this.project.id);
      if (this.body !== body.text) keepDraft(post, { title: this.heading, text: this.body, version });
      router.replace(`/posts/${post}`);
    } catch (error) {
      this.problem = problemOf(error);
      if (this.problem.status === 403 || this.problem.status === 404) await session.refresh();
    } finally {
      this.busy = false;
    }
  }
}
