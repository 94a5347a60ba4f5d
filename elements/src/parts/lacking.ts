/**
 * The way from a no to a yes: beside a reason that names a missing checkmark stands "Ask for access". Drawn where
 * there is something to ask for, and loaded only then.
 */
import type { Explanation, Permission } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import type { Problem, Reason } from "../api/types.js";
import { session } from "../state/session.js";
import { reasonText, t } from "../texts/index.js";

/** A checkmark that is missing, and where; no project: the team. */
export interface Lack {
  readonly permission: string;
  readonly project?: string | null;
}

/** Why a control is off, and what could be asked for; neither, when it is on. */
export interface Off {
  readonly denied?: string;
  readonly lacks?: Lack;
}

/** A control that is off. */
export type Refusal = Off & { readonly denied: string };

/** How the way is drawn: beside a reason; as a link in a row of many; as an entry of a menu. */
export type Shape = "" | "link" | "entry";

/** What is missing, of a refusal that asking could mend. What one holds, if not for as long, is not missing. */
export function lackOf(refusal: Pick<Problem | Reason, "code" | "missing"> | undefined): Lack | undefined {
  const missing = refusal?.missing;
  if (refusal?.code === "missing_permission") return missing ?? undefined;
  if (refusal?.code !== "not_held" || !missing) return undefined;
  return session.access?.at(missing.project ?? undefined).can(missing.permission as Permission) ? undefined : missing;
}

/** Draws it; nothing, when nothing is missing. */
export function lacking(lack: Lack | undefined, shape: Shape = ""): TemplateResult | typeof nothing {
  if (!lack) return nothing;
  void import("./ask-access.js");
  return html`<roster-ask-access .permission=${lack.permission} .project=${lack.project ?? ""} .shape=${shape}></roster-ask-access>`;
}

function off(denied: string, lacks: Lack | undefined): Refusal {
  return lacks ? { denied, lacks } : { denied };
}

/** Why a control is off, for `deed`, and what could be asked for. */
export function whyNot(why: Explanation | undefined): Off {
  return !why || why.allowed ? {} : off(why.text, lackOf(why));
}

/** The same of a reason of the edge's or core's. */
export function refusal(reason: Reason): Refusal {
  return off(reasonText(reason), lackOf(reason));
}

/** One gives and takes only what one holds: the checkmark that is missing for it, at a project or at the team. */
export function notHeld(permission: Permission, project: string | undefined): Refusal {
  const lacks = lackOf({ code: "not_held", missing: { permission, ...(project ? { project } : {}) } });
  return off(t.access.notHeld(t.rules.permission(permission).label), lacks);
}
