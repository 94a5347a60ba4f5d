/**
 * What a front-end asks of Roster. The module is loaded by the entries beside this file.
 */
/// <reference lib="esnext.disposable" preserve="true" />
export { type Access, type Allowance, type Events } from "./access.js";
export { connect, ConnectError, type ConnectOptions } from "./connect.js";
export type { AccessEdit, Change, ChangePreview, PlaceChange, PriceChange, Subject } from "./preview.js";
export type { Explanation, Granter } from "./explain.js";
export type { PostDeed, PostDenial, PostDenials, PostFacts } from "./post.js";
export type { MemberPhrase, Mark, Team } from "./team.js";
export type { DenialFacts, Named, Texts } from "./texts/index.js";
export { setTick } from "./sets.js";
export { bitsOf, idsOf, takesSeat } from "./sets.js";
export { en } from "./texts/en.js";
export {
  CATALOGUE,
  CURRENCY,
  PERMISSIONS,
  PLANS,
  ROLES,
  type Permission,
  type PermissionEntry,
  type PlanEntry,
  type PlanId,
  type RoleEntry,
  type RoleId,
} from "./catalogue.js";
export type { components, paths } from "./generated/api.js";
