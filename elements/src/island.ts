/**
 * What all elements share that others put into their own pages: a root of their own with our styles, the one
 * connection of the page, and what is said while there is nothing to show.
 */
import { LitElement, html, nothing, type CSSResultGroup, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { deed } from "./parts/deed.js";
import { tell } from "./parts/tell.js";
import { keepFocus } from "./parts/focus.js";
import { waiting } from "./parts/waiting.js";
import { navigation } from "./state/navigation.js";
import { session } from "./state/session.js";
import { attributesSay, begin } from "./state/settings.js";
import { Watch } from "./state/watch.js";
import { sheet } from "./styles/sheet.js";
import { spoken, t } from "./texts/language.js";

/** An element that stands alone. One team is current on a page: all elements there show the same one. */
export abstract class Island extends LitElement {
  static override readonly styles: CSSResultGroup = sheet;
  /** The team's id. Without it, the first of one's teams. */
  @property() team = "";
  /** What stands before `/api/v1`: a path of the page's own host. */
  @property() base = "";
  /** `en` or `ru`. Without it, that of `<html lang>`, else the browser's. */
  @property() language = "";
  readonly #watch = new Watch(this, [session, spoken]);

  override connectedCallback(): void {
    super.connectedCallback();
    attributesSay(this);
    void begin();
  }

  protected override performUpdate(): void {
    super.performUpdate();
    keepFocus(this);
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const again = ["team", "base", "language"].some((name) => changed.has(name));
    if (again) attributesSay(this);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!t) return nothing;
    return this.around() ?? this.content();
  }

  /** What is shown in place of the content; nothing: the content. */
  protected around(): TemplateResult | undefined {
    if (session.stage === "loading") return waiting(2, t.loading);
    if (session.stage === "failed") return this.#failed();
    if (session.stage === "out") return this.#out();
    return session.access ? undefined : html`<p class="empty" part="empty">${t.around.noTeam}</p>`;
  }

  /** What the element is for. */
  protected abstract content(): TemplateResult | typeof nothing;

  /** Tells the page around of something that happened here. */
  protected tell<T>(name: string, detail: T): void {
    tell(this, name, detail);
  }

  /** The first element of the root that a selector finds. */
  protected find<E extends Element>(selector: string): E | null {
    return this.renderRoot.querySelector<E>(selector);
  }

  #out(): TemplateResult {
    const href = navigation.href("sign-in");
    return html`<slot name="signed-out"
      ><div class="empty" part="empty">
        <p>${t.around.signedOut}</p>
        ${href === undefined ? nothing : html`<a class="button primary" part="button" href=${href}>${t.around.signIn}</a>`}
      </div></slot
    >`;
  }

  #failed(): TemplateResult {
    return html`<div class="empty" part="empty">
      <p role="alert">${t.around.failed}</p>
      ${deed({ label: t.retry, run: () => void session.load() })}
    </div>`;
  }
}
