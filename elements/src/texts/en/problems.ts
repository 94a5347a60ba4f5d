/**
 * Problems as sentences in English, where the request or the machine is at fault.
 */
import { count } from "./words.js";

export const problem = {
  seatsFull: (cap: number, total: string) =>
    `No editor seat is free. It needs ${count(cap, "paid seat", "paid seats")}, ${total} a month once all are taken.`,
  seatsInUse: (taken: number, reserved: number, limit: number) =>
    `${count(taken, "seat is", "seats are")} taken and ${reserved} reserved; this would leave ${limit}. Free ${taken + reserved - limit} first.`,
  wrongPerson: (address: string) => `This invitation is for ${address}.`,
  wrongDomain: (domain: string) => `This link is for addresses at ${domain} only.`,
  again: (code: string, when: string) =>
    code === "declined" ? `They declined. You can invite them again from ${when}.` : `That was too often. Again from ${when}.`,
  codes: {
    already_offered: "This project is offered to somebody already. Withdraw that offer first.",
    offline: "Nothing came back. Check your connection and try again; what you typed is kept.",
    broken: "Something broke on our side. Nothing was changed. Try again in a moment.",
    busy: "There is a lot going on right now. Try again in a moment.",
    too_many_requests: "That was a lot at once. Wait a moment and try again.",
    address_malformed: "This is not a whole e-mail address.",
    address_not_ascii: "The part before the @ can have plain Latin letters and digits only.",
    bad_value: "This cannot be right. Check it once more.",
    bad_token: "This link is not whole. Copy all of it from the mail, or ask for a new one.",
    not_found: "This is not here, or not for you.",
    foreign_origin: "Your browser did not say that this came from this page. Load the page again.",
    changed: "Somebody else changed this in the meantime. What you typed is still here.",
  } as Readonly<Record<string, string>>,
  /** By the field that is wrong, where whoever uses the elements says more. */
  fields: {} as Readonly<Record<string, string>>,
};
