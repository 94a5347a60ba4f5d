/**
 * The catalogue under the names that the package uses. What is in it is left to `generated/catalogue.ts`.
 */
import { builtInRoles, currency, digest, permissions, plans } from "./generated/catalogue.js";
import type { BuiltInRole, Permission, Plan } from "./generated/catalogue.js";

export type { Permission };
/** A role that every team has. */
export type RoleId = BuiltInRole;
/** A plan of the owner's. */
export type PlanId = Plan;

/** What the catalogue says of a checkmark. */
export interface PermissionEntry {
  readonly id: Permission;
  readonly bit: number;
  readonly label: string;
  readonly line: string;
  readonly group: (typeof permissions)[number]["group"];
  readonly seat: boolean;
  readonly needs: Permission | null;
  readonly scope: "project" | "team";
  readonly shipped: boolean;
}

/** What the catalogue says of a role. */
export interface RoleEntry {
  readonly id: RoleId;
  readonly label: string;
  readonly line: string;
  readonly permissions: readonly Permission[];
}

/** What the catalogue says of a plan. */
export interface PlanEntry {
  readonly id: PlanId;
  readonly label: string;
  readonly line: string;
}

/** Every checkmark, in the catalogue's order. */
export const PERMISSIONS: readonly PermissionEntry[] = permissions;
/** Every built-in role, in the order they are shown. */
export const ROLES: readonly RoleEntry[] = builtInRoles;
/** Every plan, the smallest first. */
export const PLANS: readonly PlanEntry[] = plans;
/** The digest of the catalogue: a page whose edge has another one reloads. */
export const CATALOGUE: string = digest;
/** The currency of every price (ISO 4217). */
export const CURRENCY: string = currency;
