/**
 * The app around the elements: where its places lie, and how one gets there. The elements know no router: whoever uses
 * them says where things are, and may take over every step.
 */

/** Somewhere in the app around that an element leads to. */
export type Place =
  /** Where one begins, once nothing is left to do here. */
  | "home"
  /** Where people are invited, with all that belongs to it. */
  | "invite"
  /** Where one signs in. */
  | "sign-in"
  /** Where one proves by a mailed code that it is oneself, before something grave. */
  | "code"
  /** Where what one owned before an account was merged is listed. */
  | "parked";

/** What `roster-navigate` says. */
export interface Step {
  readonly place: Place;
  /** The address that the app gave for it. */
  readonly href: string | undefined;
}

/** What the app around can do for the elements. */
export interface Navigation {
  /** The address of a place; nothing: the app has none. */
  href(place: Place): string | undefined;
  /** Goes there; `instead`: and not back by the browser's button. */
  go(place: Place, instead?: boolean): void;
  /** What the address says under a name, for what is worth keeping over a reload. */
  query(name: string): string | undefined;
  /** Writes it there. */
  note(name: string, value: string | undefined): void;
}

/** Where the app's places lie. */
export type Links = Partial<Readonly<Record<Place, string>>>;

/** Links, and otherwise nothing of the address is read or written. */
export function byLinks(links: Links): Navigation {
  const href = (place: Place): string | undefined => links[place];
  return {
    href,
    go(place, instead = false) {
      const address = href(place);
      const step = new CustomEvent<Step>("roster-navigate", { detail: { place, href: address }, cancelable: true });
      if (!window.dispatchEvent(step) || address === undefined) return;
      if (instead) location.replace(address);
      else location.assign(address);
    },
    query: () => undefined,
    note: () => undefined,
  };
}

/** How one gets about. */
export let navigation: Navigation = byLinks({});

/** Takes the app's own way. */
export function navigateBy(way: Navigation): void {
  navigation = way;
}
