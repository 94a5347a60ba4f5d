/**
 * The language of the elements. Only one is loaded; it can be another at any time.
 */
import type { Texts } from "./en.js";

/** A language that the elements speak. */
export type Language = "en" | "ru";

/** What each language calls itself. */
export const LANGUAGES: Readonly<Record<Language, string>> = { en: "English", ru: "Русский" };

const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import("./en.js")).en,
  ru: async () => (await import("./ru.js")).ru,
};

/** The texts. They are there before anything is drawn, and others after `say`. */
export let t: Texts;

/** Tells that the texts are other ones now. */
export const spoken = new EventTarget();

/** The language that is spoken. */
export function language(): Language {
  return t.language;
}

/** Whether it is one of ours. */
export function isLanguage(tag: unknown): tag is Language {
  return typeof tag === "string" && Object.hasOwn(LANGUAGES, tag);
}

/** The first of these tags (BCP 47) that is one of ours. */
export function firstOf(tags: readonly string[]): Language | undefined {
  return tags.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage);
}

/** Speaks in these texts from now on. */
export function say(texts: Texts): void {
  if (t === texts) return;
  t = texts;
  spoken.dispatchEvent(new Event("change"));
}

/** Loads a language, and speaks it from now on. */
export async function speak(wanted: Language): Promise<void> {
  if (t?.language !== wanted) say(await LOADERS[wanted]());
}
