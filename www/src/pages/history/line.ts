/**
 * A line of history as a sentence, and what was held before and after.
 */
import type { HistoryLine, PlacedGrant } from "@roster/elements/api/types.js";
import { permissionName, phraseOf, projectName } from "@roster/elements/parts/phrase.js";
import { labelsOf } from "@roster/elements/state/roles.js";
import { called } from "../called.js";
import type { HistoryFacts } from "../../texts/en/work.js";
import { t } from "../../texts/index.js";
import { planName } from "@roster/elements/plan/name.js";

/** Whom it is about, as far as the reader may know. */
export function personOf(line: HistoryLine): string {
  return (line.person && called(line.person.name)) ?? line.address ?? t.history.nobody;
}

/** What happened. */
export function sentence(line: HistoryLine): string {
  const facts: HistoryFacts = {
    by: (line.by && called(line.by.name)) ?? t.history.system,
    whom: personOf(line.person || line.address || !line.by ? line : { ...line, person: line.by }),
    project: line.project ? line.project.name : t.history.someProject,
    note: noteOf(line),
    after: held(line.after),
  };
  return t.history.kinds[line.kind]?.(facts) ?? t.history.other(facts.by);
}

/** What was held before and after, where both are told. */
export function detail(line: HistoryLine): string | undefined {
  if (line.kind === "role_changed") return t.history.change(marks(line.before), marks(line.after));
  if (line.kind === "access_changed") return t.history.change(held(line.before), held(line.after));
  return TAKEN.has(line.kind) && line.before.length > 0 ? t.history.before(held(line.before)) : undefined;
}

/** Lines after which nothing is held. */
const TAKEN: ReadonlySet<string> = new Set(["removed", "removed_from_project", "left", "left_project"]);

/** The checkmarks of a role, by name. */
function marks(access: readonly PlacedGrant[]): string {
  return t.list(labelsOf(access.flatMap((grant) => grant.permissions ?? [])));
}

/** Access as a phrase. */
export function held(access: readonly PlacedGrant[]): string {
  if (access.length === 0) return t.phrase.nothing;
  const team = access.filter((grant) => grant.project == null);
  const [first] = access;
  if (team.length === 0 && access.length === 1 && first?.project != null) {
    return t.history.place(phraseOf({ id: NOBODY, access: [{ ...first, project: null }] }), projectName(first.project));
  }
  return phraseOf({ id: NOBODY, access });
}

/** An id that is nobody's: the phrase is of the access alone. */
const NOBODY = "0000000000000";

/** What the note names. */
function noteOf(line: HistoryLine): string {
  const note = line.note ?? "";
  if (line.kind === "plan_changed") return planNote(note);
  if (line.kind.startsWith("access_ask")) return permissionName(note);
  return note;
}

/** The note of a change of plan: its id and the cap. */
function planNote(note: string): string {
  const [plan = "", cap = "0"] = note.split(" ");
  return t.history.plan(planName(plan), cap);
}
