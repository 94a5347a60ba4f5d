/**
 * What the Team section inside a project says: who is in it, who can be added, and what leaving it means.
 */
import { count, list } from "./words.js";

export const inProject = {
  posts: "Posts",
  team: "Team",
  lead: (project: string) => `Who works in ${project}, and what they may do there.`,
  everywhere: (phrase: string) => `${phrase}, as in the whole team`,
  add: "Add to project",
  addTitle: "Add to project",
  addLead: "People of the team who are not in this project. They are in at once, and are told by mail.",
  search: "Search people of the team",
  nobody: "Everybody in the team is in this project already.",
  nobodyFound: (text: string) => `Nobody outside this project whose name or address begins with "${text}".`,
  noMore: "More people of the team may be found by their name.",
  role: "Role in the project",
  people: "People",
  addYes: (number: number) => (number === 0 ? "Add" : `Add ${count(number, "person", "people")}`),
  choose: "Tick at least one person.",
  added: (names: readonly string[], project: string) => `${list(names)} ${names.length === 1 ? "is" : "are"} in ${project} now.`,
  takenBack: "Taken back.",
  failed: (name: string, why: string) => `${name}: ${why}`,
  invite: "Invite somebody new",
  remove: "Remove from project",
  removeTitle: (name: string, project: string) => `Remove ${name} from ${project}?`,
  removeText: (name: string, project: string) => `${name} loses all access to ${project} at once. Posts stay, signed with the name.`,
  staysInTeam: (name: string) => `${name} stays in the team, with the other projects.`,
  lastOfTheirs: (name: string) => `It is the only project of ${name}, so ${name} leaves the team with it. You can undo this for 30 days.`,
  perhapsLast: (name: string) => `If it is the only project of ${name}, they leave the team with it.`,
  removed: (name: string, project: string) => `${name} is no longer in ${project}.`,
  leaveText: (project: string, team: string) => `You lose access to ${project} at once, and stay in ${team}. Only somebody of the team can bring you back.`,
  leaveLast: (project: string, team: string) => `${project} is the only project you have in ${team}, so you leave the team with it, at once. Only somebody of the team can bring you back.`,
  leaveBoth: "Leave project and team",
  leave: "Leave project",
  leaveTitle: (project: string) => `Leave ${project}?`,
  gone: (project: string) => `You left ${project}.`,
};
