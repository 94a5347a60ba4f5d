/**
 * Generated from `crates/core/data/*.toml` by `cargo xtask gen`. Do not edit: change the data and generate again.
 */

/** The checkmarks, in the catalogue's order. */
export const permissions = [
  {
    "bit": 0,
    "group": "Content",
    "id": "posts.view",
    "label": "See posts",
    "line": "Open projects and read their posts.",
    "needs": null,
    "scope": "project",
    "seat": false,
    "shipped": true
  },
  {
    "bit": 1,
    "group": "Content",
    "id": "posts.create",
    "label": "Create posts",
    "line": "Write posts, and edit one's own until review.",
    "needs": "posts.view",
    "scope": "project",
    "seat": true,
    "shipped": true
  },
  {
    "bit": 2,
    "group": "Content",
    "id": "posts.edit",
    "label": "Edit everyone's posts",
    "line": "Change the title and text of any post.",
    "needs": "posts.view",
    "scope": "project",
    "seat": true,
    "shipped": true
  },
  {
    "bit": 3,
    "group": "Content",
    "id": "posts.schedule",
    "label": "Set publication times",
    "line": "Say when a post should go out. It publishes nothing.",
    "needs": "posts.view",
    "scope": "project",
    "seat": true,
    "shipped": true
  },
  {
    "bit": 4,
    "group": "Content",
    "id": "posts.approve",
    "label": "Approve",
    "line": "Approve posts in review, or return them.",
    "needs": "posts.view",
    "scope": "project",
    "seat": false,
    "shipped": true
  },
  {
    "bit": 5,
    "group": "Content",
    "id": "posts.publish",
    "label": "Publish",
    "line": "Make a post public.",
    "needs": "posts.view",
    "scope": "project",
    "seat": true,
    "shipped": true
  },
  {
    "bit": 6,
    "group": "Content",
    "id": "images.manage",
    "label": "Manage images",
    "line": "Upload and delete images.",
    "needs": null,
    "scope": "project",
    "seat": true,
    "shipped": true
  },
  {
    "bit": 7,
    "group": "Content",
    "id": "ai.use",
    "label": "Work with AI",
    "line": "Ask for suggestions while writing.",
    "needs": "posts.view",
    "scope": "project",
    "seat": true,
    "shipped": false
  },
  {
    "bit": 8,
    "group": "Content",
    "id": "connections.manage",
    "label": "Connect and disconnect accounts",
    "line": "Link the accounts that posts are published to.",
    "needs": null,
    "scope": "project",
    "seat": true,
    "shipped": false
  },
  {
    "bit": 9,
    "group": "Conversations",
    "id": "comments.write",
    "label": "Read and write comments",
    "line": "Take part in the comments on posts.",
    "needs": null,
    "scope": "project",
    "seat": false,
    "shipped": false
  },
  {
    "bit": 10,
    "group": "Conversations",
    "id": "messages.read",
    "label": "Read messages",
    "line": "See messages from subscribers.",
    "needs": null,
    "scope": "project",
    "seat": false,
    "shipped": false
  },
  {
    "bit": 11,
    "group": "Conversations",
    "id": "messages.reply",
    "label": "Answer messages",
    "line": "Reply to subscribers.",
    "needs": "messages.read",
    "scope": "project",
    "seat": true,
    "shipped": false
  },
  {
    "bit": 12,
    "group": "Insight",
    "id": "analytics.view",
    "label": "See analytics",
    "line": "Open the figures.",
    "needs": null,
    "scope": "project",
    "seat": false,
    "shipped": false
  },
  {
    "bit": 13,
    "group": "Insight",
    "id": "history.view",
    "label": "See history",
    "line": "Read who changed whose access, and when.",
    "needs": null,
    "scope": "project",
    "seat": false,
    "shipped": true
  },
  {
    "bit": 14,
    "group": "Team",
    "id": "team.invite",
    "label": "Invite",
    "line": "Invite people, by mail and by link.",
    "needs": null,
    "scope": "project",
    "seat": true,
    "shipped": true
  },
  {
    "bit": 15,
    "group": "Team",
    "id": "team.access",
    "label": "Change access",
    "line": "Decide what others may do, within what one may do oneself.",
    "needs": null,
    "scope": "project",
    "seat": true,
    "shipped": true
  },
  {
    "bit": 16,
    "group": "Team",
    "id": "team.remove",
    "label": "Remove people",
    "line": "Remove anyone but the owner.",
    "needs": null,
    "scope": "project",
    "seat": true,
    "shipped": true
  },
  {
    "bit": 17,
    "group": "Team",
    "id": "projects.manage",
    "label": "Create, rename, archive projects",
    "line": "Make and arrange the team's projects.",
    "needs": null,
    "scope": "team",
    "seat": true,
    "shipped": true
  }
] as const;

