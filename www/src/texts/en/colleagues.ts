/**
 * What the list of colleagues says in English.
 */
export const colleagues = {
  title: "Colleagues",
  lead: "People who work with you, or have worked with you, in any team. They get a mail and decide themselves.",
  leadProject: "People of the team who are not in this project, and people who have worked with you elsewhere.",
  none: "Nobody yet. Whoever shares a project with you appears here.",
  choose: (name: string) => `Add ${name}`,
  role: (name: string) => `Role of ${name}`,
  member: "In the team: added at once",
  invited: "Invited already",
  add: "Add",
  addSome: (number: number) => `Add ${number}`,
  tickFirst: "Tick those who should join.",
  done: (name: string) => `${name} is invited.`,
  included: (name: string) => `${name} is in the project now.`,
  failed: (name: string, why: string) => `${name}: ${why}`,
  find: "Find in the team",
};
