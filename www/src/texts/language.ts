/**
 * The language of the page: the person's own, else the one that this browser used last, else the first of the
 * browser's that we speak. Only that one is loaded. The elements speak the same.
 */
import { firstOf, isLanguage, say, type Language } from "@roster/elements/texts/language.js";
import type { Texts } from "./en.js";

export { isLanguage, language, LANGUAGES, spoken, type Language } from "@roster/elements/texts/language.js";

const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import("./en.js")).en,
  ru: async () => (await import("./ru.js")).ru,
};

const KEPT = "roster.language";

/** The texts of the page. They are there before anything is drawn, and others after `speak`. */
export let t: Texts;

/** The language to begin with. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  return isLanguage(kept) ? kept : (firstOf(navigator.languages) ?? "en");
}

/** Speaks a language from now on, and in this browser the next time too where it was chosen. */
export async function speak(wanted: Language, chosen = true): Promise<void> {
  if (chosen) localStorage.setItem(KEPT, wanted);
  if (t?.language === wanted) return;
  t = await LOADERS[wanted]();
  document.documentElement.lang = wanted;
  say(t);
}
