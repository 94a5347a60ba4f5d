/**
 * A member inside one project: what they hold there, and being taken out of it or leaving it, with what that means said
 * before.
 */
import { call, problemOf } from "../api/client.js";
import type { Member, PlacedGrant } from "../api/types.js";
import { navigation } from "../state/navigation.js";
import { session } from "../state/session.js";
import { toasts } from "../state/toasts.js";
import { t } from "../texts/index.js";
import type { Ask } from "./ask.js";
import { askCap } from "./cap.js";
import { phraseOf, projectName } from "./phrase.js";

/** What stands at the project itself. */
export function ownAt(access: readonly PlacedGrant[], project: string): PlacedGrant | undefined {
  return access.find((grant) => grant.project === project);
}

/** What decides at the project: its own, or the team's. */
function deciding(access: readonly PlacedGrant[], project: string): PlacedGrant | undefined {
  return ownAt(access, project) ?? access.find((grant) => grant.project == null);
}

/** Whether nothing is held at the project: nothing decides there, or "No access" does. */
export function isOutside(member: Member, project: string): boolean {
  const grant = deciding(member.access, project);
  return !member.owner && (grant === undefined || (!grant.role && (grant.permissions ?? []).length === 0));
}

/** A member with what they hold at the project alone: for one phrase of it. */
export function seenAt(member: Member, project: string): Pick<Member, "id" | "owner" | "access"> {
  const grant = deciding(member.access, project);
  return { id: member.id, owner: member.owner, access: grant ? [{ ...grant, project: null }] : [] };
}

/** The phrase of it, saying where it comes from. */
export function phraseAt(member: Member, project: string): string {
  const phrase = phraseOf(seenAt(member, project));
  return member.owner || ownAt(member.access, project) ? phrase : t.inProject.everywhere(phrase);
}

/** Whether one sees all that others hold, and so whether this project is their last. */
function seesAll(): boolean {
  return session.owner || session.rules?.held(undefined).bits !== 0;
}

/** Asks, and takes a member out of the project. */
export function askRemoval(ask: Ask, member: Member, name: string, project: string, done: () => Promise<void>): void {
  const here = projectName(project);
  const last = session.rules?.leavesTeam(project, member) ?? false;
  const consequence = last ? (seesAll() ? t.inProject.lastOfTheirs(name) : t.inProject.perhapsLast(name)) : t.inProject.staysInTeam(name);
  const run = async (): Promise<void> => {
    const path = { team: session.teamId, person: member.id, project };
    await call("delete", "/api/v1/teams/{team}/members/{person}/projects/{project}", { path });
    toasts.say(t.inProject.removed(name, here), () => giveBack(ask, member, name, project, last, done));
    await done();
  };
  const text = `${t.inProject.removeText(name, here)} ${consequence}`;
  ask.ask({ title: t.inProject.removeTitle(name, here), text, yes: t.inProject.remove, danger: true, run });
}

/** Exactly what was there: the membership, or what stood at the project. */
async function giveBack(ask: Ask, member: Member, name: string, project: string, last: boolean, done: () => Promise<void>, raiseCap?: number): Promise<void> {
  const path = { team: session.teamId, person: member.id };
  const more = raiseCap === undefined ? {} : { raiseCap };
  try {
    if (last) await call("post", "/api/v1/teams/{team}/members/{person}/restore", { path, body: more });
    else await call("put", "/api/v1/teams/{team}/members/{person}/access", { path, body: { edits: [ownAt(member.access, project) ?? { project }], ...more } });
    toasts.say(t.team.restored(name));
    await done();
  } catch (error) {
    if (!askCap(ask, problemOf(error), (cap) => giveBack(ask, member, name, project, last, done, cap))) throw error;
  }
}

/** Asks, and leaves the project oneself; with the last of them the team. */
export function askLeaving(ask: Ask, project: string, name: string): void {
  const last = session.rules?.leavesTeam(project) ?? false;
  const team = session.team?.name ?? "";
  const run = async (): Promise<void> => {
    await call("post", "/api/v1/teams/{team}/projects/{project}/leave", { path: { team: session.teamId, project } });
    navigation.go("home");
    await session.reread();
    toasts.say(last ? t.team.left(team) : t.inProject.gone(name));
  };
  const text = last ? t.inProject.leaveLast(name, team) : t.inProject.leaveText(name, team);
  ask.ask({ title: t.inProject.leaveTitle(name), text, yes: last ? t.inProject.leaveBoth : t.inProject.leave, danger: true, run });
}
