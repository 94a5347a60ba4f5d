/**
 * What the gallery says in English.
 */
export const gallery = {
  title: "Roster elements",
  lead: "Put any of these into your own page, in any framework. What you see is sample data, so press whatever you like: nothing is sent, and nobody is mailed.",
  language: "Language",
  as: "See them as",
  people: { owner: "Ana, the owner", editor: "Ben, an editor", out: "Somebody signed out" },
  install: "Install",
  installLead: "The two packages, and one line for the whole app. Your own host passes /api/v1 on to Roster, so that the session's cookie is yours alone.",
  copy: (what: string) => `Copy: ${what}`,
  copied: "Copied.",
  live: (name: string) => `${name}, live`,
  code: (name: string, kind: string) => `${name}: ${kind}`,
  sampleOnly: "This is a sample: nothing was sent.",
  tokensTitle: "Your colours",
  tokensLead: "Each element takes its colours, type and corners from custom properties of the page around, and light or dark from color-scheme. Parts can be styled with ::part.",
  open: "You may publish",
  closed: "Publishing is closed to you.",
  gate: { title: "Gate", line: "Shows something only to those who may, at once and with no request of its own; says why not, and who can help." },
  team: { title: "Team panel", line: "Who is here and what may they do: search, the dialog that changes access and says beforehand what that does, removal with Undo." },
  invite: { title: "Invite button", line: "One button that gets people in: addresses, role, projects and the price before it is sent. Absent for those who may invite nowhere." },
  link: { title: "Link box", line: "A link for a chat: its role, copying, regenerating after saying what dies, expiry, uses and domain." },
  accept: { title: "Accept panel", line: "For whoever follows an invitation: who asks, for what, and what becomes of their own teams, before the click." },
  plan: { title: "Plan table", line: "Plans side by side, seats by name, next month's bill line by line; each change shows its price first." },
};
