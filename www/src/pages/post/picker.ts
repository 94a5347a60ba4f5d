/**
 * The person wants to put an image of the library into the post.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { LibraryImage } from "@roster/elements/api/types.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { goOn } from "@roster/elements/parts/focus.js";
import { modal } from "@roster/elements/parts/modal.js";
import { imageLine } from "../../parts/post-text.js";
import { waiting } from "@roster/elements/parts/waiting.js";
import { session } from "@roster/elements/state/session.js";
import { problemText, t } from "../../texts/index.js";
import { choice } from "../images/tile.js";

@customElement("roster-image-picker")
export class ImagePicker extends Part {
  /** The post's project: its images and the whole team's are offered. */
  @property({ attribute: false }) project = "";
  /** An image was chosen: the line that stands for it. */
  @property({ attribute: false }) chosen: (line: string) => void = () => undefined;
  @state() private open = false;
  @state() private images: readonly LibraryImage[] | undefined;
  @state() private next: string | undefined;
  @state() private busy = false;
  @state() private problem = "";
  #picked: string | undefined;

  /** Offers the images that there are now. */
  show(): void {
    this.open = true;
    this.images = undefined;
    void this.#load();
  }

  async #load(after?: string): Promise<void> {
    this.busy = after !== undefined;
    try {
      const page = await call("get", "/api/v1/teams/{team}/images", { path: { team: session.teamId }, query: { after } });
      const fitting = page.images.filter((image) => image.project == null || image.project === this.project);
      this.images = after === undefined ? fitting : [...(this.images ?? []), ...fitting];
      this.next = page.next ?? undefined;
      this.problem = "";
    } catch (error) {
      this.problem = problemText(problemOf(error));
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    return modal({ label: t.images.choose, open: this.open, wide: true, closed: () => this.#closed(), body: this.open ? this.#body() : nothing });
  }

  /** The dialog gives the focus back first; what was chosen takes it then to where it stands. */
  #closed(): void {
    this.open = false;
    const line = this.#picked;
    this.#picked = undefined;
    if (line !== undefined) this.chosen(line);
  }

  #body(): TemplateResult {
    const { images } = this;
    if (this.problem) return html`<p class="problem" role="alert">${this.problem}</p>`;
    if (!images) return waiting(3, t.loading);
    if (images.length === 0 && !this.next) {
      return html`<div class="empty"><p>${t.images.chooseEmpty}</p><a class="button" href="/images?project=${this.project}">${t.images.toLibrary}</a></div>`;
    }
    const pick = (image: LibraryImage): void => {
      this.open = false;
      this.#picked = imageLine(image.id, image.name);
    };
    return html`<ul class="tiles picking">
        ${images.map((image) => choice(session.teamId, image, () => pick(image)))}
      </ul>
      ${this.next ? html`<p class="row more">${deed({ label: t.more, busy: this.busy, run: () => void goOn(this, ".tiles > li", () => this.#load(this.next)) })}</p>` : nothing}`;
  }
}
