/**
 * The kinds of lines that history can be filtered by, in the groups that the menu shows.
 */
import { html, type TemplateResult } from "lit";
import { t } from "../../texts/index.js";

type Group = keyof typeof t.history.groups;

const GROUPS: Readonly<Record<Group, readonly string[]>> = {
  people: ["access_changed", "removed", "removed_from_project", "restored", "left", "left_project", "access_ended", "access_asked", "access_ask_declined", "transferred"],
  comings: [
    "invited",
    "invitation_changed",
    "invitation_resent",
    "invitation_withdrawn",
    "invitation_declined",
    "invitation_expired",
    "invitation_closed",
    "asked_again",
    "sender_lost",
    "accepted",
    "joined",
    "included",
    "link_set",
    "link_regenerated",
  ],
  team: ["team_created", "team_renamed", "role_made", "role_changed", "role_renamed", "role_deleted", "plan_changed", "cap_changed", "project_created", "project_renamed", "project_archived", "project_reopened", "handover_offered", "handover_resent", "handover_withdrawn", "handover_declined", "project_handed_over", "project_received"],
  posts: [
    "post_created",
    "post_edited",
    "post_timed",
    "post_sent_for_review",
    "post_approved",
    "post_returned",
    "post_published",
    "image_uploaded",
    "image_renamed",
    "image_deleted",
    "image_restored",
  ],
};

/** What a kind is called in the menu and in the export. */
export function kindName(kind: string): string {
  return t.history.kindNames[kind] ?? kind;
}

/** The menu "Kind". */
export function kindField(kind: string | undefined, change: (kind: string | undefined) => void): TemplateResult {
  const pick = (event: Event): void => change((event.target as HTMLSelectElement).value || undefined);
  return html`<div class="field">
    <label for="history-kind">${t.history.kind}</label>
    <select id="history-kind" @change=${pick}>
      <option value="" ?selected=${kind === undefined}>${t.history.anyKind}</option>
      ${(Object.keys(GROUPS) as Group[]).map(
        (group) => html`<optgroup label=${t.history.groups[group]}>
          ${GROUPS[group].map((one) => html`<option value=${one} ?selected=${kind === one}>${kindName(one)}</option>`)}
        </optgroup>`,
      )}
    </select>
  </div>`;
}
