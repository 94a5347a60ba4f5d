/**
 * All elements at once, and what one says about one's own app. Each element is also an entry of its own.
 */
export { AcceptPanel } from "./accept-panel.js";
export { Gate } from "./gate.js";
export { InviteButton } from "./invite-button.js";
export { LinkBox } from "./link-box.js";
export { PlanTable } from "./plan-table.js";
export { TeamPanel } from "./team-panel.js";
export { configure, type Settings } from "./state/settings.js";
export type { Links, Place, Step } from "./state/navigation.js";
export type { Language } from "./texts/language.js";
