/**
 * Taking one's data along, and ending an account or a team: what it means, said before the click.
 */
import { count, list } from "@roster/elements/texts/en/words.js";

export const ending = {
  data: "Your data",
  dataText: "A JSON file with what Roster keeps about you: your account and sessions, your teams and access, invitations, asks, what you made, and what history says about you. No secrets, and of other people nothing that you do not see anyway.",
  download: "Download my data",
  gathered: (rows: number) => `${count(rows, "entry", "entries")} so far`,
  downloaded: "Your data is downloaded.",

  gone: "Deleted account",
  account: "Delete account",
  accountLead: "This cannot be undone. Download your data first if you want to keep it.",
  accountMeans: [
    "Your name, picture and address are erased, and you are signed out everywhere.",
    "You leave every team at once. Your editor seats become free.",
    "Posts, images and lines of history that you made stay with their teams, under “Deleted account”.",
    "Invitations that you sent and links that you made stop working until somebody else adopts them.",
    "Your address can sign up again, as a new person with none of this. Invitations to it stay open.",
  ],
  leaves: (teams: readonly string[]) => `You are in ${list(teams)}.`,
  ownsFirst: (teams: readonly string[]) => `You own ${list(teams)}. Hand each of them over, or delete it, first.`,
  accountTitle: "Delete your account?",
  accountText: (address: string) => `This erases the account of ${address} for good. To confirm, type the address.`,
  accountField: "Your email address",
  accountYes: "Delete my account",
  accountDone: "Your account is deleted.",
  differs: "It is not the same yet.",

  team: (team: string) => `Delete ${team}`,
  teamLead: "This cannot be undone, by anybody.",
  teamMeans: (members: number, projects: number, images: number, seats: number) => [
    members > 1
      ? `${count(members - 1, "other member loses", "other members lose")} access at once, and get a mail that says so.`
      : "Nobody else is in it.",
    `${count(projects, "project", "projects")} with all their posts, and ${count(images, "image", "images")}, are deleted.`,
    "Its history is deleted too. Pending invitations and invite links stop working.",
    seats > 0 ? `The plan ends with its ${count(seats, "editor seat", "editor seats")}: nothing is owed from then on.` : "The plan ends: nothing is owed from then on.",
    "Whose account is merged into it gets their own teams back.",
  ],
  teamTitle: (team: string) => `Delete ${team}?`,
  teamText: (team: string) => `This deletes the team with all that is in it, for good. To confirm, type its name: ${team}`,
  teamField: "Name of the team",
  teamYes: "Delete team",
  teamDone: (team: string) => `${team} is deleted.`,
};
