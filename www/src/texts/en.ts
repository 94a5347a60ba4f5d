/**
 * Every text of the page in English. Sentences of denials and the catalogue's names are the package's.
 */
import { en as rules, type Texts as RuleTexts } from "@roster/access";
import type { Language } from "./language.js";
import { inProject } from "./en/project-team.js";
import { images } from "./en/images.js";
import { handover } from "./en/handover.js";
import { merging } from "./en/merging.js";
import { roles } from "./en/roles.js";
import { team } from "./en/team.js";
import { account } from "./en/account.js";
import { ending } from "./en/ending.js";
import { asks } from "./en/asks.js";
import { inviting } from "./en/inviting.js";
import { count, list } from "./en/words.js";
import { work } from "./en/work.js";

export const en = {
  language: "en" as Language,
  rules: rules as RuleTexts,
  list,
  product: "Roster",
  close: "Close",
  cancel: "Cancel",
  undo: "Undo",
  save: "Save",
  loading: "Loading",
  retry: "Try again",
  more: "Show more",
  skip: "Skip to the page",
  person: { anybody: "Anybody", clear: "Anybody again" },
  toast: { region: "What just happened" },

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

  problem: {
    seatsFull: (cap: number, total: string) =>
      `No editor seat is free. It needs ${count(cap, "paid seat", "paid seats")}, ${total} a month once all are taken.`,
    seatsInUse: (taken: number, reserved: number, limit: number) =>
      `${count(taken, "seat is", "seats are")} taken and ${reserved} reserved; this would leave ${limit}. Free ${taken + reserved - limit} first.`,
    wrongPerson: (address: string) => `This invitation is for ${address}.`,
    wrongDomain: (domain: string) => `This link is for addresses at ${domain} only.`,
    again: (code: string, when: string) =>
      code === "declined" ? `They declined. You can invite them again from ${when}.` : `That was too often. Again from ${when}.`,
    codes: {
      already_offered: "This project is offered to somebody already. Withdraw that offer first.",
      offline: "Nothing came back. Check your connection and try again; what you typed is kept.",
      broken: "Something broke on our side. Nothing was changed. Try again in a moment.",
      busy: "There is a lot going on right now. Try again in a moment.",
      too_many_requests: "That was a lot at once. Wait a moment and try again.",
      address_malformed: "This is not a whole e-mail address.",
      address_not_ascii: "The part before the @ can have plain Latin letters and digits only.",
      bad_value: "This cannot be right. Check it once more.",
      bad_token: "This link is not whole. Copy all of it from the mail, or ask for a new one.",
      not_found: "This is not here, or not for you.",
      foreign_origin: "Your browser did not say that this came from this page. Load the page again.",
      changed: "Somebody else changed this in the meantime. What you typed is still here.",
    } as Readonly<Record<string, string>>,
  },

  signIn: {
    title: "Sign in",
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

  join: {
    title: (team: string) => `Join ${team}`,
    looking: "Looking at your invitation",
    by: (inviter: string) => `${inviter} invites you.`,
    forWhom: (address: string) => `For ${address}`,
    forAnyone: "Anyone with this link can join.",
    youCan: "You will be able to",
    everywhere: "In every project",
    until: (when: string) => `This access ends on ${when}.`,
    open: (when: string) => `Open until ${when}.`,
    own: "Your own teams and projects stay as they are.",
    accept: "Accept invitation",
    join: "Join team",
    decline: "Decline",
    declined: (team: string) => `You declined. ${team} cannot invite you again for 30 days, unless you ask.`,
    declineTitle: "Decline the invitation?",
    declineText: (team: string) => `${team} is told, and cannot invite you again for 30 days unless you ask.`,
    nothingNew: "You held as much already. Nothing changed.",
    joined: (team: string) => `Welcome to ${team}.`,
    wrong: (me: string, whom: string) => `You are signed in as ${me}. This is for ${whom}.`,
    as: (me: string) => `You are signed in as ${me}.`,
    switch: "Switch account",
    signIn: "Sign in to accept",
    signInLink: "Sign in to join",
    hasAccount: (whom: string) => `${whom} has an account here. Sign in to it, and you come back to this page.`,
    ask: "Ask for a new one",
    asked: "We told whoever invited you. You can close this page.",
    deadTitle: "This does not open",
    dead: {
      used: "It was used already. If that was you, sign in: you are in the team.",
      expired: "Its time is over.",
      replaced: "A newer one took its place. Look for the latest mail, or ask whoever shared the link.",
      withdrawn: "It was withdrawn.",
      needs_sender: "Whoever sent it can no longer give it.",
      declined: "It was declined.",
      barred: "You were removed from this team, so its links are closed to you. Somebody of the team can invite you by mail.",
      already_member: "You are in this team already.",
      bad_token: "This link is not whole. Copy all of it, up to its last letter.",
      not_found: "There is nothing behind this link. Perhaps a part of it is missing.",
    } as Readonly<Record<string, string>>,
    toTeam: "Go to the team",
    home: "Go to Roster",
    none: "There is no invitation in this address. Open the link from your mail once more.",
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

  inProject,
  account,
  ending,
  ...asks,
  ...images,
  ...handover,
  ...merging,
  roles,
  ...team,
  ...inviting,
  ...work,
};

/** What every language says. */
export type Texts = typeof en;
