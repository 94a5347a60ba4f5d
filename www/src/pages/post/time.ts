/**
 * The dialog that says when a post should go out. It publishes nothing.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { Post } from "@roster/elements/api/types.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { moment, momentField } from "@roster/elements/parts/format.js";
import { modal } from "@roster/elements/parts/modal.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { problemText, t } from "../../texts/index.js";

@customElement("roster-post-time")
export class PostTime extends Part {
  @property({ attribute: false }) post!: Post;
  /** Reads the post again. */
  @property({ attribute: false }) done: () => Promise<void> = async () => undefined;
  @state() private open = true;
  @state() private busy = false;
  @state() private problem = "";

  protected override render(): TemplateResult {
    const body = html`<form class="stack" novalidate @submit=${this.#submit}>
        <p>${t.post.timeText}</p>
        <div class="field">
          <label for="post-time">${t.post.timeField}</label>
          <input id="post-time" type="datetime-local" autofocus .value=${momentField(this.post.plannedAt)}
            min=${momentField(Date.now())} aria-invalid=${this.problem ? "true" : nothing} aria-describedby="time-problem" />
        </div>
        <p id="time-problem" class="problem" role="alert">${this.problem}</p>
        <div class="row end">
          ${this.post.plannedAt == null ? nothing : deed({ label: t.post.timeClear, kind: "plain", run: () => void this.#set(undefined) })}
          ${deed({ label: t.cancel, run: () => (this.open = false) })}
          ${deed({ label: t.post.timeSave, kind: "primary", submit: true, busy: this.busy, run: () => undefined })}
        </div>
      </form>`;
    return modal({ label: t.post.timeTitle, open: this.open, closed: () => this.#closed(), body });
  }

  #closed(): void {
    this.open = false;
    this.dispatchEvent(new Event("closed"));
  }

  #submit(event: Event): void {
    event.preventDefault();
    const at = new Date(this.querySelector<HTMLInputElement>("#post-time")?.value ?? "").getTime();
    if (Number.isNaN(at)) this.problem = t.post.timeNeeded;
    else void this.#set(at);
  }

  async #set(at: number | undefined): Promise<void> {
    if (this.busy) return;
    const { id, version } = this.post;
    const body = at === undefined ? { version } : { version, at };
    this.busy = true;
    this.problem = "";
    try {
      await call("put", "/api/v1/teams/{team}/posts/{post}/time", { path: { team: session.teamId, post: id }, body });
      toasts.say(at === undefined ? t.post.timeCleared : t.post.timeSaved(moment(at)));
      await this.done();
      this.open = false;
    } catch (error) {
      const problem = problemOf(error);
      this.problem = problem.code === "bad_end" ? t.post.timePast : problemText(problem);
      if (problem.code === "changed") await this.done();
    } finally {
      this.busy = false;
    }
  }
}
