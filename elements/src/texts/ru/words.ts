/**
 * Joining and counting words in Russian.
 */
const AND = new Intl.ListFormat("ru", { type: "conjunction" });
const OR = new Intl.ListFormat("ru", { type: "disjunction" });
const NUMBER = new Intl.NumberFormat("ru");
const RULES = new Intl.PluralRules("ru");

/** «а, б и в», or «а, б или в». */
export const list = (parts: readonly string[], word: "and" | "or" = "and"): string => (word === "and" ? AND : OR).format(parts);

/** A full stop after a date, unless «2026 г.» brings its own. */
export const stop = (text: string): string => text.replace(/\.?$/, ".");

/** The form that goes with a number: 1 место, 2 места, 5 мест. */
export const form = (number: number, one: string, few: string, many: string): string => {
  const rule = RULES.select(number);
  return rule === "one" ? one : rule === "few" ? few : many;
};

/** The number with its form. */
export const count = (number: number, one: string, few: string, many: string): string =>
  `${NUMBER.format(number)} ${form(number, one, few, many)}`;
