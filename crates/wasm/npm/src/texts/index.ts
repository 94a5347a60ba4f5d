/**
 * What the package says in a reader's language: the sentences of denials, and what checkmarks, roles and plans are
 * called. English is in the package; every other language is an entry of its own, so that nobody loads two.
 */
import type { Permission, PlanId, RoleId } from "../catalogue.js";

/** What explains a denial. */
export interface DenialFacts {
  readonly code: string;
  readonly missing?: Permission;
  /** What the person holds at the place. */
  readonly held: readonly Permission[];
  /** The names of those who can grant it. */
  readonly granters: readonly string[];
}

/** What something of the catalogue is called, and one line about it. */
export interface Named {
  readonly label: string;
  readonly line: string;
}

/** The texts of one language. */
export interface Texts {
  /** Its tag (BCP 47). */
  readonly language: string;
  denial(facts: DenialFacts): string;
  permission(id: Permission): Named;
  role(id: RoleId): Named;
  plan(id: PlanId): Named;
}
