/**
 * The roles that can be given here: those that every team has, and the team's own, under one shape.
 */
import { PERMISSIONS, ROLES, type Permission } from "@roster/access";
import { t } from "../texts/index.js";
import { session } from "./session.js";

/** A role as the page shows it. */
export interface Role {
  readonly id: string;
  readonly label: string;
  /** What it is for, in one line. */
  readonly line: string;
  readonly permissions: readonly Permission[];
  /** Whether it is one of the team's own. */
  readonly own: boolean;
}

const WORKS: ReadonlySet<string> = new Set(PERMISSIONS.filter((one) => one.shipped).map((one) => one.id));
/** What roles were called that are no more, as history told it. */
const gone = new Map<string, string>();

/** The names of checkmarks that work, in the catalogue's order. */
export function labelsOf(permissions: readonly string[]): string[] {
  const wanted = new Set(permissions);
  return PERMISSIONS.filter((one) => one.shipped && wanted.has(one.id)).map((one) => t.rules.permission(one.id).label);
}

/** The roles that every team has. */
export function builtInRoles(): readonly Role[] {
  return ROLES.map(({ id, permissions }) => ({ id, ...t.rules.role(id), permissions, own: false }));
}

/** The team's own roles, by name. */
export function ownRoles(): readonly Role[] {
  const roles = session.rules?.snapshot?.roles ?? [];
  return roles.map(({ id, name, permissions }) => ({
    id,
    label: name,
    line: t.roles.line(labelsOf(permissions)),
    permissions: PERMISSIONS.filter((one) => permissions.includes(one.id)).map((one) => one.id),
    own: true,
  }));
}

/** A role that there is. */
export function roleOf(id: string | null | undefined): Role | undefined {
  return id == null ? undefined : [...builtInRoles(), ...ownRoles()].find((role) => role.id === id);
}

/** The roles on offer: those that hold something which works, and one that is held already. */
export function rolesOnOffer(held?: string): readonly Role[] {
  const works = (role: Role): boolean => role.permissions.some((one) => WORKS.has(one));
  return [...builtInRoles(), ...ownRoles()].filter((role) => role.id === held || works(role));
}

/** Remembers what deleted roles were called. */
export function rememberRoles(roles: readonly { readonly id: string; readonly name: string }[]): void {
  for (const { id, name } of roles) gone.set(id, name);
}

/** A role's name. */
export function roleName(id: string | null | undefined): string {
  if (id == null) return t.access.customRole;
  return roleOf(id)?.label ?? gone.get(id) ?? t.roles.deletedRole;
}
