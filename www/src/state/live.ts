/**
 * What begins once the page stands: the room that one is in, and a sentence when one's access changes under one's hands.
 */
import type { Permission } from "@roster/access";
import { labelsOf } from "@roster/elements/state/roles.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { t } from "../texts/index.js";
import { here } from "./room.js";

/** Labels that a sentence names. */
const NAMED = 3;

/** Begins. */
export function beLive(): void {
  here.begin();
  let [place, held] = heldHere();
  const look = (): void => {
    const [now, holds] = heldHere();
    if (now === place && now !== "") say(held, holds);
    [place, held] = [now, holds];
  };
  for (const source of [session, here]) source.addEventListener("change", look);
}

/** Where one is, and what one holds there. */
function heldHere(): [string, readonly Permission[]] {
  const team = session.rules;
  if (!team?.state) return ["", []];
  return [`${team.source.team} ${here.project ?? ""}`, team.state.held(here.project, team.now())];
}

function say(before: readonly Permission[], after: readonly Permission[]): void {
  const lost = before.filter((one) => !after.includes(one));
  const gained = after.filter((one) => !before.includes(one));
  if (lost.length > 0) toasts.say(t.live.lost(some(lost)));
  if (gained.length > 0) toasts.say(t.live.gained(some(gained)));
}

function some(permissions: readonly Permission[]): string {
  const labels = labelsOf(permissions);
  const more = labels.length - NAMED;
  return t.list(more > 1 ? [...labels.slice(0, NAMED), t.live.andMore(more)] : labels);
}
