/**
 * The fields of a post, for the page that has one and for a new one. Saving is left to the page.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Problem } from "@roster/elements/api/types.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import type { Off } from "@roster/elements/parts/lacking.js";
import { hasImages, postText } from "../../parts/post-text.js";
import { session } from "@roster/elements/state/session.js";
import { problemText, t } from "../../texts/index.js";
import type { ImagePicker } from "./picker.js";

/** Longest title and text that the edge takes. */
const TITLE = 200;
const TEXT = 100_000;

@customElement("roster-post-editor")
export class PostEditor extends Part {
  /** What stands in the fields. */
  @property({ attribute: false }) heading = "";
  @property({ attribute: false }) body = "";
  /** Whether there is something to save. */
  @property({ attribute: false }) dirty = false;
  @property({ attribute: false }) busy = false;
  /** Why it cannot be edited. */
  @property({ attribute: false }) off: Off = {};
  /** What stands in place of its state then. */
  @property({ attribute: false }) note = "";
  @property({ attribute: false }) problem: Problem | undefined;
  /** The project that it is of: its images can be put into it. */
  @property({ attribute: false }) project = "";
  /** Something was typed. */
  @property({ attribute: false }) typed: (title: string, text: string) => void = () => undefined;
  @property({ attribute: false }) save: () => void = () => undefined;

  protected override render(): TemplateResult {
    const { problem } = this;
    const off = this.off.denied !== undefined;
    const ofTitle = problem?.field === "title";
    return html`<form class="editor" novalidate @submit=${this.#submit} @keydown=${this.#keys}>
      <div class="field">
        <label for="post-title">${t.post.title}</label>
        <input id="post-title" class="title" autocomplete="off" maxlength=${TITLE} ?readonly=${off} .value=${this.heading}
          aria-invalid=${ofTitle ? "true" : nothing} aria-describedby="post-problem" @input=${this.#input} />
      </div>
      ${off ? this.#reading() : this.#writing(problem)}
      <p id="post-problem" class="problem" role="alert">${problem ? problemText(problem) : ""}</p>
      <div class="row">
        ${deed({ label: t.post.save, kind: "primary", submit: true, busy: this.busy, ...this.off, run: () => undefined })}
        ${off ? nothing : deed({ label: t.images.insert, icon: "image", run: () => void this.#choose() })}
        <span class="quiet small" role="status">${off ? this.note : this.#state()}</span>
      </div>
      ${!off && hasImages(this.body) ? this.#preview() : nothing}
    </form>
    ${this.project ? html`<roster-image-picker .project=${this.project} .chosen=${this.#insert}></roster-image-picker>` : nothing}`;
  }

  #writing(problem: Problem | undefined): TemplateResult {
    return html`<div class="field">
      <label for="post-text">${t.post.text}</label>
      <textarea id="post-text" maxlength=${TEXT} .value=${this.body}
        aria-invalid=${problem?.field === "text" ? "true" : nothing} aria-describedby="post-problem" @input=${this.#input}
      ></textarea>
    </div>`;
  }

  /** For those who only read it. */
  #reading(): TemplateResult {
    return html`<section class="reading" aria-label=${t.post.text}>${postText(this.body, session.teamId)}</section>`;
  }

  #preview(): TemplateResult {
    return html`<section aria-labelledby="post-preview">
      <h2 id="post-preview" class="quiet small">${t.images.preview}</h2>
      <div class="reading">${postText(this.body, session.teamId)}</div>
    </section>`;
  }

  async #choose(): Promise<void> {
    await import("./picker.js");
    this.querySelector<ImagePicker>("roster-image-picker")?.show();
  }

  /** On a line of its own, where the cursor is. */
  readonly #insert = (line: string): void => {
    const field = this.querySelector<HTMLTextAreaElement>("#post-text");
    if (!field) return;
    const [before, after] = [field.value.slice(0, field.selectionStart), field.value.slice(field.selectionEnd)];
    const lead = before === "" || before.endsWith("\n") ? "" : "\n";
    const tail = after.startsWith("\n") ? "" : "\n";
    field.value = `${before}${lead}${line}${tail}${after}`;
    const end = before.length + lead.length + line.length + 1;
    field.focus();
    field.setSelectionRange(end, end);
    this.#input();
  };

  #state(): string {
    if (this.busy) return t.post.saving;
    return this.dirty ? t.post.unsaved : t.post.saved;
  }

  #input(): void {
    const title = this.querySelector<HTMLInputElement>("#post-title")?.value ?? "";
    const text = this.querySelector<HTMLTextAreaElement>("#post-text")?.value ?? "";
    this.typed(title, text);
  }

  #keys(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    this.#submit(event);
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (this.off.denied === undefined && !this.busy) this.save();
  }
}
