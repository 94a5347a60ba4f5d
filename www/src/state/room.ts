/**
 * The room that this page is in: that of the project which is shown, else that of the team. It says what one does here,
 * and follows somebody else. What is drawn of it is left to `parts/present.ts`.
 */
import type { Team } from "@roster/access";
import type { Doing, Live, Present } from "@roster/access/live";
import { session } from "@roster/elements/state/session.js";
import { router } from "./router.js";

/** Which part of a post each field is. */
const PARTS: Readonly<Record<string, "title" | "text">> = { "post-title": "title", "post-text": "text" };
/** What one does oneself ends following: these, and going elsewhere. */
const OWN_ACTIONS = ["wheel", "touchmove", "pointerdown", "keydown"] as const;
/** Keys that only move the focus, so that "Stop following" can be reached. */
const NEUTRAL = new Set(["Tab", "Shift", "Control", "Alt", "Meta"]);
const SCROLL_END = 1_000;

/** The room. */
export class Room extends EventTarget {
  #live: Live | undefined;
  /** Of which connection to the team it is, and of which project. */
  #of: readonly [Team | undefined, string | undefined] = [undefined, undefined];
  #project: string | undefined;
  #following: string | undefined;
  /** Where following led, so that going elsewhere by oneself is told from it. */
  #led = "";
  readonly #grown = new ResizeObserver(() => this.#scrollAlong());
  readonly #act = (event: Event): void => this.#acted(event);
  readonly #say = (): void => this.#live?.say(this.#doing());

  /** Begins to look where one is. */
  begin(): void {
    session.addEventListener("change", () => this.#enter());
    router.addEventListener("change", () => this.#moved());
    this.#enter();
    for (const event of ["focusin", "focusout", "visibilitychange"]) document.addEventListener(event, () => queueMicrotask(this.#say));
    addEventListener("scroll", () => this.#isFollowed() && this.#say(), { passive: true });
  }

  /** The page of a project, or of something in it, is shown; `undefined`: none any more. */
  show(project: string | undefined): void {
    this.#project = project;
    this.#enter();
  }

  /** A page of a project is shown no more; one of the same project may be next. */
  leave(): void {
    if (router.route.page !== "project" && router.route.page !== "post") this.show(undefined);
  }

  /** The project that is shown. */
  get project(): string | undefined {
    return this.#project;
  }

  /** The others who are there, in the order of their coming. */
  get others(): readonly Present[] {
    return (this.#live?.people ?? []).filter((one) => one.id !== session.me?.id);
  }

  /** Whom one follows. */
  get followed(): Present | undefined {
    return this.others.find((one) => one.id === this.#following);
  }

  /** Follows somebody; who follows somebody else leads to that one. The answer says who follows oneself, which ends it. */
  follow(id: string): Present | undefined {
    const clicked = this.others.find((one) => one.id === id);
    const leader = this.#leader(clicked);
    if (!leader) return clicked;
    this.#following = leader.id;
    for (const event of OWN_ACTIONS) addEventListener(event, this.#act, { capture: true, passive: true });
    this.#grown.observe(document.body);
    this.#say();
    this.#goAlong();
    this.#tell();
    return undefined;
  }

  /** Follows nobody any more. */
  stop(): void {
    if (this.#following === undefined) return;
    this.#following = undefined;
    for (const event of OWN_ACTIONS) removeEventListener(event, this.#act, { capture: true });
    this.#grown.disconnect();
    this.#say();
    this.#tell();
  }

  /** The first of a row of followers; nobody, if that is oneself. */
  #leader(of: Present | undefined): Present | undefined {
    const seen = new Set<string>();
    let leader = of;
    while (leader?.doing.following != null && !seen.has(leader.id)) {
      const next: string = leader.doing.following;
      if (next === session.me?.id) return undefined;
      seen.add(leader.id);
      leader = this.others.find((one) => one.id === next) ?? leader;
      if (leader.id !== next) break;
    }
    return leader;
  }

  #enter(): void {
    const [team, project] = [session.rules, this.#project];
    if (this.#of[0] === team && (!team || this.#of[1] === project)) return;
    const of = (this.#of = [team, project] as const);
    this.#live?.close();
    this.#live = undefined;
    this.stop();
    this.#tell();
    if (!team) return;
    void import("@roster/access/live").then(({ Live }) => {
      if (of === this.#of) this.#hear(new Live(team, project));
    });
  }

  #hear(live: Live): void {
    this.#live = live;
    live.addEventListener("change", () => this.#changed());
    live.addEventListener("scrolled", (event) => {
      const { id, scroll } = (event as CustomEvent<{ id: string; scroll: number }>).detail;
      if (id === this.#following) scrollTo({ top: (scroll / SCROLL_END) * room(), behavior: "instant" });
    });
    this.#say();
  }

  #changed(): void {
    const { followed } = this;
    // Two who click on each other at once: one of them goes on.
    if (this.#following !== undefined && (!followed || this.#crossed(followed))) this.stop();
    else if (followed) this.#goAlong();
    if (this.#isFollowed()) this.#say();
    this.#tell();
  }

  #crossed(followed: Present): boolean {
    const me = session.me?.id ?? "";
    return followed.doing.following === me && me > followed.id;
  }

  #isFollowed(): boolean {
    return this.others.some((one) => one.doing.following === session.me?.id);
  }

  /** Goes where the followed one is. */
  #goAlong(): void {
    const { followed } = this;
    if (!followed || this.#project === undefined) return;
    const { post } = followed.doing;
    this.#led = post ? `/posts/${post}` : `/projects/${this.#project}`;
    if (location.pathname !== this.#led) router.go(this.#led);
    this.#scrollAlong();
  }

  #scrollAlong(): void {
    const { followed } = this;
    if (followed && location.pathname === this.#led) scrollTo({ top: (followed.doing.scroll / SCROLL_END) * room(), behavior: "instant" });
  }

  #moved(): void {
    if (this.#following !== undefined && location.pathname !== this.#led) this.stop();
    this.#say();
  }

  /** Whoever does something themselves follows no more, but by the signs of those present. */
  #acted(event: Event): void {
    if (event instanceof KeyboardEvent && NEUTRAL.has(event.key)) return;
    const onSigns = event.composedPath().some((node) => node instanceof Element && node.matches(".present, .following"));
    const chooses = onSigns && !(event instanceof KeyboardEvent && event.key === "Escape");
    if (!chooses) this.stop();
  }

  #doing(): Doing {
    const { route } = router;
    const post = route.page === "post" ? route.id : undefined;
    const part = partUnderHand();
    const act = document.visibilityState === "hidden" ? "away" : part ? "editing" : "reading";
    const scroll = room() > 0 ? Math.round((Math.max(scrollY, 0) / room()) * SCROLL_END) : 0;
    return {
      act,
      scroll: Math.min(scroll, SCROLL_END),
      ...(post ? { post } : {}),
      ...(post && part ? { part } : {}),
      ...(this.#following === undefined ? {} : { following: this.#following }),
    };
  }

  #tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** How far this page can be scrolled. */
function room(): number {
  return document.documentElement.scrollHeight - innerHeight;
}

function partUnderHand(): "title" | "text" | undefined {
  const field = document.activeElement;
  const writes = (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && !field.readOnly;
  return writes ? PARTS[field.id] : undefined;
}

/** The one room. */
export const here = new Room();
