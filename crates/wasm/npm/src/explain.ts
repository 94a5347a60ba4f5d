/**
 * Why one may not: the code, what is missing, who can grant it, and the sentence.
 */
import type { Permission } from "./catalogue.js";
import type { State } from "./state.js";
import type { Texts } from "./texts/index.js";

/** Somebody who can help. */
export interface Granter {
  readonly id: string;
  readonly name: string;
}

/** The answer to "may I, and if not, why?" */
export type Explanation =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** A stable code, as in the API's problems. */
      readonly code: string;
      /** What is missing, and where (no project: the whole team). */
      readonly missing?: { readonly permission: Permission; readonly project?: string };
      /** The owner, and up to two others. */
      readonly granters: readonly Granter[];
      /** One sentence or two, for the person. */
      readonly text: string;
    };

/** Explains one permission at one place. */
export function explain(
  state: State | undefined,
  permission: Permission,
  project: string | undefined,
  now: number,
  texts: Texts,
): Explanation {
  const [code, missing, at] = state?.engine.explain(permission, project, now) ?? ["not_found"];
  if (code === undefined) return { allowed: true };
  if (state === undefined || missing === undefined) {
    return { allowed: false, code, granters: [], text: texts.denial({ code, held: [], granters: [] }) };
  }
  const granters = grantersOf(state, permission, project, now);
  const held = state.held(project, now);
  const text = texts.denial({ code, missing: permission, held, granters: granters.map((one) => one.name) });
  const where = at === undefined ? { permission } : { permission, project: at };
  return { allowed: false, code, missing: where, granters, text };
}

/** Those who can grant a permission, oneself left out. */
export function grantersOf(
  state: State,
  permission: Permission,
  project: string | undefined,
  now: number,
): readonly Granter[] {
  const ids = state.engine.granters(permission, project, now);
  const found = ids.map((id) => ({ id, name: state.names.get(id) ?? "" }));
  return found.filter((one) => one.name !== "" && one.id !== state.snapshot.you.id);
}
