/**
 * What asking for access says, to who asks and to who answers.
 */
import { list } from "./words.js";

export const asks = {
  asks: {
    ask: "Ask for access",
    askFor: (what: string) => `Ask for access: ${what}`,
    mails: (names: readonly string[], who: string, what: string, where: string) =>
      `${list(names)} will get a mail: “${who} asks for ${what} in ${where}.”`,
    asked: (when: string) => `Asked on ${when}.`,
    declined: (when: string) => `Asked on ${when}. The answer was: not now.`,
    sent: (names: readonly string[]) => (names.length === 0 ? "You asked for access." : `We asked ${list(names)} for you.`),
    title: "Asked for access",
    wants: (who: string, what: string, where: string) => `${who} asks for ${what} in ${where}`,
    give: "Give access",
    giveTo: (who: string, what: string) => `Give access: ${who}, ${what}`,
    notNow: "Not now",
    notNowTo: (who: string, what: string) => `Not now: ${who}, ${what}`,
    given: (who: string, what: string) => `${who} has ${what} now.`,
    refused: (who: string) => `${who} reads “not now” beside what they asked for.`,
    over: "This was answered already, or is needed no more.",
  },
};
