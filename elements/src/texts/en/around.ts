/**
 * What an element says where there is nothing to show yet: nobody is signed in, no team, no answer.
 */
export const around = {
  signedOut: "Sign in to see this.",
  signIn: "Sign in",
  noTeam: "You are in no team yet.",
  ownerOnly: "Plan and price are the owner's to see.",
  failed: "Roster does not answer. Check your connection, then try again.",
  invite: "Invite a Teammate",
};
