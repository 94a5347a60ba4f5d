/**
 * What each row of many comes to before it is sent: what is wrong with it, whether it takes a seat, and what that
 * costs. Prices are core's; what an address is to the team, the edge said.
 */
import { takesSeat } from "@roster/access";
import type { Invitee, PlacedGrant } from "../../api/types.js";
import { session } from "../../state/session.js";
import { fitted, placed, TEAM, withRole, type Held } from "../draft.js";
import type { Entry } from "./csv.js";
import { TEAM_ONLY } from "../team-only.js";

/** What is said about a row. */
export type Said = "malformed" | "duplicate" | "role" | "not_held" | "member" | "joins" | "pending" | "fresh" | "checking";

/** A row as the preview shows it. */
export interface Verdict {
  readonly entry: Entry;
  /** As it goes out. */
  readonly address: string;
  readonly said: Said;
  /** Why it is no address: a code. */
  readonly code?: string;
  readonly held: Held;
  /** Whether it goes out. */
  readonly goes: boolean;
  /** Whether it takes a seat that is not taken or reserved yet. */
  readonly seat: boolean;
  /** What it adds to a month, in cents; for the owner. */
  readonly cents?: number;
  /** The cap does not allow its seat. */
  readonly beyond: boolean;
}

/** All rows, and what they come to together. */
export interface Judged {
  readonly rows: readonly Verdict[];
  readonly goes: number;
  /** New seats. */
  readonly seats: number;
}

/** What is given, and where. */
export interface Given {
  readonly held: Held;
  readonly targets: readonly string[];
}

/** Judges all rows in turn. */
export function judge(entries: readonly Entry[], known: ReadonlyMap<string, Invitee>, given: Given): Judged {
  const seen = new Set<string>();
  let seats = 0;
  const rows = entries.map((entry) => {
    const held = entry.role ? withRole(given.held, entry.role) : given.held;
    const invitee = known.get(entry.typed);
    const address = invitee?.address ?? entry.typed;
    const said = saidOf(entry, invitee, held, given.targets, seen);
    if (said !== "malformed") seen.add(address.toLowerCase());
    const goes = said === "joins" || said === "pending" || said === "fresh";
    const seat = goes && takesSeat(held.bits) && !invitee?.seat;
    if (seat) seats += 1;
    const code = invitee?.code ?? undefined;
    return { entry, address, said, held, goes, seat, ...(code ? { code } : {}), ...(seat ? cost(held, seats) : { beyond: false }) };
  });
  return { rows, goes: rows.filter((row) => row.goes).length, seats };
}

function saidOf(entry: Entry, invitee: Invitee | undefined, held: Held, targets: readonly string[], seen: ReadonlySet<string>): Said {
  if (invitee === undefined) return "checking";
  if (invitee.code != null || invitee.address == null) return "malformed";
  if (seen.has(invitee.address)) return "duplicate";
  if (entry.wrongRole !== undefined) return "role";
  if (entry.role !== undefined && lacks(held, targets)) return "not_held";
  if (invitee.member) return targets.includes(TEAM) ? "member" : "joins";
  return invitee.pending ? "pending" : "fresh";
}

function lacks(held: Held, targets: readonly string[]): boolean {
  return targets.some((place) => session.rules?.cannotGive(held.bits, held.until, place === TEAM ? undefined : place) !== undefined);
}

/** What the n-th new seat adds. */
function cost(held: Held, nth: number): { cents?: number; beyond: boolean } {
  const after = session.rules?.invitationPrice(held.role, held.bits, nth);
  const before = session.rules?.invitationPrice(held.role, held.bits, nth - 1);
  if (!after || !before) return { beyond: false };
  return { cents: after.after - before.after, beyond: after.neededCap !== undefined };
}

/** What a row gives, as the API takes it. */
export function accessOf(held: Held, targets: readonly string[]): PlacedGrant[] {
  return targets.map((place) => placed(place, fitted(held, place, TEAM_ONLY)));
}
