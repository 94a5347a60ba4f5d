/**
 * What the page does for the elements that it is made of: where its places lie, and what it keeps of a session.
 */
import { navigateBy, type Place } from "@roster/elements/state/navigation.js";
import { session } from "@roster/elements/state/session.js";
import { isLanguage, speak } from "../texts/language.js";
import { router } from "./router.js";

const TEAM = "roster.team";

const LINKS: Readonly<Record<Exclude<Place, "code">, string>> = {
  home: "/",
  invite: "/team?tab=invite",
  "sign-in": "/sign-in",
  parked: "/settings",
};

let wasIn = localStorage.getItem(TEAM) !== null;

/** Whether somebody was signed in here before this page was loaded, did not sign out, and is not known yet. */
export function wasSignedIn(): boolean {
  return wasIn;
}

/** A code is given on the way to where one is now. */
function href(place: Place): string {
  if (place !== "code") return LINKS[place];
  return `/sign-in?code=1&then=${encodeURIComponent(location.pathname + location.search)}`;
}

/** Tells the elements. The team that the address names (mails do) comes before the one that was current. */
export function hostElements(): void {
  navigateBy({
    href,
    go: (place, instead) => (instead ? router.replace(href(place)) : router.go(href(place))),
    query: (name) => router.query(name),
    note: (name, value) => router.note(name, value),
  });
  session.host = {
    asksAgain: true,
    async known(me) {
      wasIn = false;
      if (isLanguage(me.language)) await speak(me.language);
    },
    wanted: () => router.query("team") ?? localStorage.getItem(TEAM) ?? undefined,
    entered(team) {
      if (team === undefined) localStorage.removeItem(TEAM);
      else localStorage.setItem(TEAM, team);
    },
  };
}
