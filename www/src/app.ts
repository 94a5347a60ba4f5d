/**
 * The page as a whole: which page an address shows, inside which frame. What stands on a page is left to it.
 */
import type { AcceptPanel } from "@roster/elements/accept-panel.js";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { Part } from "@roster/elements/parts/element.js";
import "./parts/again.js";
import "./parts/frame.js";
import { languageChoice } from "./parts/language.js";
import "@roster/elements/parts/toasts.js";
import { waiting } from "@roster/elements/parts/waiting.js";
import { router, type Route } from "./state/router.js";
import { session } from "@roster/elements/state/session.js";
import { Watch } from "@roster/elements/state/watch.js";
import { speak, spoken } from "./texts/language.js";
import { t } from "./texts/index.js";

/** Each page is loaded when it is first shown. */
const LOADERS: Readonly<Record<Route["page"], () => Promise<unknown>>> = {
  "sign-in": () => import("./pages/sign-in.js"),
  dashboard: () => import("./pages/dashboard.js"),
  team: () => import("./pages/team.js"),
  plan: () => import("./pages/plan.js"),
  history: () => import("./pages/history.js"),
  images: () => import("./pages/images.js"),
  settings: () => import("./pages/settings.js"),
  join: () => import("./pages/join.js"),
  handover: () => import("./pages/handover.js"),
  project: () => import("./pages/project.js"),
  post: () => import("./pages/post.js"),
  lost: () => import("./pages/lost.js"),
};

/** Pages that stand alone, whoever is signed in. */
const ALONE: ReadonlySet<Route["page"]> = new Set(["sign-in", "join", "handover"]);

@customElement("roster-app")
export class App extends Part {
  @state() private ready: Route["page"] | undefined;
  readonly #watch = new Watch(this, [router, session]);
  readonly #named = (): void => void requestAnimationFrame(() => this.#name());
  /** Waits for the page's heading. */
  #later: MutationObserver | undefined;
  #focused = "";

  override connectedCallback(): void {
    super.connectedCallback();
    spoken.addEventListener("change", this.#named);
    void session.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    spoken.removeEventListener("change", this.#named);
  }

  protected override willUpdate(): void {
    const page = this.#shown().page;
    if (this.ready === page) return;
    LOADERS[page]().then(
      () => (this.ready = page),
      () => location.reload(),
    );
  }

  /** What is shown: sign-in, for pages that need it. */
  #shown(): Route {
    const route = router.route;
    if (session.stage === "out" && !ALONE.has(route.page)) return { page: "sign-in" };
    return route;
  }

  protected override render(): TemplateResult {
    const route = this.#shown();
    if (session.stage === "failed") return this.#failed();
    const alone = ALONE.has(route.page);
    const waits = this.ready !== route.page || session.stage === "loading";
    const page = waits ? html`<div class="page">${waiting(4, t.loading)}</div>` : this.#page(route);
    return html`
      ${alone ? html`<main id="main" class="alone" tabindex="-1">${page}${this.#languages()}</main>` : html`<roster-frame .route=${route} .content=${page}></roster-frame>`}
      <roster-toasts></roster-toasts>
      <roster-again></roster-again>
    `;
  }

  #page(route: Route): TemplateResult {
    switch (route.page) {
      case "sign-in":
        return html`<roster-sign-in></roster-sign-in>`;
      case "dashboard":
        return html`<roster-dashboard></roster-dashboard>`;
      case "team":
        return html`<roster-team .tab=${route.tab}></roster-team>`;
      case "plan":
        return html`<roster-plan></roster-plan>`;
      case "history":
        return html`<roster-history></roster-history>`;
      case "images":
        return html`<roster-images></roster-images>`;
      case "settings":
        return html`<roster-settings></roster-settings>`;
      case "join":
        return html`<roster-join></roster-join>`;
      case "handover":
        return html`<roster-take-over></roster-take-over>`;
      case "project":
        return html`<roster-project .projectId=${route.id}></roster-project>`;
      case "post":
        return html`<roster-post .postId=${route.id}></roster-post>`;
      case "lost":
        return html`<roster-lost></roster-lost>`;
    }
  }

  /** Whoever is not signed in has no Settings: the language is chosen beneath the page. */
  #languages(): TemplateResult | typeof nothing {
    if (session.stage !== "out") return nothing;
    return html`<div class="languages">
      <label class="hidden-text" for="language">${t.settings.language}</label>
      ${languageChoice("language", (wanted) => void speak(wanted))}
    </div>`;
  }

  #failed(): TemplateResult {
    return html`<main class="alone">
      <div class="card narrow stack">
        <h1>${t.failed.title}</h1>
        <p>${t.failed.text}</p>
        <div><button class="primary" @click=${() => location.reload()}>${t.retry}</button></div>
      </div>
    </main>`;
  }

  /** A new page is named in the title, and read out by its heading. */
  protected override updated(_: PropertyValues): void {
    const route = this.#shown();
    const key = `${route.page} ${"id" in route ? route.id : ""}`;
    if (this.ready !== route.page || session.stage === "loading" || this.#focused === key) return;
    const first = this.#focused === "";
    this.#focused = key;
    if (!first) scrollTo(0, 0);
    requestAnimationFrame(() => this.#land(first));
  }

  #land(first: boolean): void {
    this.#later?.disconnect();
    const heading = this.#name();
    if (!heading) this.#landLater(first);
    else if (!first && !this.#focusInside()) heading.focus();
  }

  /** What the page is called is read first. */
  #landLater(first: boolean): void {
    const main = this.querySelector("main");
    if (!main) return;
    this.#later = new MutationObserver(() => this.querySelector("main h1") && this.#land(first || document.activeElement !== document.body));
    this.#later.observe(main, { childList: true, subtree: true });
  }

  /** Whether something on the page has the focus. */
  #focusInside(): boolean {
    const main = this.querySelector("main");
    return main !== null && main !== document.activeElement && main.contains(document.activeElement);
  }

  /** Gives the window the name of the page's heading. */
  #name(): HTMLElement | null {
    const heading = this.querySelector<HTMLElement>("main h1") ?? this.querySelector<AcceptPanel>("main roster-accept-panel")?.heading ?? null;
    const name = heading?.textContent?.trim();
    document.title = name ? `${name} · ${t.product}` : t.product;
    return heading;
  }
}
