/**
 * A person's sign: the picture that they show of themselves, or initials on a colour of their own, which stays theirs.
 * The colour is never the only sign.
 */
import { html, nothing, type TemplateResult } from "lit";
import { reached } from "../api/client.js";
import { session } from "../state/session.js";

/** The number of a person's colour, of 12, of their id alone. */
export function colourOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9_973;
  return sum % 12;
}

/** The first letters of the first and last word. */
export function initials(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

/** Somebody as lists name them. */
export interface Shown {
  readonly id: string;
  readonly name: string;
  /** The name of the picture that they show of themselves. */
  readonly avatar?: string | null | undefined;
  /** The team in which it is seen, if that is not the current one. */
  readonly seenIn?: string | null | undefined;
}

/**
 * The round sign: the picture over the letters, which stay where it does not come. One's own is what one shows now, however
 * old the list is. Style draws the letters: they are no text, and no part of what the sign stands in is called.
 */
export function avatar(one: Shown): TemplateResult {
  const { me, teamId } = session;
  const own = me?.id === one.id;
  const name = own ? me.avatar : one.avatar;
  const whose = own ? "me" : `teams/${one.seenIn ?? teamId}/members/${one.id}`;
  return sign(one, name && `${reached()}/api/v1/${whose}/avatar/${name}`);
}

/** What did not come is not drawn: the letters under it are seen. */
function come({ type, target }: Event): void {
  (target as HTMLImageElement).style.visibility = type === "load" ? "" : "hidden";
}

/** The sign with this picture in it. */
export function sign({ id, name }: Shown, source?: string | null): TemplateResult {
  const picture = source ? html`<img src=${source} alt="" @load=${come} @error=${come} />` : nothing;
  return html`<span class="avatar person-${colourOf(id)}" data-initials=${initials(name)} aria-hidden="true">${picture}</span>`;
}
