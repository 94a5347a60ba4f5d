/**
 * The steps of a post: each button stands, and one that is off says why. Which may be taken is core's to say.
 */
import type { PostDeed, PostDenials } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { Post, Problem } from "@roster/elements/api/types.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { deed, type Deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { lacking, lackOf, type Lack } from "@roster/elements/parts/lacking.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { problemText, t } from "../../texts/index.js";
import { stageName } from "./row.js";
import "./time.js";

const PATHS = {
  review: "/api/v1/teams/{team}/posts/{post}/review",
  approve: "/api/v1/teams/{team}/posts/{post}/approve",
  return: "/api/v1/teams/{team}/posts/{post}/return",
  publish: "/api/v1/teams/{team}/posts/{post}/publish",
} as const;

type Step = keyof typeof PATHS;

/** What a post is after a step, for the toast. */
const THEN: Readonly<Record<Step, string>> = { review: "in_review", approve: "approved", return: "draft", publish: "published" };

@customElement("roster-post-actions")
export class PostActions extends Part {
  @property({ attribute: false }) post!: Post;
  @property({ attribute: false }) denials: PostDenials = {};
  /** Whether something typed is not saved. */
  @property({ attribute: false }) dirty = false;
  /** Reads the post again. */
  @property({ attribute: false }) done: () => Promise<void> = async () => undefined;
  @state() private busy: Step | undefined;
  @state() private timing = false;
  @state() private problem: Problem | undefined;
  @query("roster-ask") private readonly ask!: Ask;

  protected override render(): TemplateResult {
    return html`<div class="row steps" role="group" aria-label=${t.post.actions}>
        ${this.#step("review", t.post.review, { icon: "send" })} ${this.#step("approve", t.post.approve, { icon: "check" })}
        ${this.#step("return", t.post.return, { icon: "undo" })}
        ${deed({ label: t.post.time, icon: "clock", denied: this.#why("time"), lacks: this.#lack("time"), run: () => (this.timing = true) })}
        ${this.#step("publish", t.post.publish, { kind: "primary" })}
      </div>
      <p class="problem" role="alert">${this.problem ? html`${problemText(this.problem)}${lacking(lackOf(this.problem))}` : nothing}</p>
      ${this.timing
        ? html`<roster-post-time .post=${this.post} .done=${this.done} @closed=${() => (this.timing = false)}></roster-post-time>`
        : nothing}
      <roster-ask></roster-ask>`;
  }

  #step(step: Step, label: string, look: Partial<Deed>): TemplateResult {
    const run = (): void => (step === "publish" ? this.#confirm() : void this.#take(step).catch(() => undefined));
    return deed({ ...look, label, denied: this.#why(step), lacks: this.#lack(step), busy: this.busy === step, run });
  }

  /** Why not, in a sentence; nothing: one can. */
  #why(step: PostDeed): string | undefined {
    const denial = this.denials[step];
    if (denial?.code === "wrong_stage") return t.post.wrongStage(stageName(this.post.stage));
    if (denial) return denial.text;
    return this.dirty ? t.post.unsavedFirst : undefined;
  }

  /** What could be asked for, to be able to. */
  #lack(step: PostDeed): Lack | undefined {
    const denial = this.denials[step];
    if (denial?.code !== "missing_permission" || !denial.missing) return undefined;
    return { permission: denial.missing, project: this.post.project };
  }

  #confirm(): void {
    const { publishTitle, publishText, publishYes } = t.post;
    this.ask.ask({ title: publishTitle, text: publishText, yes: publishYes, run: () => this.#take("publish") });
  }

  async #take(step: Step): Promise<void> {
    if (this.busy) return;
    const { id, version } = this.post;
    this.busy = step;
    this.problem = undefined;
    try {
      await call("post", PATHS[step], { path: { team: session.teamId, post: id }, body: { version } });
      toasts.say(step === "publish" ? t.post.published : t.post.moved(stageName(THEN[step])));
      await this.done();
    } catch (error) {
      const problem = problemOf(error);
      this.problem = problem;
      if (problem.status === 403) await session.refresh();
      if (problem.status < 500 && problem.status !== 0) await this.done();
      throw error;
    } finally {
      this.busy = undefined;
    }
  }
}
