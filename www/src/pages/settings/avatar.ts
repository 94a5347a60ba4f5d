/**
 * How do I look to the others? The person picks a picture, sees it as small as it will stand beside their name, and saves
 * it, or takes it away again.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, problemOf, reached } from "@roster/elements/api/client.js";
import type { Problem } from "@roster/elements/api/types.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { moment } from "@roster/elements/parts/format.js";
import { avatar, sign } from "@roster/elements/parts/person.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { problemText, t } from "../../texts/index.js";
import { ACCEPTED, Unfit } from "../images/prepare.js";
import { put } from "../images/put.js";
import { address, portrait } from "./portrait.js";

/** A picture that is not saved yet. */
interface Draft {
  readonly picture: Blob;
  readonly shown: string;
}

@customElement("roster-own-avatar")
export class OwnAvatar extends Part {
  @state() private draft: Draft | undefined;
  @state() private busy: "" | "reading" | "saving" | "removing" = "";
  @state() private over = false;
  @state() private problem: Unfit["why"] | Problem | undefined;
  @query("input[type=file]") private readonly chooser!: HTMLInputElement;
  readonly #watch = new Watch(this, [session]);
  /** Grows with each file, so that only the last one counts. */
  #taken = 0;
  /** The way back to the picture that was removed. */
  #undo: (() => Promise<void>) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("paste", this.#paste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("paste", this.#paste);
  }

  protected override render(): TemplateResult {
    const { me } = session;
    if (!me) return html``;
    const { draft } = this;
    const shown = draft ? sign(me, draft.shown) : avatar(me);
    return html`<div class="field portrait ${this.over ? "over" : ""}" role="group" aria-labelledby="portrait" aria-describedby="portrait-note"
      @dragover=${this.#drag} @dragleave=${() => (this.over = false)} @drop=${this.#drop}>
      <span class="label" id="portrait">${t.avatar.title}</span>
      <div class="row">
        <span class="large">${shown}</span>
        ${draft ? shown : nothing}
        <div class="row">${draft ? this.#saving(draft) : this.#choosing(me.avatar ?? undefined)}</div>
      </div>
      <input type="file" hidden accept=${ACCEPTED} @change=${this.#chosen} />
      <span class="hint" id="portrait-note">${draft ? t.avatar.preview : t.avatar.note}</span>
      <p class="problem" role="alert">${this.#trouble()}</p>
    </div>`;
  }

  #choosing(shown: string | undefined): TemplateResult {
    const choose = deed({ label: shown ? t.avatar.replace : t.avatar.choose, icon: "image", busy: this.busy === "reading", run: () => this.chooser.click() });
    if (!shown) return choose;
    return html`${choose} ${deed({ label: t.avatar.remove, busy: this.busy === "removing", run: () => void this.#remove(shown) })}`;
  }

  /** Once it is on its way, it is neither taken back nor swapped: what one sees is what is saved. */
  #saving(draft: Draft): TemplateResult {
    const denied = this.busy === "saving" ? t.avatar.saving : undefined;
    return html`${deed({ label: t.avatar.save, kind: "primary", busy: this.busy === "saving", run: () => void this.#save(draft) })}
    ${deed({ label: t.avatar.other, denied, busy: this.busy === "reading", run: () => this.chooser.click() })}
    ${deed({ label: t.cancel, denied, run: () => this.#leave() })}`;
  }

  #trouble(): string {
    const { problem } = this;
    if (problem === undefined) return "";
    if (typeof problem !== "string") return problem.code === "too_often" && problem.retryAt != null ? t.avatar.tooOften(moment(problem.retryAt)) : problemText(problem);
    return problem === "tooLarge" ? t.avatar.tooLarge : t.images[problem];
  }

  /** What cannot be taken leaves all as it was. */
  async #take(file: Blob | undefined): Promise<void> {
    if (!file || this.busy === "saving") return;
    const turn = (this.#taken += 1);
    this.busy = "reading";
    this.problem = undefined;
    try {
      const picture = await portrait(file);
      const draft = { picture, shown: await address(picture) };
      if (turn !== this.#taken) return;
      this.draft = draft;
      this.#focus();
    } catch (error) {
      if (turn === this.#taken) this.problem = error instanceof Unfit ? error.why : problemOf(error);
    } finally {
      if (turn === this.#taken) this.busy = "";
    }
  }

  async #save({ picture }: Draft): Promise<void> {
    if (await this.#run("saving", () => send(picture))) {
      for (const { id, undo } of toasts.list) if (undo && undo === this.#undo) toasts.close(id);
      toasts.say(t.settings.saved);
      this.#leave();
    }
  }

  /** It can be undone by sending it again: for that, it is fetched before it is gone. */
  async #remove(shown: string): Promise<void> {
    let picture: Blob | undefined;
    const done = await this.#run("removing", async () => {
      picture = await fetched(shown);
      await call("delete", "/api/v1/me/avatar");
      await session.reread();
    });
    if (!done) return;
    const kept = picture;
    this.#undo = kept && (() => this.#back(kept));
    toasts.say(t.avatar.removed, this.#undo);
    this.#focus();
  }

  /** A picture that was saved since, here or elsewhere, stays. */
  async #back(kept: Blob): Promise<void> {
    await session.reread();
    if (this.busy === "saving" || session.me?.avatar) return;
    await send(kept);
    this.#focus();
  }

  async #run(busy: "saving" | "removing", run: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false;
    this.busy = busy;
    this.problem = undefined;
    try {
      await run();
      return true;
    } catch (error) {
      this.problem = problemOf(error);
      return false;
    } finally {
      this.busy = "";
    }
  }

  #leave(): void {
    this.draft = undefined;
    this.problem = undefined;
    this.#taken += 1;
    this.#focus();
  }

  /** The buttons changed: on to the first of them. */
  #focus(): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>("button")?.focus());
  }

  #chosen(): void {
    void this.#take(this.chooser.files?.[0]);
    this.chooser.value = "";
  }

  #drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.over = true;
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    void this.#take(event.dataTransfer?.files[0]);
  }

  readonly #paste = (event: ClipboardEvent): void => {
    const [file] = event.clipboardData?.files ?? [];
    if (!file || writes(event) || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    void this.#take(file);
  };
}

/** A field takes the text that stands beside a copied picture: this is not ours. */
function writes(event: Event): boolean {
  const [place] = event.composedPath();
  return place instanceof Element && place.closest("input, textarea, [contenteditable]") !== null;
}

async function send(picture: Blob): Promise<void> {
  await put(`${reached()}/api/v1/me/avatar`, picture);
  await session.reread();
}

/** The picture that stands now; nothing, when it cannot be had: then there is no way back to it. */
async function fetched(shown: string): Promise<Blob | undefined> {
  try {
    const answer = await fetch(`${reached()}/api/v1/me/avatar/${shown}`);
    return answer.ok ? await answer.blob() : undefined;
  } catch {
    return undefined;
  }
}
