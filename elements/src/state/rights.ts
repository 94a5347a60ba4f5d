/**
 * Questions about one's own access that go beyond one place.
 */
import type { Permission } from "@roster/access";
import { session } from "./session.js";

/** The places at which one holds something of one's own; the team's is `undefined`. */
export function ownPlaces(): readonly (string | undefined)[] {
  const grants = session.rules?.snapshot?.grants ?? [];
  return [undefined, ...grants.flatMap((grant) => grant.project ?? [])];
}

/** Whether one holds a checkmark at the team or at any project. */
export function canAnywhere(permission: Permission): boolean {
  const { access } = session;
  return access !== undefined && ownPlaces().some((project) => access.at(project).can(permission));
}

/** Whether one holds anything at all in the current team. */
export function anyAccess(): boolean {
  const { rules } = session;
  if (!rules?.snapshot) return false;
  return rules.snapshot.owner || ownPlaces().some((project) => rules.held(project).bits !== 0);
}
