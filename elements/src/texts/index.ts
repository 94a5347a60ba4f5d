/**
 * The texts of the elements in the reader's language, and problems as sentences. A language is one folder beside this.
 */
import type { Permission } from "@roster/access";
import type { Problem, Reason } from "../api/types.js";
import { money, moment } from "../parts/format.js";
import { session } from "../state/session.js";
import { t } from "./language.js";

export { t } from "./language.js";

/** A problem as a sentence: the rules' own where they speak, ours where the request or the machine is at fault. */
export function problemText(problem: Problem): string {
  if (problem.code === "seats_full" && problem.neededCap != null) {
    return t.problem.seatsFull(problem.neededCap, money(problem.totalCents ?? 0));
  }
  if (problem.code === "seats_in_use" && problem.taken != null) {
    return t.problem.seatsInUse(problem.taken, problem.reserved ?? 0, problem.limit ?? 0);
  }
  if (problem.code === "wrong_person" && problem.address) return t.problem.wrongPerson(problem.address);
  if (problem.code === "wrong_domain" && problem.domain) return t.problem.wrongDomain(problem.domain);
  if (problem.retryAt != null) return t.problem.again(problem.code, moment(problem.retryAt));
  const own = t.problem.codes[problem.code] ?? t.problem.fields[problem.field ?? ""];
  return own ?? denialText(problem);
}

/** Why a control is off, as a sentence. */
export function reasonText(reason: Reason): string {
  const missing = reason.missing;
  if (!missing || !session.access) return denialText(reason);
  const here = session.access.at(missing.project ?? undefined);
  const explained = here.explain(missing.permission as Permission);
  return !explained.allowed && reason.code === explained.code ? explained.text : denialText(reason);
}

function denialText(problem: Pick<Problem, "code" | "missing" | "granters">): string {
  const rules = session.rules;
  const missing = problem.missing;
  const held = rules?.state?.held(missing?.project ?? undefined, rules.now()) ?? [];
  const granters = (problem.granters ?? []).map((granter) => granter.name);
  const facts = { code: problem.code, held, granters };
  const permission = missing?.permission as Permission | undefined;
  return t.rules.denial(permission ? { ...facts, missing: permission } : facts);
}
