/**
 * A person's sign: initials on a colour of their own, which stays theirs. The colour is never the only sign.
 */
import { html, type TemplateResult } from "lit";

const COLOURS = 12;

/** The number of a person's colour, of their id alone. */
export function colourOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9_973;
  return sum % COLOURS;
}

/** The first letters of the first and last word. */
export function initials(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

/** The round sign. Style draws the letters: they are no text, and no part of what the sign stands in is called. */
export function avatar(id: string, name: string): TemplateResult {
  return html`<span class="avatar person-${colourOf(id)}" data-initials=${initials(name)} aria-hidden="true"></span>`;
}
