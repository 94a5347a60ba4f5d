/**
 * What a change of access would do, in words.
 */
import { PERMISSIONS, type ChangePreview, type Permission } from "@roster/access";
import { roleName } from "../state/roles.js";
import { roster } from "../state/roster.js";
import { t } from "../texts/index.js";
import type { Draft } from "./draft.js";
import { same } from "./draft.js";
import { day, money } from "./format.js";
import { projectName } from "./phrase.js";

const SHIPPED: ReadonlySet<Permission> = new Set(PERMISSIONS.filter((one) => one.shipped).map((one) => one.id));

function deeds(permissions: readonly Permission[]): string[] {
  return permissions.filter((one) => SHIPPED.has(one)).map((one) => t.access.deeds[one] ?? one);
}

/** The sentences, none when nothing changes. */
export function diff(name: string, before: Draft, after: Draft, preview: ChangePreview): string[] {
  const sentences = preview.places.flatMap(({ project, gained, lost }) => {
    const where = project === undefined ? "" : t.access.inProject(projectName(project));
    const [more, less] = [deeds(gained), deeds(lost)];
    return [
      ...(more.length > 0 ? [t.access.gains(name, more, where)] : []),
      ...(less.length > 0 ? [t.access.loses(name, less, where)] : []),
    ];
  });
  return [...sentences, ...standing(name, before, after), ...cost(preview)];
}

/** Roles taken or left, and end dates. */
function standing(name: string, before: Draft, after: Draft): string[] {
  const told = new Set<string>();
  for (const [place, held] of after) {
    const old = before.get(place);
    if (same(old, held)) continue;
    if (held.role && held.role !== old?.role) told.add(t.access.becomes(name, roleName(held.role)));
    if (!held.role && old?.role && held.bits !== 0) told.add(t.access.becomesCustom(name));
    if (held.until !== old?.until) told.add(held.until === undefined ? t.access.endsNever : t.access.endsOn(day(held.until)));
  }
  return [...told];
}

function cost(preview: ChangePreview): string[] {
  const told: string[] = [];
  if (preview.orphaned.length > 0) told.push(t.access.orphans(preview.orphaned.length));
  const { price } = preview;
  if (preview.seats > 0) told.push(t.access.seatMore);
  if (preview.seats < 0) told.push(t.access.seatLess);
  if (price && price.after > price.before) told.push(t.access.priceMore(money(price.after - price.before), money(price.after)));
  if (price && price.after < price.before) told.push(t.access.priceLess(money(price.before - price.after), money(price.after)));
  return told;
}

/** The pending invitations that a member sent, as the preview takes them. */
export function sentBy(person: string): { id: string; access: readonly { project?: string | null }[] }[] {
  const pending = roster.invitations ?? [];
  return pending.filter((one) => one.sentBy.id === person && !one.needsSender).map(({ id, access }) => ({ id, access }));
}
