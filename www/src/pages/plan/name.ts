/**
 * What a plan is called.
 */
import { PLANS } from "@roster/access";

/** A plan's name. */
export function planName(id: string): string {
  return PLANS.find((plan) => plan.id === id)?.label ?? id;
}
