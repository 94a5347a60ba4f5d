/**
 * English: the sentences of denials, by code. What things are called is the catalogue's own.
 */
import { PERMISSIONS, PLANS, ROLES, type Permission } from "../catalogue.js";
import type { DenialFacts, Named, Texts } from "./index.js";

const DEEDS: Partial<Record<Permission, string>> = {
  "posts.view": "see posts",
  "posts.create": "write posts",
  "posts.edit": "edit everyone's posts",
  "posts.schedule": "schedule posts",
  "posts.approve": "approve posts",
  "posts.publish": "publish posts",
  "history.view": "read the history",
  "team.invite": "invite people",
  "team.access": "change access",
  "team.remove": "remove people",
  "projects.manage": "arrange projects",
};

const NOUNS: Partial<Record<Permission, string>> = {
  "posts.view": "Seeing posts",
  "posts.create": "Writing posts",
  "posts.edit": "Editing everyone's posts",
  "posts.schedule": "Setting a publication time",
  "posts.approve": "Approving",
  "posts.publish": "Publishing",
  "images.manage": "Managing images",
  "history.view": "Reading the history",
  "team.invite": "Inviting people",
  "team.access": "Changing access",
  "team.remove": "Removing people",
  "projects.manage": "Arranging projects",
};

/** Those that stand near each other: what one can do beside what is missing is worth saying. */
const NEAR: readonly Permission[] = ["posts.create", "posts.edit", "posts.schedule", "posts.approve", "posts.publish"];

const SENTENCES: Readonly<Record<string, string>> = {
  sign_in_needed: "Sign in to go on.",
  code_needed: "For this, confirm with a code that we mail you first.",
  not_found: "This is not here for you.",
  owner_only: "Only the team's owner can do this.",
  own_access: "Nobody changes their own access. Somebody else with Change access can.",
  owner_untouchable: "The owner cannot be restricted or removed. Ownership can be transferred first.",
  seats_full: "No editor seat is free. The owner can allow more paid seats.",
  seats_in_use: "More seats are taken or reserved than this would leave.",
  cap_too_high: "That is more paid seats than can be allowed.",
  already_member: "This person is in the team already and has as much.",
  address_taken: "This address has an account already. Sign in to it, or choose another address.",
  owns_teams: "You own teams. Hand each of them over, or delete it, first.",
  not_confirmed: "That is not it. Type it exactly as it stands there.",
  already_held: "You have this already.",
  answered: "This was answered already.",
  not_member: "This person is not in the team, or has no access now.",
  used: "It was used already.",
  expired: "Its time is over.",
  replaced: "A newer one has taken its place.",
  withdrawn: "It was withdrawn.",
  declined: "The invitation was declined. The team can invite again later.",
  needs_sender: "Whoever sent it can no longer give it.",
  wrong_person: "It is for somebody else.",
  sign_in_as: "Sign in to the account that it is for.",
  wrong_domain: "The link is for addresses of another domain.",
  barred: "You were removed from this team. Somebody of the team can invite you by mail.",
  bad_places: "Choose at least one place, and each only once.",
  team_only: "This checkmark holds for the whole team, not for one project.",
  bad_end: "The end date has passed, or is too far away.",
  no_such_role: "This role is not there any more.",
  name_taken: "A role is called this already, or looks the same.",
  role_empty: "A role needs at least one checkmark.",
  role_held_by_many: "More than 100 people or invitations hang on this role, so it cannot be changed like this at once. Make a new role and move people.",
  role_on_link: "An invite link gives this role, and no link can give a Team checkmark. Turn the link off first.",
  role_not_for_links: "A link cannot give a role with a Team checkmark.",
  text_empty: "Write something here first.",
  text_too_long: "This text is too long.",
  text_forbidden_character: "This text has a character that is not allowed.",
  wrong_stage: "The post is in a stage that does not allow this.",
  changed: "Somebody else changed this in the meantime.",
  archived: "The project is archived.",
  too_late: "It is too late to take this back.",
  limit_reached: "There are as many as there can be.",
  too_often: "That was too often. Try again a little later.",
  wrong_code: "The code is wrong or has expired. Ask for a new one.",
  merged: "Your account is merged into a team. Leave it first.",
  recipient_merged: "Their account is merged into a team, so they cannot own anything. They have to leave it first.",
};

function named<Id extends string>(entries: readonly (Named & { readonly id: Id })[], id: Id): Named {
  return entries.find((entry) => entry.id === id) ?? { label: id, line: "" };
}

function label(permission: Permission): string {
  return named(PERMISSIONS, permission).label;
}

function list(parts: readonly string[], word: string): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} ${word} ${last}`;
}

function canDo(facts: DenialFacts, missing: Permission): string {
  if (!NEAR.includes(missing)) return "";
  const near = facts.held.filter((held) => held !== missing && NEAR.includes(held));
  const verbs = near.flatMap((held) => DEEDS[held] ?? []).map((deed) => deed.replace(/ posts$/, ""));
  return verbs.length === 0 ? "" : `You can ${list(verbs, "and")} ${verbs.at(-1)?.endsWith("posts") ? "" : "posts "}here. `;
}

function who(granters: readonly string[]): string {
  return granters.length === 0 ? "." : `; ${list(granters, "or")} can give it.`;
}

function missingText(facts: DenialFacts, missing: Permission): string {
  const noun = NOUNS[missing] ?? "This";
  return `${canDo(facts, missing)}${noun} needs the ${label(missing)} checkmark${who(facts.granters)}`;
}

function denial(facts: DenialFacts): string {
  if (facts.missing && facts.code === "missing_permission") return missingText(facts, facts.missing);
  if (facts.missing && facts.code === "not_held") {
    return `You can give only what you hold yourself, for as long as you hold it: here ${label(facts.missing)} is missing${who(facts.granters)}`;
  }
  return SENTENCES[facts.code] ?? "This is not possible right now.";
}

export const en: Texts = {
  language: "en",
  denial,
  permission: (id) => named(PERMISSIONS, id),
  role: (id) => named(ROLES, id),
  plan: (id) => named(PLANS, id),
};
