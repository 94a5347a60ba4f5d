/**
 * The sentences of denials, by language. A language is one file beside this.
 */
import type { Permission } from "../catalogue.js";
import { en } from "./en.js";

/** What explains a denial. */
export interface DenialFacts {
  readonly code: string;
  readonly missing?: Permission;
  /** What the person holds at the place. */
  readonly held: readonly Permission[];
  /** The names of those who can grant it. */
  readonly granters: readonly string[];
}

/** The sentences of one language. */
export interface Texts {
  denial(facts: DenialFacts): string;
}

const LANGUAGES = { en } as const;

/** A language that there are sentences for. */
export type Language = keyof typeof LANGUAGES;

/** The sentences of a language. */
export function texts(language: Language): Texts {
  return LANGUAGES[language];
}
