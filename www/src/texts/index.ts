/**
 * The texts of the page in the reader's language, and problems as sentences. A language is one folder beside this.
 */
export { problemText, reasonText } from "@roster/elements/texts/index.js";
export { t } from "./language.js";
