/**
 * The checkmarks in their groups. One that cannot be changed stands in its true state, with its reason.
 */
import { idsOf, PERMISSIONS, type Permission, type PermissionEntry } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { t } from "../texts/index.js";
import { lacking, type Refusal } from "./lacking.js";

const GROUPS = ["Content", "Conversations", "Insight", "Team"] as const;

/** What is shown. */
export interface Checkmarks {
  /** Makes ids that no other set on the page has. */
  readonly key: string;
  readonly bits: number;
  /** Why a checkmark cannot be changed. */
  readonly fixed: (permission: Permission) => Refusal | undefined;
  readonly change: (permission: Permission, on: boolean) => void;
}

/** Draws those whose features are there. */
export function checkmarks(shown: Checkmarks): TemplateResult {
  const held = new Set(idsOf(shown.bits));
  const groups = GROUPS.map((group) => ({ group, entries: PERMISSIONS.filter((one) => one.shipped && one.group === group) }));
  return html`${groups
    .filter(({ entries }) => entries.length > 0)
    .map(
      ({ group, entries }) => html`<fieldset class="group">
        <legend>${t.access.groups[group]}</legend>
        <div class="checks">${entries.map((entry) => checkmark(shown, entry, held.has(entry.id)))}</div>
      </fieldset>`,
    )}`;
}

function checkmark(shown: Checkmarks, entry: PermissionEntry, on: boolean): TemplateResult {
  const id = `${shown.key}-${entry.id.replace(".", "-")}`;
  const why = shown.fixed(entry.id);
  const { label, line } = t.rules.permission(entry.id);
  const click = (event: Event): void => {
    if (why !== undefined) event.preventDefault();
  };
  const change = (event: Event): void => shown.change(entry.id, (event.target as HTMLInputElement).checked);
  return html`<div class="check">
    <input
      type="checkbox"
      id=${id}
      .checked=${on}
      aria-disabled=${why === undefined ? nothing : "true"}
      aria-describedby="${id}-line"
      @click=${click}
      @change=${change}
    />
    <span>
      <label for=${id}>${label}</label>
      <span class="hint" id="${id}-line">${line}${why === undefined ? nothing : html` <em>${why.denied}</em>`}</span>
      ${lacking(why?.lacks, "link")}
    </span>
  </div>`;
}
