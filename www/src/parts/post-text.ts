/**
 * A post's text as its readers see it: paragraphs, and images where they stand. Nothing else in it means anything, and
 * no address in it is followed: an image is named by its id and comes from the team's own library.
 */
import { html, type TemplateResult } from "lit";
import "../styles/images.css";
import { t } from "../texts/index.js";

/** An image on a line of its own, as core reads it. */
const IMAGE = /^!\[(.*)\]\(image:([0-9a-f][0-9a-hjkmnp-tv-z]{12})\)$/;

/** The line that stands for an image. */
export function imageLine(id: string, name: string): string {
  return `![${name}](image:${id})`;
}

/** Whether any image stands in it. */
export function hasImages(text: string): boolean {
  return text.split("\n").some((line) => IMAGE.test(line.trim()));
}

/** Draws it. */
export function postText(text: string, team: string): TemplateResult {
  const parts: TemplateResult[] = [];
  let words: string[] = [];
  const flush = (): void => {
    const said = words.join("\n").replace(/^\n+|\n+$/g, "");
    if (said !== "") parts.push(html`<p class="text">${said}</p>`);
    words = [];
  };
  for (const line of text.split("\n")) {
    const [, name, id] = IMAGE.exec(line.trim()) ?? [];
    if (id === undefined) words.push(line);
    else {
      flush();
      parts.push(picture(team, id, name ?? ""));
    }
  }
  flush();
  return html`${parts}`;
}

/** An image that cannot be shown leaves a quiet frame, with what it showed. */
function picture(team: string, id: string, name: string): TemplateResult {
  const missing = (event: Event): void => (event.target as HTMLElement).closest("figure")?.classList.add("gone");
  const there = (event: Event): void => (event.target as HTMLElement).closest("figure")?.classList.remove("gone");
  return html`<figure class="picture">
    <img src="/api/v1/teams/${team}/images/${id}/file" alt=${name} loading="lazy" decoding="async" @error=${missing} @load=${there} />
    <figcaption class="quiet small"><roster-icon name="image"></roster-icon>${t.images.gone}${name ? `: ${name}` : ""}</figcaption>
  </figure>`;
}
