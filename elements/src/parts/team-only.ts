/**
 * The checkmarks that only a team can give.
 */
import { PERMISSIONS, type Permission } from "@roster/access";

export const TEAM_ONLY: readonly Permission[] = PERMISSIONS.filter((one) => one.scope === "team").map((one) => one.id);
