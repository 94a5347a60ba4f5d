/**
 * Taking one's data along, and ending an account or a team: what it means, said before the click.
 */
import { count } from "@roster/elements/texts/en/words.js";

export const ending = {
  data: "Your data",
  dataText: "A JSON file with what Roster keeps about you: your account and sessions, your teams and access, invitations, asks, what you made, and what history says about you. No secrets, and of other people nothing that you do not see anyway.",
  download: "Download my data",
  gathered: (rows: number) => `${count(rows, "entry", "entries")} so far`,
  downloaded: "Your data is downloaded.",
};
