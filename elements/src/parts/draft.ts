/**
 * Access that is being put together: what stands at each place, and the edits that lead there. Which of them may be
 * made is core's to say.
 */
import { bitsOf, idsOf, setTick, type Permission } from "@roster/access";
import type { PlacedGrant } from "../api/types.js";
import { roleOf } from "../state/roles.js";

/** What stands at a place. */
export interface Held {
  /** A role, built in or of the team's own. */
  readonly role?: string;
  readonly bits: number;
  readonly until?: number;
}

/** The team, in place of a project's id. */
export const TEAM = "";

/** Places with what stands there. An immutable value: every change makes a new one. */
export type Draft = ReadonlyMap<string, Held>;

/** What a role holds. */
export function bitsOfRole(id: string): number {
  return bitsOf(roleOf(id)?.permissions ?? []);
}

/** Access as the API names it, as a draft. */
export function draftOf(access: readonly PlacedGrant[]): Draft {
  return new Map(access.map((grant) => [grant.project ?? TEAM, heldOf(grant)]));
}

function heldOf(grant: PlacedGrant): Held {
  const { role } = grant;
  const until = grant.until == null ? {} : { until: grant.until };
  return role != null ? { role, bits: grant.permissions ? bitsOf(grant.permissions) : bitsOfRole(role), ...until } : { bits: bitsOf(grant.permissions ?? []), ...until };
}

/** The same access with another role. */
export function withRole(held: Held, role: string | undefined): Held {
  const { until } = held;
  const kept = until === undefined ? {} : { until };
  return role ? { role, bits: bitsOfRole(role), ...kept } : { bits: held.bits, ...kept };
}

/** The same access with a checkmark ticked or unticked: a set of one's own from then on. */
export function withTick(held: Held, permission: Permission, on: boolean): Held {
  const { until } = held;
  return { bits: setTick(held.bits, permission, on), ...(until === undefined ? {} : { until }) };
}

/** The same access with another end. */
export function withEnd(held: Held, until: number | undefined): Held {
  const { until: _, ...rest } = held;
  return until === undefined ? rest : { ...rest, until };
}

/** What a place can hold: a project cannot hold what only a team can. */
export function fitted(held: Held, place: string, teamOnly: readonly Permission[]): Held {
  if (place === TEAM || held.role) return held;
  return teamOnly.reduce((fitting, permission) => (idsOf(fitting.bits).includes(permission) ? withTick(fitting, permission, false) : fitting), held);
}

/** Whether two say the same. */
export function same(a: Held | undefined, b: Held | undefined): boolean {
  return a?.role === b?.role && a?.bits === b?.bits && a?.until === b?.until;
}

/** One place as the API takes it; nothing held: what stands there is taken away. */
export function placed(place: string, held: Held | undefined): PlacedGrant {
  const grant: PlacedGrant = place === TEAM ? {} : { project: place };
  if (!held) return grant;
  if (held.role) grant.role = held.role;
  else grant.permissions = idsOf(held.bits);
  if (held.until !== undefined) grant.until = held.until;
  return grant;
}

/** The edits from one draft to another. */
export function edits(before: Draft, after: Draft): PlacedGrant[] {
  const places = new Set([...before.keys(), ...after.keys()]);
  const changed = [...places].filter((place) => !same(before.get(place), after.get(place)));
  return changed.map((place) => placed(place, after.get(place)));
}
