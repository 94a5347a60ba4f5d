/**
 * What Settings says about one's own account: sessions, address, mails.
 */
export const account = {
  thisBrowser: "This browser",
  someBrowser: "Some browser",
  since: (began: string, seen: string) => `Since ${began}, last used ${seen}`,
  end: "Sign out",
  endOf: (name: string) => `Sign out ${name}`,
  ended: (name: string) => `${name} is signed out.`,
  change: "Change address",
  newAddress: "New email address",
  send: "Send code",
  sent: (address: string) => `We sent a code to ${address}. It is good for 10 minutes.`,
  code: "Code from the new address",
  confirm: "Confirm new address",
  changed: "Your address is changed. We told the old one.",
  mails: "Mails",
  mailsText: "Codes, invitations and what happens to your own access always come. These you can do without:",
  mail: {
    asks: "Somebody asks me for access",
    verdicts: "My post was approved or returned",
    seats: "A paid seat was refused in a team of mine",
  },
};
