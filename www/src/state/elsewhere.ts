/**
 * An address that was copied leads to something of another team than the current one: that team is entered, if it is one
 * of one's own and the thing is there.
 */
import { Failure } from "@roster/elements/api/client.js";
import { session } from "@roster/elements/state/session.js";

/** Teams that are asked, one after the other; whoever is in more switches by hand. */
const MOST = 20;

/** Looks for the thing in one's other teams, by asking each for it; whether it was found, and its team entered. */
export async function enterTeamOf(ask: (team: string) => Promise<unknown>): Promise<boolean> {
  const others = (session.me?.teams ?? []).filter((team) => team.id !== session.teamId).slice(0, MOST);
  for (const { id } of others) {
    try {
      await ask(id);
    } catch (error) {
      if (error instanceof Failure) continue;
      throw error;
    }
    await session.enter(id);
    return true;
  }
  return false;
}
