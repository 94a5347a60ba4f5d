/**
 * What a plan is called.
 */
import { PLANS } from "@roster/access";
import { t } from "../texts/index.js";

/** A plan's name. */
export function planName(id: string): string {
  const plan = PLANS.find((one) => one.id === id);
  return plan ? t.rules.plan(plan.id).label : id;
}
