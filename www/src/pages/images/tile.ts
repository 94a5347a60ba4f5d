/**
 * One image of the library: what it shows, where it belongs, and what can be done with it.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { LibraryImage } from "@roster/elements/api/types.js";
import { copy } from "@roster/elements/parts/clipboard.js";
import { deed } from "@roster/elements/parts/deed.js";
import { ago } from "@roster/elements/parts/format.js";
import type { Off } from "@roster/elements/parts/lacking.js";
import { menu } from "@roster/elements/parts/menu.js";
import { called } from "../called.js";
import { t } from "../../texts/index.js";

/** The address of an image's file. */
export function fileOf(team: string, image: string, thumbnail = false): string {
  return `/api/v1/teams/${team}/images/${image}/file${thumbnail ? "?size=thumbnail" : ""}`;
}

/** What is shown of it. */
export interface Tile {
  readonly image: LibraryImage;
  readonly team: string;
  /** What the place is called where it belongs. */
  readonly place: string;
  /** Why one may not change it. */
  readonly off: Off;
  readonly describe: () => void;
  readonly remove: () => void;
}

/** Draws it. */
export function tile(shown: Tile): TemplateResult {
  const { image, team, off } = shown;
  const { name } = image;
  return html`<li class="tile">
    <a href=${fileOf(team, image.id)} target="_blank" rel="noopener" aria-label=${t.images.open(name)}>
      <img src=${fileOf(team, image.id, true)} alt="" loading="lazy" decoding="async" width=${image.width} height=${image.height} />
    </a>
    <div class="tile-foot">
      <div class="grow">
        <strong title=${name}>${name}</strong>
        <span class="quiet small">${shown.place} · ${t.images.size(image.width, image.height)}</span>
        <span class="quiet small">${t.images.by(called(image.by.name))}, ${ago(image.at)} · ${t.images.used(image.used)}</span>
      </div>
      ${deed({ label: t.images.describe(name), icon: "pencil", bare: true, kind: "icon", ...off, run: shown.describe })}
      ${menu(t.images.more(name), [
        { icon: "copy", label: t.images.copy, run: () => void copy(name, t.images.copied) },
        { icon: "trash", label: t.images.delete, danger: true, run: shown.remove, ...off },
      ])}
    </div>
  </li>`;
}

/** Nothing but the picture, for choosing. */
export function choice(team: string, image: LibraryImage, run: () => void): TemplateResult | typeof nothing {
  return html`<li class="tile">
    <button type="button" class="plain" aria-label=${image.name} @click=${run}>
      <img src=${fileOf(team, image.id, true)} alt="" loading="lazy" decoding="async" width=${image.width} height=${image.height} />
      <span>${image.name}</span>
    </button>
  </li>`;
}
