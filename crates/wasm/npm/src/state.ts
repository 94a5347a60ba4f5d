/**
 * One snapshot, and the engine made of it. Fetching it is left to `team.ts`.
 */
import { CATALOGUE, type Permission } from "./catalogue.js";
import type { components } from "./generated/api.js";
import { idsOf } from "./sets.js";
import { Engine, Person } from "./wasm/roster.js";

/** One's own access in a team, as the edge says it. */
export type Snapshot = components["schemas"]["Snapshot"];

/** A snapshot with its engine. */
export interface State {
  readonly snapshot: Snapshot;
  readonly engine: Engine;
  /** What everybody in the snapshot is called. */
  readonly names: ReadonlyMap<string, string>;
  /** The checkmarks held at a place. */
  held(project: string | undefined, now: number): readonly Permission[];
}

/** The edge and this build do not know the same catalogue: the page must be loaded again. */
export class OutdatedError extends Error {
  override readonly name = "OutdatedError";
  constructor(readonly theirs: string) {
    super(`catalogue ${theirs} at the edge, ${CATALOGUE} here`);
  }
}

/** Makes the engine of a snapshot. */
export function stateOf(snapshot: Snapshot): State {
  if (snapshot.catalogue !== CATALOGUE) throw new OutdatedError(snapshot.catalogue);
  const engine = engineOf(snapshot);
  const people = [...snapshot.granters, snapshot.ownedBy, snapshot.you];
  return {
    snapshot,
    engine,
    names: new Map(people.map((person) => [person.id, person.name])),
    held(project, now) {
      const held = engine.held(project, now);
      const ids = idsOf(held.bits);
      held.free();
      return ids;
    },
  };
}

function engineOf(snapshot: Snapshot): Engine {
  const me = new Person(snapshot.you.id, snapshot.owner);
  for (const grant of snapshot.grants) {
    me.holds(grant.project, grant.role, grant.bits, grant.until ?? undefined);
  }
  const engine = new Engine(me, snapshot.ownedBy.id);
  for (const granter of snapshot.granters) {
    if (granter.id !== snapshot.ownedBy.id) engine.granter(granter.id, granter.bits);
  }
  const seats = snapshot.seats;
  if (seats) engine.pays(seats.plan, seats.cap, seats.taken, seats.reserved);
  return engine;
}
