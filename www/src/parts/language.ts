/**
 * The choice of a language: each under the name that it has for itself.
 */
import { html, type TemplateResult } from "lit";
import { isLanguage, language, LANGUAGES, speak, type Language } from "../texts/language.js";

/** Draws it: what one chooses is spoken at once, then `chosen`. */
export function languageChoice(id: string, chosen: (language: Language) => void = () => undefined): TemplateResult {
  const change = (event: Event): void => {
    const wanted = (event.target as HTMLSelectElement).value;
    if (isLanguage(wanted)) void speak(wanted).then(() => chosen(wanted));
  };
  return html`<select id=${id} aria-describedby="${id}-note" .value=${language()} @change=${change}>
    ${Object.entries(LANGUAGES).map(([tag, name]) => html`<option value=${tag} lang=${tag} ?selected=${tag === language()}>${name}</option>`)}
  </select>`;
}
