/**
 * Addresses to pages, and back. What a page shows at its address is left to the page.
 */

/** A page with what its address says. */
export type Route =
  | { readonly page: "sign-in" | "dashboard" | "plan" | "history" | "images" | "settings" | "join" | "handover" | "lost" }
  | { readonly page: "team"; readonly tab: TeamTab }
  | { readonly page: "project" | "post"; readonly id: string };

/** The tabs of the Team page. */
export type TeamTab = "members" | "invite" | "roles";

const TABS: readonly TeamTab[] = ["members", "invite", "roles"];

const PLAIN: Readonly<Record<string, "sign-in" | "dashboard" | "plan" | "history" | "images" | "settings" | "join" | "handover">> = {
  "/": "dashboard",
  "/sign-in": "sign-in",
  "/plan": "plan",
  "/history": "history",
  "/images": "images",
  "/settings": "settings",
  "/join": "join",
  "/handover": "handover",
};

/** An id as the contract writes it: 64 bits in 13 letters and digits, without `i`, `l`, `o` and `u`. */
const OF_ONE = /^\/(projects|posts)\/([0-9a-f][0-9a-hjkmnp-tv-z]{12})$/;

/** The page of an address. */
export function routeOf(url: URL): Route {
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, "") : url.pathname;
  const plain = PLAIN[path];
  if (plain) return { page: plain };
  if (path === "/team") return { page: "team", tab: TABS.find((tab) => tab === url.searchParams.get("tab")) ?? "members" };
  const [, kind, id] = OF_ONE.exec(path) ?? [];
  if (id !== undefined) return { page: kind === "projects" ? "project" : "post", id };
  return { page: "lost" };
}

/** The router: the present route, and how to go elsewhere. */
export class Router extends EventTarget {
  #route = routeOf(new URL(location.href));

  constructor() {
    super();
    addEventListener("popstate", () => this.#arrive());
    addEventListener("hashchange", () => this.#arrive());
    document.addEventListener("click", (event) => this.#follow(event));
  }

  /** Where we are. */
  get route(): Route {
    return this.#route;
  }

  /** One value of the address's query. */
  query(name: string): string | undefined {
    return new URLSearchParams(location.search).get(name) ?? undefined;
  }

  /** Goes to an address. */
  go(address: string): void {
    if (address !== location.pathname + location.search + location.hash) history.pushState(null, "", address);
    this.#arrive();
  }

  /** Goes to an address in place of this one. */
  replace(address: string): void {
    history.replaceState(null, "", address);
    this.#arrive();
  }

  /** Writes what the page shows into its address, without leaving it. */
  note(name: string, value: string | undefined): void {
    const url = new URL(location.href);
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
    history.replaceState(null, "", url);
  }

  #arrive(): void {
    this.#route = routeOf(new URL(location.href));
    this.dispatchEvent(new Event("change"));
  }

  /** Follows a link of the page's own without loading the page again. */
  #follow(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.target || link.origin !== location.origin || link.hasAttribute("download")) return;
    if (link.pathname.startsWith("/api/") || link.pathname.startsWith("/dev/")) return;
    event.preventDefault();
    this.go(link.pathname + link.search + link.hash);
  }
}

/** The one router. */
export const router = new Router();
