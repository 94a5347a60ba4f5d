/**
 * Every text of the page in English. What its elements say is theirs.
 */
import { en as elements } from "@roster/elements/texts/en.js";
import { colleagues } from "./en/colleagues.js";
import { images } from "./en/images.js";
import { live } from "./en/live.js";
import { handover } from "./en/handover.js";
import { roles } from "./en/roles.js";
import { account } from "./en/account.js";
import { avatar } from "./en/avatar.js";
import { ending } from "./en/ending.js";
import { work } from "./en/work.js";

export const en = {
  ...elements,
  product: "Roster",
  save: "Save",
  skip: "Skip to the page",
  person: { anybody: "Anybody", clear: "Anybody again" },

  nav: {
    main: "Main",
    menu: "Menu",
    closeMenu: "Close menu",
    projects: "Projects",
    team: "Team",
    invite: "Invite a Teammate",
    images: "Image Library",
    plan: "Plan",
    history: "History",
    switch: "Switch team",
    newTeam: "New team",
    add: "Add teammate",
    account: "Account",
    settings: "Settings",
    signOut: "Sign out",
    back: "Back to the project",
    yours: "yours",
  },

  signIn: {
    title: "Sign in",
    over: "You were signed out",
    overLead: "Somebody ended this session, or its time was over. Sign in again, and you go on here: what you typed is kept.",
    ended: "Your last session here is over. We mail you a code, and you are back where you were.",
    lead: "We mail you a code. There is no password to remember.",
    email: "Email address",
    send: "Send code",
    code: "Code",
    signIn: "Sign in",
    sent: (address: string) => `We sent a code of 8 digits to ${address}. It is good for 10 minutes.`,
    other: "Use another address",
    again: "Send another code",
    againIn: (seconds: number) => `No mail? You can ask for another in ${seconds} s.`,
    needed: "Fill in your e-mail address.",
    codeNeeded: "Fill in the 8 digits from the mail.",
    confirm: (address: string) => `This link was asked for in another browser. Do you want to sign in here as ${address}?`,
    confirmYes: "Yes, sign in",
    confirmNo: "No",
    link: "Signing you in",
    forJoin: "Sign in, and we take you back to your invitation.",
    forCode: "For this step we mail you a code once more, so that nobody else can take it.",
  },

  dashboard: {
    title: "Projects",
    newProject: "New project",
    empty: "No projects yet",
    emptyLead: "A project holds the posts that you write and publish together.",
    emptyWait: "Nobody gave you a project yet. Ask the team's owner.",
    noAccess: (team: string, owner: string) => `You are in ${team}, but hold no access right now. ${owner} can give you a role.`,
    name: "Project name",
    create: "Create project",
    open: "Open",
    made: (when: string) => `Made ${when}`,
    archived: "Archived",
    archive: "Archive",
    reopen: "Reopen",
    rename: "Rename",
    moreFor: (name: string) => `More actions for ${name}`,
    archivedDone: (name: string) => `${name} is archived.`,
    firstTitle: "Make your first team",
    firstLead: "A team has projects, people and a plan. You will be its owner.",
    teamName: "Team name",
    createTeam: "Create team",
    invitations: "Invitations for you",
    invitation: (inviter: string, team: string) => `${inviter} invites you to ${team}`,
    until: (when: string) => `Until ${when}`,
    editors: (project: string) => `Editors of ${project}`,
    moreEditors: (number: number) => `${number} more`,
    search: "Search projects",
    none: (text: string) => `No project's name begins with "${text}".`,
  },

  lost: {
    title: "Nothing here",
    text: "This address leads nowhere, or to something that is not for you.",
    home: "Go to your projects",
  },
  gone: {
    title: "This closed",
    text: "Your access to this went away while it was open.",
  },
  failed: { title: "Roster does not answer", text: "Check your connection, then try again." },

  account,
  avatar,
  ending,
  ...images,
  ...handover,
  problem: { ...elements.problem, codes: { ...elements.problem.codes, ...images.imageProblems }, fields: images.imageLimits },
  colleagues,
  live,
  roles: { ...elements.roles, ...roles },
  ...work,
};

/** What every language says. */
export type Texts = typeof en;
