/**
 * What the gallery says, in the language of the elements that it shows.
 */
import { say, type Language } from "@roster/elements/texts/language.js";
import type { Texts } from "@roster/elements/texts/en.js";
import { gallery as en } from "../texts/en/gallery.js";

/** What the gallery says in a language. */
export type GalleryTexts = typeof en;

const LOADERS: Readonly<Record<Language, () => Promise<{ readonly elements: Texts; readonly gallery: GalleryTexts }>>> = {
  en: async () => ({ elements: (await import("@roster/elements/texts/en.js")).en, gallery: en }),
  ru: async () => {
    const [{ ru }, { gallery }] = await Promise.all([import("@roster/elements/texts/ru.js"), import("../texts/ru/gallery.js")]);
    return { elements: ru, gallery };
  },
};

/** The texts of the gallery. */
export let g: GalleryTexts = en;

/** Speaks a language from now on. A sample refuses with a code of its own. */
export async function speakOfElements(wanted: Language): Promise<void> {
  const { elements, gallery } = await LOADERS[wanted]();
  g = gallery;
  document.documentElement.lang = wanted;
  document.title = gallery.title;
  const codes = { ...elements.problem.codes, sample: gallery.sampleOnly };
  say({ ...elements, problem: { ...elements.problem, codes } });
}
