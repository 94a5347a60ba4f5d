/**
 * The questions at one place. `can` reads a bit and no clock: the team swaps the set when it changes.
 */
import { explain, type Explanation } from "./explain.js";
import { PERMISSIONS, type Permission } from "./catalogue.js";
import { preview, type Change, type ChangePreview } from "./preview.js";
import { halves } from "./sets.js";
import type { Team } from "./team.js";

/** What there is to listen to. */
export interface Events {
  /** Somebody's access changed, or an end date came. */
  change: () => void;
  /** The edge speaks another catalogue: load the page again. */
  outdated: () => void;
}

/** One permission, held on to: its answer is always the present one. */
export interface Allowance {
  readonly allowed: boolean;
}

interface Bit {
  readonly high: boolean;
  readonly mask: number;
}

const BITS: ReadonlyMap<string, Bit> = new Map(
  PERMISSIONS.map(({ id, bit }) => [id, { high: bit > 31, mask: 1 << (bit % 32) }]),
);

/** One's own access at the team or one project. */
export class Access {
  #low = 0;
  #high = 0;
  #seen = false;
  readonly #handles = new Map<Permission, { allowed: boolean }>();

  /** Made by `connect` and {@link Team.at}. */
  constructor(
    readonly team: Team,
    readonly project: string | undefined,
  ) {
    this.swap();
  }

  /** Whether one may. */
  can(permission: Permission): boolean {
    const bit = BITS.get(permission);
    return bit !== undefined && ((bit.high ? this.#high : this.#low) & bit.mask) !== 0;
  }

  /** Whether the place exists for one at all. */
  get seen(): boolean {
    return this.#seen;
  }

  /** A handle whose `allowed` stays true to the present. */
  permission(permission: Permission): Allowance {
    const known = this.#handles.get(permission);
    if (known) return known;
    const handle = { allowed: this.can(permission) };
    this.#handles.set(permission, handle);
    return handle;
  }

  /** Whether one may, and if not: what is missing, who can grant it, and a sentence. */
  explain(permission: Permission): Explanation {
    return explain(this.team.state, permission, this.project, this.team.now(), this.team.texts);
  }

  /** What a change of a member's access would do. */
  preview(change: Change): ChangePreview | undefined {
    const state = this.team.state;
    return state && preview(state, change, this.project, this.team.now());
  }

  /** The same person at another place of the team. */
  at(project?: string): Access {
    return this.team.at(project);
  }

  /** Calls back at each change; the answer ends it. */
  on<E extends keyof Events>(event: E, listener: Events[E]): () => void {
    return this.team.on(event, listener);
  }

  /** Asks the edge again. */
  refresh(): Promise<void> {
    return this.team.refresh();
  }

  /** Stops asking. */
  close(): void {
    this.team.close();
  }

  /** Takes the set that holds now. The team calls this. */
  swap(): void {
    const held = this.team.held(this.project);
    const { low, high } = halves(held.bits);
    [this.#low, this.#high, this.#seen] = [low, high, held.seen];
    for (const [permission, handle] of this.#handles) handle.allowed = this.can(permission);
  }
}
