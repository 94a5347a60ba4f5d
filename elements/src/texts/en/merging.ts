/**
 * What merging means, said before the click, while it lasts, and to the owner who chooses it.
 */
import { count } from "./words.js";

export const merging = {
  merging: {
    title: "What happens to your own projects",
    lead: (team: string) => `${team} merges accounts: yours becomes part of it. While you are in ${team} you cannot open the teams that you own, or make new ones. These are put away:`,
    nothing: (team: string) => `${team} merges accounts: while you are in it, you cannot have teams of your own. You own none now, so nothing is put away.`,
    later: (team: string) => `${team} merges accounts. Once you are signed in, this page says what happens to your own projects, before you accept.`,
    empty: "no projects yet",
    more: (projects: number) => `${projects} more`,
    alone: "Nobody else is in it.",
    others: (people: number) =>
      `${count(people, "other person goes", "other people go")} on working there. What only you can do there waits, and its paid seats cannot grow.`,
    back: "All of it comes back when you leave, when you are removed, or when your access ends.",
    look: "Look at invitation",
    changed: "This changed while you were reading. Look at it once more, then decide.",
    elsewhere: (team: string) => `Your account is merged into ${team}. Leave it first, then come back to this page.`,
    toParked: "Go to your parked projects",

    parked: "Parked projects",
    parkedLead: (team: string) => `Your account is part of ${team}. Until you leave it, these are out of your reach:`,
    parkedNothing: (team: string) => `Your account is part of ${team}. You own no team, so nothing is parked; while you are in ${team} you cannot make one.`,
    leaveBack: (team: string) => `Leave ${team} and get them back`,
    leave: (team: string) => `Leave ${team}`,
    leaveTitle: (team: string) => `Leave ${team}?`,
    leaveText: (team: string) => `You lose your access to ${team} at once, and your own teams open again. To come back, somebody there has to invite you.`,
    left: (team: string) => `You left ${team}. What is yours is back.`,

    mode: "When people accept",
    modes: {
      side_by_side: { label: "Side by side", line: "They keep what they own, beside this team. Right for most teams." },
      merge: {
        label: "Merge accounts",
        line: "Their account becomes part of this team. The teams that they own are out of their reach until they leave or are removed. The accept page tells them so, by name, before they click.",
      },
    },
    note: "A change holds for those who accept from now on. Nobody who is in the team already is merged or let go.",
    save: "Save join mode",
    saved: "Saved. It holds from the next acceptance on.",
  },
};
