/**
 * The way from a no to a yes: beside a reason that names a missing checkmark stands "Ask for access". Drawn where
 * there is something to ask for, and loaded only then.
 */
import type { Explanation } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import type { Problem, Reason } from "../api/types.js";

/** A checkmark that is missing, and where; no project: the team. */
export interface Lack {
  readonly permission: string;
  readonly project?: string | null;
}

/** What is missing, of a refusal that asking could mend. */
export function lackOf(refusal: Pick<Problem | Reason, "code" | "missing"> | undefined): Lack | undefined {
  return refusal?.code === "missing_permission" ? (refusal.missing ?? undefined) : undefined;
}

/** Draws it; nothing, when nothing is missing. */
export function lacking(lack: Lack | undefined): TemplateResult | typeof nothing {
  if (!lack) return nothing;
  void import("./ask-access.js");
  return html`<roster-ask-access .permission=${lack.permission} .project=${lack.project ?? ""}></roster-ask-access>`;
}

/** Why a control is off, for `deed`, and what could be asked for. */
export function whyNot(why: Explanation | undefined): { readonly denied?: string; readonly lacks?: Lack } {
  if (!why || why.allowed) return {};
  const lacks = lackOf(why);
  return lacks ? { denied: why.text, lacks } : { denied: why.text };
}
