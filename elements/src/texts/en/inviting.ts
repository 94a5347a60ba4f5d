/**
 * What is said about many invitations, and editing what waits, in English.
 */
import { count } from "./words.js";

export const inviting = {
  many: {
    importCsv: "Import CSV",
    removeCsv: "Remove file",
    csvHint: "Up to 1,000 rows, with a column for the address and, if you like, one for the role.",
    read: (rows: number, file: string, dropped: number) =>
      `${count(rows, "row", "rows")} from ${file}${dropped > 0 ? `; ${dropped} more were left out, since one import takes 1,000` : ""}`,
    empty: (file: string) => `${file} has no addresses that Roster can read.`,
    tooBig: "This file is too large for a list of addresses.",
    preview: "Preview",
    goes: (goes: number, all: number) => `${goes} of ${all} will be invited`,
    address: "Address",
    role: "Role",
    says: "What happens",
    costs: "Seat",
    malformed: "This is not a whole e-mail address.",
    duplicate: "Twice in this list",
    wrongRole: (role: string) => `No role is called "${role}"`,
    notHeld: "You do not hold this role yourself",
    member: "Already in the team",
    joins: "In the team already: added to the projects at once",
    pending: "Invited already: will be changed",
    fresh: "Will be invited",
    checking: "Looking…",
    noSeat: "No new seat",
    freeSeat: "A free seat",
    seat: "An editor seat",
    more: (price: string) => `+${price} a month`,
    beyond: (price: string) => `+${price} a month, beyond what is allowed`,
    total: (difference: string, total: string) => `+${difference} a month once all have accepted, ${total} in all.`,
    totalFree: "No extra cost: none of these takes an editor seat.",
    allow: (cap: number, total: string) => `Allow ${count(cap, "paid seat", "paid seats")}, for up to ${total} a month`,
    allowHint: "Without this, rows that need more seats than are allowed now are refused, each with its reason.",
    noneGoes: "Nobody in this list can be invited.",
    oneAtATime: "Another list is still on its way. Finish it or drop it first.",

    title: "Invitations on their way",
    became: "What became of it",
    leave: "You can look at other pages meanwhile. If you close this one, what is left waits here for you, in this browser, for a day.",
    left: (left: number) => `${count(left, "row has", "rows have")} not gone out yet. Going on repeats nothing.`,
    over: (good: number, bad: number) => (bad === 0 ? `All ${good} went well.` : `${good} went well, ${bad} did not.`),
    goOn: "Go on",
    again: "Try the failed again",
    done: "Done",
    drop: "Drop the rest",
    fates: {
      waiting: "Waiting",
      sent: "Invited",
      later: (when: string) => `Invited; the mail goes out ${when}`,
      included: "In the team already: added at once",
      seatsFull: "No editor seat is free. Allow more paid seats in Plan, then try again.",
    },
  },

  editPending: {
    title: (whom: string) => `What the invitation of ${whom} gives`,
    edit: "Edit access",
    note: "The mail that was sent stays good. It gives what stands here from now on.",
    save: "Save access",
    saved: (whom: string) => `The invitation of ${whom} is changed.`,
    undelivered: "The mail could not be delivered. Check the address, or send it again.",
    colleague: "Invited by name",
  },

  joiners: {
    show: "Who came by it",
    none: "Nobody came by this link so far.",
    came: (name: string, when: string) => `${name}, ${when}`,
    left: (name: string, when: string) => `${name} (left), ${when}`,
    most: "The 50 latest are shown.",
    badUses: "Fill in a whole number, 1 or more, or leave it empty.",
  },
};
