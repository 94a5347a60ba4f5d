/**
 * The language of the page: the person's own, else the one that this browser used last, else the first of the
 * browser's that we speak. Only that one is loaded.
 */
import type { Texts } from "./en.js";

/** A language that the page speaks. */
export type Language = "en" | "ru";

/** What each language calls itself. */
export const LANGUAGES: Readonly<Record<Language, string>> = { en: "English", ru: "Русский" };

const LOADERS: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => (await import("./en.js")).en,
  ru: async () => (await import("./ru.js")).ru,
};

const KEPT = "roster.language";

/** The texts of the page. They are there before anything is drawn, and others after `speak`. */
export let t: Texts;

/** Tells that the texts are other ones now. */
export const spoken = new EventTarget();

/** The language that the page speaks. */
export function language(): Language {
  return t.language;
}

/** Whether it is one of ours. */
export function isLanguage(tag: unknown): tag is Language {
  return typeof tag === "string" && Object.hasOwn(LANGUAGES, tag);
}

/** The language to begin with. */
export function firstLanguage(): Language {
  const kept = localStorage.getItem(KEPT);
  if (isLanguage(kept)) return kept;
  return navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";
}

/** Speaks a language from now on, and in this browser the next time too where it was chosen. */
export async function speak(wanted: Language, chosen = true): Promise<void> {
  if (chosen) localStorage.setItem(KEPT, wanted);
  if (t?.language === wanted) return;
  t = await LOADERS[wanted]();
  document.documentElement.lang = wanted;
  spoken.dispatchEvent(new Event("change"));
}
