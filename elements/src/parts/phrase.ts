/**
 * Access in one phrase: "Editor", "Custom: 7 of 18", "Spring sale only".
 */
import { PERMISSIONS, type MemberPhrase, type Permission } from "@roster/access";
import type { PlacedGrant } from "../api/types.js";
import { roleName } from "../state/roles.js";
import { roster } from "../state/roster.js";
import { session } from "../state/session.js";
import { t } from "../texts/index.js";

/** What a checkmark is called. */
export function permissionName(id: string): string {
  return PERMISSIONS.some((one) => one.id === id) ? t.rules.permission(id as Permission).label : id;
}

/** A project's name; a stand-in for one that one does not see. */
export function projectName(id: string): string {
  return roster.name(id) ?? t.phrase.aProject;
}

/** The phrase of what somebody holds. */
export function phraseOf(subject: { id: string; owner?: boolean; access: readonly PlacedGrant[] }): string {
  const phrase = session.rules?.phrase(subject);
  if (!phrase) return "";
  const apart = phrase.apart.length > 0 ? t.phrase.apart(phrase.apart.length) : "";
  return mainPart(phrase) + apart;
}

function mainPart(phrase: MemberPhrase): string {
  switch (phrase.kind) {
    case "owner":
      return t.phrase.owner;
    case "nothing":
      return t.phrase.nothing;
    case "ended":
      return t.phrase.ended;
    case "role":
      return roleName(phrase.role);
    case "custom":
      return t.phrase.custom(phrase.held, phrase.of);
    case "only":
      return t.phrase.only(phrase.only.map(projectName));
  }
}
