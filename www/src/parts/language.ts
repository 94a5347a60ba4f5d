/**
 * The choice of a language: each under the name that it has for itself.
 */
import { html, nothing, type TemplateResult } from "lit";
import { isLanguage, language, LANGUAGES, type Language } from "../texts/language.js";

/** Draws it; `note`: the id of what is said about it. */
export function languageChoice(id: string, choose: (language: Language) => void, note?: string): TemplateResult {
  const change = (event: Event): void => {
    const wanted = (event.target as HTMLSelectElement).value;
    if (isLanguage(wanted)) choose(wanted);
  };
  return html`<select id=${id} aria-describedby=${note ?? nothing} .value=${language()} @change=${change}>
    ${Object.entries(LANGUAGES).map(([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === language()}>${name}</option>`)}
  </select>`;
}
