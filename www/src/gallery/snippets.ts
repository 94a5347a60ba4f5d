/**
 * What is copied from the gallery: each element as HTML and in React, and what an app says once.
 */

/** An element of the gallery. */
export type Shown = "gate" | "team" | "invite" | "link" | "accept" | "plan";

/** One way to write it. */
export interface Snippet {
  readonly kind: "HTML" | "React" | "Shell" | "JavaScript" | "CSS";
  readonly code: string;
}

/** Each element, in the order of the gallery. */
export const SNIPPETS: Readonly<Record<Shown, readonly Snippet[]>> = {
  gate: [
    { kind: "HTML", code: `<roster-gate can="posts.publish" reason>\n  <button>Publish</button>\n</roster-gate>` },
    { kind: "React", code: `<roster-gate can="posts.publish" reason>\n  <PublishButton />\n</roster-gate>` },
  ],
  team: [
    { kind: "HTML", code: `<roster-team-panel></roster-team-panel>` },
    { kind: "React", code: `<roster-team-panel project={project.id} />` },
  ],
  invite: [
    { kind: "HTML", code: `<roster-invite-button label="Invite a Teammate"></roster-invite-button>` },
    { kind: "React", code: `<roster-invite-button\n  label="Invite a Teammate"\n  onroster-invited={(event) => track(event.detail.addresses)}\n/>` },
  ],
  link: [
    { kind: "HTML", code: `<roster-link-box></roster-link-box>` },
    { kind: "React", code: `<roster-link-box onroster-copied={() => setCopied(true)} />` },
  ],
  accept: [
    { kind: "HTML", code: `<!-- takes the token that stands after # in the page's address -->\n<roster-accept-panel></roster-accept-panel>` },
    { kind: "React", code: `<roster-accept-panel\n  token={token}\n  onroster-joined={() => navigate("/")}\n/>` },
  ],
  plan: [
    { kind: "HTML", code: `<roster-plan-table></roster-plan-table>` },
    { kind: "React", code: `<roster-plan-table onroster-plan-changed={reload} />` },
  ],
};

/** What an app says once. */
export const INSTALL: readonly Snippet[] = [
  { kind: "Shell", code: `npm install @roster/access @roster/elements` },
  {
    kind: "JavaScript",
    code: `import { configure } from "@roster/elements";\n\nawait configure({\n  links: { "sign-in": "/login", home: "/" },\n});`,
  },
];

/** How it gets the look of its surroundings. */
export const TOKENS: readonly Snippet[] = [
  {
    kind: "CSS",
    code: `:root {\n  color-scheme: light dark;\n  --roster-accent: #0f766e;\n  --roster-accent-strong: #115e59;\n  --roster-radius: 4px;\n}\n\nroster-link-box::part(box) {\n  border-style: dashed;\n}`,
  },
];