/** The id of one of them. */
export type Permission = (typeof permissions)[number]["id"];

/** The roles that every team has, in the order they are shown. */
export const builtInRoles = [
  {
    "id": "viewer",
    "label": "Viewer",
    "line": "Sees the projects and changes nothing.",
    "permissions": [
      "posts.view"
    ]
  },
  {
    "id": "editor",
    "label": "Editor",
    "line": "Edits the project and manages images.",
    "permissions": [
      "posts.view",
      "posts.create",
      "posts.edit",
      "images.manage",
      "comments.write"
    ]
  },
  {
    "id": "writer",
    "label": "Writer",
    "line": "Only creates posts.",
    "permissions": [
      "posts.view",
      "posts.create"
    ]
  },
  {
    "id": "community_manager",
    "label": "Community manager",
    "line": "Comments and messages only.",
    "permissions": [
      "comments.write",
      "messages.read",
      "messages.reply"
    ]
  },
  {
    "id": "smm_specialist",
    "label": "SMM specialist",
    "line": "Everything but publishing.",
    "permissions": [
      "posts.view",
      "posts.create",
      "posts.edit",
      "posts.schedule",
      "posts.approve",
      "images.manage",
      "ai.use",
      "connections.manage",
      "comments.write",
      "messages.read",
      "messages.reply",
      "analytics.view",
      "history.view",
      "team.invite",
      "team.access",
      "team.remove",
      "projects.manage"
    ]
  },
  {
    "id": "approver",
    "label": "Approver",
    "line": "Sees and approves posts.",
    "permissions": [
      "posts.view",
      "posts.approve",
      "comments.write"
    ]
  },
  {
    "id": "manager",
    "label": "Manager",
    "line": "Everything but what is the owner's alone.",
    "permissions": [
      "posts.view",
      "posts.create",
      "posts.edit",
      "posts.schedule",
      "posts.approve",
      "posts.publish",
      "images.manage",
      "ai.use",
      "connections.manage",
      "comments.write",
      "messages.read",
      "messages.reply",
      "analytics.view",
      "history.view",
      "team.invite",
      "team.access",
      "team.remove",
      "projects.manage"
    ]
  },
  {
    "id": "client",
    "label": "Client",
    "line": "Everything, for the customer who approves the work.",
    "permissions": [
      "posts.view",
      "posts.create",
      "posts.edit",
      "posts.schedule",
      "posts.approve",
      "posts.publish",
      "images.manage",
      "ai.use",
      "connections.manage",
      "comments.write",
      "messages.read",
      "messages.reply",
      "analytics.view",
      "history.view",
      "team.invite",
      "team.access",
      "team.remove",
      "projects.manage"
    ]
  }
] as const;

/** The id of one of them. */
export type BuiltInRole = (typeof builtInRoles)[number]["id"];

/** The plans, the smallest first. No `freeSeats`: editors are unlimited and free. */
export const plans = [
  {
    "baseCents": 0,
    "freeSeats": null,
    "id": "start",
    "label": "Start",
    "line": "Open collaboration without limits.",
    "seatCents": 0
  },
  {
    "baseCents": 0,
    "freeSeats": 1,
    "id": "plus",
    "label": "Plus",
    "line": "One editor included.",
    "seatCents": 800
  },
  {
    "baseCents": 0,
    "freeSeats": 3,
    "id": "pro",
    "label": "Pro",
    "line": "Three editors included.",
    "seatCents": 800
  }
] as const;

/** The id of one of them. */
export type Plan = (typeof plans)[number]["id"];

/** The currency of every price, by its ISO 4217 code. */
export const currency = "USD";

/** The first 16 hexadecimal digits of the SHA-256 over the data files: a page whose digest differs reloads. */
export const digest = "8fd83b55a3cf9b79";
