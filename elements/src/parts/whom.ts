/**
 * For whom an invitation is, as the team reads it.
 */
import type { Invitation } from "../api/types.js";

/** The address; of a colleague who was invited by who they are, the name. */
export const whom = (one: Invitation): string => one.address ?? one.name ?? "";
