/**
 * Where toasts stand. The person wants to know that it is done, and to take it back at once if it was a mistake.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { problemOf } from "../api/client.js";
import { toasts, type Toast } from "../state/toasts.js";
import { Watch } from "../state/watch.js";
import { problemText, t } from "../texts/index.js";
import { deed } from "./deed.js";
import { Part } from "./element.js";

@customElement("roster-toasts")
export class ToastList extends Part {
  @state() private busy = 0;
  readonly #watch = new Watch(this, [toasts]);

  override connectedCallback(): void {
    super.connectedCallback();
    toasts.places += 1;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    toasts.places -= 1;
  }

  protected override render(): TemplateResult {
    return html`<div class="toasts" role="status" aria-label=${t.toast.region}>
      ${toasts.list.map((toast) => this.#one(toast))}
    </div>`;
  }

  #one(toast: Toast): TemplateResult {
    const { undo } = toast;
    return html`<div class="toast">
      <span>${toast.text}</span>
      ${undo ? deed({ label: t.undo, kind: "link", busy: this.busy === toast.id, run: () => void this.#undo(toast.id, undo) }) : nothing}
      ${deed({ label: t.close, icon: "x", kind: "icon", bare: true, run: () => toasts.close(toast.id) })}
    </div>`;
  }

  async #undo(id: number, undo: () => Promise<void>): Promise<void> {
    this.busy = id;
    try {
      await undo();
      toasts.close(id);
    } catch (error) {
      toasts.close(id);
      toasts.say(problemText(problemOf(error)));
    } finally {
      this.busy = 0;
    }
  }
}
