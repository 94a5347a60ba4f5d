/**
 * The owner's confirming of a shown price, which raises the cap in the same act.
 */
import type { Problem } from "../api/types.js";
import { t } from "../texts/index.js";
import type { Ask } from "./ask.js";
import { money } from "./format.js";

/** Asks, when the problem is that seats are full and the reader can allow more. Says whether it asked. */
export function askCap(ask: Ask, problem: Problem, run: (cap: number) => Promise<void>): boolean {
  const cap = problem.neededCap;
  if (problem.code !== "seats_full" || cap == null) return false;
  const total = money(problem.totalCents ?? 0);
  ask.ask({ title: t.cap.title, text: t.cap.text(cap, total), yes: t.cap.yes(total), run: () => run(cap) });
  return true;
}
