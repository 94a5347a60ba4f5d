/**
 * What changing or deleting a role would do, before it is saved: in words, in seats and in money. The edge decides it
 * again when it is saved.
 */
import { bitsOf, idsOf, PERMISSIONS, takesSeat, type Permission, type PriceChange } from "@roster/access";
import type { RoleUse } from "@roster/elements/api/types.js";
import { session } from "@roster/elements/state/session.js";
import { t } from "../texts/index.js";
import { money } from "@roster/elements/parts/format.js";
import { notHeld, whyNot, type Off, type Refusal } from "@roster/elements/parts/lacking.js";

const TEAM_MARKS = bitsOf(PERMISSIONS.filter((one) => one.group === "Team").map((one) => one.id));
const ACCESS = bitsOf(["team.access"]);
const INVITE = bitsOf(["team.invite"]);
const SHIPPED: ReadonlySet<Permission> = new Set(PERMISSIONS.filter((one) => one.shipped).map((one) => one.id));

/** From what, to what; and what hangs on the role, once it is known. */
export interface RoleChange {
  readonly role?: string;
  readonly before: number;
  readonly after: number;
  readonly use?: RoleUse | undefined;
}

function difference(from: number, to: number): Permission[] {
  const other = new Set(idsOf(to));
  return idsOf(from).filter((one) => !other.has(one));
}

function both(a: number, b: number): number {
  return bitsOf([...idsOf(a), ...idsOf(b)]);
}

function shares(a: number, b: number): boolean {
  const other = new Set(idsOf(b));
  return idsOf(a).some((one) => other.has(one));
}

/** Why a checkmark cannot be ticked or unticked: one gives and takes only what one holds in the whole team. */
export function fixed(permission: Permission): Refusal | undefined {
  const lacking = session.rules?.cannotGive(bitsOf([permission]), undefined, undefined);
  return lacking ? notHeld(permission, undefined) : undefined;
}

/** Why one may not touch a role that holds this. */
export function untouchable(role: string | undefined, bits: number): Off {
  const may = session.access?.explain("team.access");
  if (may && !may.allowed) return whyNot(may);
  if (role !== undefined && session.rules?.snapshot?.grants.some((grant) => grant.role === role)) return { denied: t.roles.own_access };
  const lacking = session.rules?.cannotGive(both(bits, ACCESS), undefined, undefined);
  return lacking ? notHeld(lacking, undefined) : {};
}

/** Why the change cannot be saved. */
export function refused({ role, before, after, use }: RoleChange): Off {
  const lost = difference(before, after).length > 0;
  const gives = shares(before, both(ACCESS, INVITE));
  if (use?.many && (takesSeat(before) !== takesSeat(after) || (lost && gives))) return { denied: t.roles.held_by_many };
  if (use?.linked && shares(after, TEAM_MARKS)) return { denied: t.roles.on_link };
  return untouchable(role, both(before, after));
}

function seats({ before, after, use }: RoleChange): readonly [number, number] {
  const sign = Number(takesSeat(after)) - Number(takesSeat(before));
  return use ? [sign * use.memberSeats, sign * use.invitationSeats] : [0, 0];
}

/** What it would cost, for the owner. */
export function price(change: RoleChange): PriceChange | undefined {
  const [taken, reserved] = seats(change);
  return taken === 0 && reserved === 0 ? undefined : session.rules?.seatsPrice(taken, reserved);
}

/** What it would do, in sentences; none: nothing. */
export function told(change: RoleChange): string[] {
  const deeds = (ids: readonly Permission[]): string[] => ids.filter((one) => SHIPPED.has(one)).map((one) => t.access.deeds[one] ?? one);
  const [more, less] = [deeds(difference(change.after, change.before)), deeds(difference(change.before, change.after))];
  return [...(more.length > 0 ? [t.roles.gains(more)] : []), ...(less.length > 0 ? [t.roles.loses(less)] : []), ...cost(change)];
}

function cost(change: RoleChange): string[] {
  const [taken, reserved] = seats(change);
  const costs = price(change);
  const words: string[] = [];
  if (taken !== 0) words.push(taken > 0 ? t.roles.seatsMore(taken) : t.roles.seatsLess(-taken));
  if (reserved !== 0) words.push(reserved > 0 ? t.roles.reservedMore(reserved) : t.roles.reservedLess(-reserved));
  if (costs && costs.after > costs.before) words.push(t.access.priceMore(money(costs.after - costs.before), money(costs.after)));
  if (costs && costs.after < costs.before) words.push(t.access.priceLess(money(costs.before - costs.after), money(costs.after)));
  if (costs?.neededCap !== undefined) words.push(t.invite.priceCap(costs.neededCap));
  return words;
}

/** Who has it, in sentences. */
export function usedBy(use: RoleUse): string[] {
  const names = use.holders.slice(0, 5).map((holder) => holder.name);
  return [
    names.length === 0 ? t.roles.nobody : t.roles.heldBy(names, use.holders.length - names.length, use.many),
    ...(use.invitations > 0 ? [t.roles.invited(use.invitations)] : []),
    ...(use.linked ? [t.roles.linked] : []),
  ];
}
