/**
 * "What changes if I save this?": the exact difference, before it is saved. The edge decides it again when it is.
 */
import type { Permission } from "./catalogue.js";
import type { components } from "./generated/api.js";
import { bitsOf, idsOf, setTick } from "./sets.js";
import type { State } from "./state.js";
import { Person, Preview, type Price } from "./wasm/roster.js";

/** What stands, or shall stand, at a place: a role, or a set; neither in an edit: nothing of its own. */
export type AccessEdit = components["schemas"]["PlacedGrant"];

/** A member, as rows of the API name them. */
export interface Subject {
  readonly id: string;
  readonly owner?: boolean;
  readonly access: readonly AccessEdit[];
}

/** The change that is thought of: whole edits, or checkmarks at the team's access or at one project. */
export interface Change {
  readonly member: Subject;
  readonly edits?: readonly AccessEdit[];
  readonly check?: readonly Permission[];
  readonly uncheck?: readonly Permission[];
  /** The cap of paid seats that the owner would confirm with it. */
  readonly raiseCap?: number;
  /** Pending invitations of the member's that the page knows of: they may lose their sender. */
  readonly sent?: readonly { readonly id: string; readonly access: readonly AccessEdit[] }[];
}

/** What changes at one place; no project: the team, and every project with no access of its own. */
export interface PlaceChange {
  readonly project?: string;
  readonly gained: readonly Permission[];
  readonly lost: readonly Permission[];
}

/** A month before and after, in cents. */
export interface PriceChange {
  readonly before: number;
  readonly after: number;
  readonly paidSeats: number;
  /** The cap that it needs, when that is more than there is. */
  readonly neededCap?: number;
}

/** What saving would do. */
export interface ChangePreview {
  readonly places: readonly PlaceChange[];
  /** 1: one more seat is taken, -1: one is freed. */
  readonly seats: number;
  /** Pending invitations, of those named, that would need a new sender. */
  readonly orphaned: readonly string[];
  /** For the owner alone. */
  readonly price?: PriceChange;
  /** Why it could not be saved. */
  readonly denial?: { readonly code: string; readonly missing?: string; readonly project?: string };
}

/** A member in the form that core asks for. The caller frees it. */
export function personOf(subject: Subject): Person {
  const person = new Person(subject.id, subject.owner ?? false);
  for (const grant of subject.access) {
    person.holds(grant.project, grant.role, bitsOf(grant.permissions ?? []), grant.until ?? undefined);
  }
  return person;
}

/** Asks core what the change would do. */
export function preview(state: State, change: Change, project: string | undefined, now: number): ChangePreview {
  const person = personOf(change.member);
  const asked = new Preview();
  try {
    for (const edit of editsOf(state, change, project)) {
      if (edit.role == null && edit.permissions == null) asked.clear(edit.project);
      else asked.set(edit.project, edit.role, bitsOfGrant(state, edit), edit.until ?? undefined);
    }
    for (const { id, access } of change.sent ?? []) {
      for (const grant of access) asked.gives(id, grant.project, grant.role, bitsOf(grant.permissions ?? []));
    }
    asked.ask(state.engine, person, change.raiseCap, now);
    return toldBy(asked);
  } finally {
    asked.free();
    person.free();
  }
}

/** The change as edits: checkmarks change what decides at the place. */
function editsOf(state: State, change: Change, project: string | undefined): readonly AccessEdit[] {
  if (change.edits) return change.edits;
  const own = change.member.access.find((grant) => (grant.project ?? undefined) === project);
  const standing = own ?? change.member.access.find((grant) => grant.project == null);
  let bits = standing ? bitsOfGrant(state, standing) : 0;
  for (const permission of change.check ?? []) bits = setTick(bits, permission, true);
  for (const permission of change.uncheck ?? []) bits = setTick(bits, permission, false);
  return [{ project: project ?? null, permissions: idsOf(bits), until: standing?.until ?? null }];
}

/** What a grant holds. Of a role of the team's own an answer says it, an edit does not: there the snapshot does. */
function bitsOfGrant(state: State, grant: AccessEdit): number {
  if (grant.role == null || grant.permissions) return bitsOf(grant.permissions ?? []);
  const own = state.snapshot.roles.find((role) => role.id === grant.role);
  return own ? bitsOf(own.permissions) : state.engine.roleBits(grant.role);
}

function toldBy(asked: Preview): ChangePreview {
  const price = asked.price();
  const [code, missing, project] = asked.denial();
  return {
    places: placesOf(asked.places()),
    seats: asked.seats(),
    orphaned: [...new Set(asked.orphaned())],
    ...(price ? { price: priceOf(price) } : {}),
    ...(code === undefined
      ? {}
      : { denial: { code, ...(missing ? { missing } : {}), ...(project ? { project } : {}) } }),
  };
}

function placesOf(flat: readonly string[]): PlaceChange[] {
  const places: PlaceChange[] = [];
  for (let at = 0; at + 2 < flat.length; at += 3) {
    const [project, gained, lost] = flat.slice(at, at + 3);
    const change = { gained: idsOf(Number(gained)), lost: idsOf(Number(lost)) };
    places.push(project ? { project, ...change } : change);
  }
  return places;
}

/** The price as a plain value; frees the one of core. */
export function priceOf(price: Price): PriceChange {
  const { before, after, paidSeats, neededCap } = price;
  price.free();
  return { before, after, paidSeats, ...(neededCap === undefined ? {} : { neededCap }) };
}
