/**
 * Joining and counting words in English.
 */
const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });
const OR = new Intl.ListFormat("en-GB", { type: "disjunction" });
const NUMBER = new Intl.NumberFormat("en");
const RULES = new Intl.PluralRules("en");

/** "a, b and c", or "a, b or c". */
export const list = (parts: readonly string[], word: "and" | "or" = "and"): string => (word === "and" ? AND : OR).format(parts);

/** "1 seat", "2 seats". */
export const count = (number: number, one: string, many: string): string =>
  `${NUMBER.format(number)} ${RULES.select(number) === "one" ? one : many}`;
