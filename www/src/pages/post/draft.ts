/**
 * What somebody is writing and has not saved, kept in this tab until it is: a reload or a lost right takes nothing.
 */
import { session } from "@roster/elements/state/session.js";

/** Title and text, and the version that they were written over. */
export interface Draft {
  readonly title: string;
  readonly text: string;
  readonly version: number;
}

function keyOf(id: string): string {
  return `roster.draft.${session.me?.id ?? ""}.${id}`;
}

/** Keeps it, under the post's id, or the project's for a new one. */
export function keepDraft(id: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(draft));
  } catch {
    // The tab's room is full: it stays on the page alone.
  }
}

/** What was kept. */
export function keptDraft(id: string): Draft | undefined {
  const kept = sessionStorage.getItem(keyOf(id));
  if (!kept) return undefined;
  try {
    const { title, text, version } = JSON.parse(kept) as Partial<Draft>;
    if (typeof title === "string" && typeof text === "string" && typeof version === "number") return { title, text, version };
  } catch {
    // Not ours: as if there were none.
  }
  return undefined;
}

/** It was saved, or is not wanted. */
export function dropDraft(id: string): void {
  sessionStorage.removeItem(keyOf(id));
}
