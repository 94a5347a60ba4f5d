/**
 * The table of access: each route, and what everybody gets from it. What changes things is asked for by those who
 * may not first, and by the owner last.
 */
import { type Method, ok, type Options } from "./api";
import { showAvatar } from "./avatars";
import { announce, PNG } from "./images";
import { type Cast, freshAddress, type Who } from "./people";

export interface RouteRow {
  /** The operation's id. */
  readonly id: string;
  readonly method: Method;
  /** As the contract writes it. */
  readonly path: string;
  /** The path with the cast's ids. */
  readonly at: (cast: Cast) => string;
  readonly body?: (cast: Cast, who: Who) => unknown;
  /** What the row begins with, beyond the cast. */
  readonly begin?: (cast: Cast) => Promise<unknown>;
  /** Before each call that goes well. */
  readonly before?: (cast: Cast, who: Who) => Promise<unknown>;
  /** Spoken over a WebSocket: a browser says from where it asks, though it is a GET. */
  readonly socket?: true;
  readonly expect: Readonly<Record<Who, string>>;
}

/** What a browser says beside the path. */
export function optionsOf(row: RouteRow, url: string): Options {
  return row.socket ? { headers: { origin: url } } : {};
}

const API = "/api/v1";
const ORDER: readonly Who[] = ["anonymous", "outsider", "viewer", "writer", "partial", "owner"];

/** One outcome for each of `ORDER`, separated by `|`; short words for those that come often. */
function outcomes(text: string): Readonly<Record<Who, string>> {
  const words: Readonly<Record<string, string>> = {
    "sign in": "401 sign_in_needed",
    none: "404 not_found",
    lacks: "403 missing_permission",
    owners: "403 owner_only",
  };
  const cells = text.split("|").map((cell) => cell.trim());
  if (cells.length !== ORDER.length) throw new Error(`six outcomes are needed: ${text}`);
  const pairs = ORDER.map((who, index) => [who, words[cells[index] ?? ""] ?? cells[index] ?? ""] as const);
  return Object.fromEntries(pairs) as Record<Who, string>;
}

type More = Partial<Pick<RouteRow, "body" | "begin" | "before" | "socket">> & { readonly query?: string };

function row(id: string, method: Method, path: string, expected: string, more: More = {}): RouteRow {
  const { query = "", ...rest } = more;
  const at = (cast: Cast): string =>
    (API + path + query)
      .replace("{team}", cast.team.id)
      .replace("{person}", id === "RestoreMember" ? cast.ended.id : cast.other.id)
      .replace("{project}", cast.alpha)
      .replace("{post}", cast.post)
      .replace("{image}", cast.image)
      .replace("{invitation}", cast.invitation)
      .replace("{ask}", cast.ask)
      .replace("{session}", "0123456789abc")
      .replace("{avatar}", avatars.get(cast) ?? "0123456789abc")
      .replace("{link}", cast.link.id)
      .replace("{handover}", offers.get(cast)?.handover ?? "0123456789abc")
      .replace("{role}", roles.get(cast) ?? "0123456789abc");
  return { id, method, path: API + path, at, expect: outcomes(expected), ...rest };
}

const NOBODYS_TOKEN = "i.1.0000000000001.0000000000002.1.AAAAAAAAAAAAAAAAAAAAAA";

const inTeam = "sign in | none |";
const anyone = "200 | 200 | 200 | 200 | 200 | 200";
const members = `${inTeam} 200 | 200 | 200 | 200`;
const ownersOnly = `${inTeam} owners | owners | owners | 200`;

/** The version of the cast's post now. */
async function version(cast: Cast): Promise<number> {
  return ok(await cast.people.owner.browser.get<{ version: number }>(`${cast.team.path}/posts/${cast.post}`)).version;
}

/** Brings the cast's post into review again, wherever it is. */
async function review(cast: Cast): Promise<void> {
  const path = `${cast.team.path}/posts/${cast.post}`;
  const { browser } = cast.people.owner;
  const post = ok(await browser.get<{ stage: string }>(path));
  if (post.stage === "approved") ok(await browser.post(`${path}/return`, { version: await version(cast) }));
  if (post.stage !== "in_review") ok(await browser.post(`${path}/review`, { version: await version(cast) }));
}

/** Brings the cast's post back to a draft. */
async function draft(cast: Cast): Promise<void> {
  const path = `${cast.team.path}/posts/${cast.post}`;
  const { browser } = cast.people.owner;
  const post = ok(await browser.get<{ stage: string }>(path));
  if (post.stage !== "draft") ok(await browser.post(`${path}/return`, { version: await version(cast) }));
}

const versioned = async (cast: Cast): Promise<{ version: number }> => ({ version: await version(cast) });
const named = (): { name: string } => ({ name: "A new name" });

/** The owner invites the outsider; the row's invitation is that one. */
async function inviteOutsider(cast: Cast): Promise<void> {
  theirs.set(cast, await cast.team.invite(cast.people.outsider.address, [{ role: "viewer" }]));
}
const theirs = new WeakMap<Cast, string>();
const listed = (cast: Cast): { team: string; invitation: string | undefined } => ({ team: cast.team.id, invitation: theirs.get(cast) });

/** The owner makes a role; the row's is that one. */
async function makeRole(cast: Cast): Promise<void> {
  const body = { name: "Press", permissions: ["posts.view"] };
  roles.set(cast, ok(await cast.people.owner.browser.post<{ role: string }>(`${cast.team.path}/roles`, body)).role);
}
const roles = new WeakMap<Cast, string>();
/** The name of the picture that the row's person shows. */
const avatars = new WeakMap<Cast, string>();

/** The owner offers the first project to the outsider, who has a team; the row's offer is that one. */
async function offerProject(cast: Cast): Promise<void> {
  const path = `${cast.team.path}/projects/${cast.alpha}/handover`;
  ok(await cast.people.owner.browser.post(path, { address: cast.people.outsider.address }));
  const { offer } = ok(await cast.people.owner.browser.get<{ offer: { id: string } }>(path));
  const { team } = ok(await cast.people.outsider.browser.post<{ team: string }>("/api/v1/teams", { name: "Client" }));
  offers.set(cast, { handover: offer.id, into: team });
}
const offers = new WeakMap<Cast, { handover: string; into: string }>();
const offered = (cast: Cast): unknown => ({ team: cast.team.id, handover: offers.get(cast)?.handover });
const recipientOnly = "sign in | 200 | none | none | none | none";

export const ROWS: readonly RouteRow[] = [
  row("Health", "GET", "/health", anyone),
  row("OpenApi", "GET", "/openapi.json", anyone),
  row("StartSignIn", "POST", "/sign-in", "202 | 202 | 202 | 202 | 202 | 202", { body: () => ({ address: freshAddress("asks") }) }),
  row("SignInByCode", "POST", "/sign-in/code", repeat("422 wrong_code"), { body: () => ({ challenge: "0123456789abc", code: "12345678" }) }),
  row("SignInByLink", "POST", "/sign-in/link", repeat("404 bad_token"), { body: () => ({ token: NOBODYS_TOKEN }) }),
  row("SignOut", "POST", "/sign-out", "sign in | 200 | 200 | 200 | 200 | 200"),
  row("SignOutEverywhere", "POST", "/sign-out/everywhere", "sign in | 200 | 200 | 200 | 200 | 200"),
  row("GetMe", "GET", "/me", "sign in | 200 | 200 | 200 | 200 | 200"),
  row("ChangeMe", "PATCH", "/me", "sign in | 200 | 200 | 200 | 200 | 200", { body: named }),
  row("EndAccount", "DELETE", "/me", "sign in | 200 | 200 | 200 | 200 | 409 owns_teams", {
    body: (cast, who) => ({ address: who === "anonymous" ? "nobody@example.com" : cast.people[who].address }),
  }),
  row("ExportMe", "GET", "/me/export", "sign in | 200 | 200 | 200 | 200 | 200", { query: "?part=memberships" }),
  row("ListSessions", "GET", "/me/sessions", "sign in | 200 | 200 | 200 | 200 | 200"),
  row("EndSession", "DELETE", "/me/sessions/{session}", "sign in | none | none | none | none | none"),
  row("StartAddress", "POST", "/me/address", "sign in | 202 | 202 | 202 | 202 | 202", { body: () => ({ address: freshAddress("moves") }) }),
  row("FinishAddress", "POST", "/me/address/code", "sign in | 422 wrong_code | 422 wrong_code | 422 wrong_code | 422 wrong_code | 422 wrong_code", {
    body: () => ({ challenge: "0123456789abc", code: "12345678" }),
  }),
  row("SetMails", "PUT", "/me/mails", "sign in | 200 | 200 | 200 | 200 | 200", { body: () => ({ off: ["asks"] }) }),
  row("SetAvatar", "PUT", "/me/avatar", `sign in | ${Array(5).fill("422 image_unknown").join(" | ")}`),
  row("RemoveAvatar", "DELETE", "/me/avatar", "sign in | 200 | 200 | 200 | 200 | 200"),
  row("GetOwnAvatar", "GET", "/me/avatar/{avatar}", "sign in | none | none | none | none | none"),
  row("CreateTeam", "POST", "/teams", "sign in | 201 | 201 | 201 | 201 | 201", { body: named }),
  row("RenameTeam", "PATCH", "/teams/{team}", ownersOnly, { body: named }),
  row("DeleteTeam", "DELETE", "/teams/{team}", ownersOnly, { body: () => ({ name: "Olga's team" }) }),
  row("GetSnapshot", "GET", "/teams/{team}/snapshot", members),
  row("Live", "GET", "/teams/{team}/live", `${inTeam} 426 upgrade_needed | 426 upgrade_needed | 426 upgrade_needed | 426 upgrade_needed`, { socket: true }),
  row("Check", "POST", "/teams/{team}/check", members, { body: (cast) => ({ questions: [{ permission: "posts.view", project: cast.alpha }] }) }),
  row("GetPlan", "GET", "/teams/{team}/plan", ownersOnly),
  row("ChangePlan", "PUT", "/teams/{team}/plan", ownersOnly, { body: () => ({ plan: "pro", cap: 5 }) }),
  row("SetCap", "PUT", "/teams/{team}/cap", ownersOnly, { body: () => ({ cap: 7 }) }),
  row("SetJoinMode", "PUT", "/teams/{team}/join-mode", ownersOnly, { body: () => ({ mode: "merge" }) }),
  row("Transfer", "POST", "/teams/{team}/transfer", ownersOnly, { body: (cast) => ({ to: cast.other.id }) }),
  row("Leave", "POST", "/teams/{team}/leave", `${inTeam} 200 | 200 | 200 | 403 owner_untouchable`),

  row("ListMembers", "GET", "/teams/{team}/members", members),
  row("GetMember", "GET", "/teams/{team}/members/{person}", members),
  row("GetAvatar", "GET", "/teams/{team}/members/{person}/avatar/{avatar}", members, {
    begin: async (cast) => avatars.set(cast, await showAvatar(cast.other.browser)),
  }),
  row("ChangeAccess", "PUT", "/teams/{team}/members/{person}/access", `${inTeam} lacks | lacks | lacks | 200`, {
    body: () => ({ edits: [{ role: "editor" }] }),
  }),
  row("ListAsks", "GET", "/teams/{team}/asks", members, { query: "?permission=posts.publish" }),
  row("AskAccess", "POST", "/teams/{team}/asks", `${inTeam} 200 | 200 | 200 | 409 already_held`, {
    body: (cast) => ({ permission: "posts.publish", project: cast.alpha }),
  }),
  row("GrantAsk", "POST", "/teams/{team}/asks/{ask}/grant", `${inTeam} lacks | lacks | lacks | 200`),
  row("DeclineAsk", "POST", "/teams/{team}/asks/{ask}/decline", `${inTeam} lacks | lacks | lacks | 200`),
  row("ListRoles", "GET", "/teams/{team}/roles", members, { begin: makeRole }),
  row("MakeRole", "POST", "/teams/{team}/roles", `${inTeam} lacks | lacks | lacks | 201`, {
    body: () => ({ name: "Desk", permissions: ["posts.view"] }),
  }),
  row("GetRole", "GET", "/teams/{team}/roles/{role}", `${inTeam} lacks | lacks | lacks | 200`, { begin: makeRole }),
  row("ChangeRole", "PATCH", "/teams/{team}/roles/{role}", `${inTeam} lacks | lacks | lacks | 200`, { begin: makeRole, body: named }),
  row("DeleteRole", "DELETE", "/teams/{team}/roles/{role}", `${inTeam} lacks | lacks | lacks | 200`, {
    begin: makeRole,
    body: () => ({ replacement: "viewer" }),
  }),
  row("RemoveMember", "DELETE", "/teams/{team}/members/{person}", `${inTeam} lacks | lacks | lacks | 200`),
  row("RestoreMember", "POST", "/teams/{team}/members/{person}/restore", `${inTeam} lacks | lacks | lacks | 200`),
  row("RemoveFromProject", "DELETE", "/teams/{team}/members/{person}/projects/{project}", `${inTeam} lacks | lacks | lacks | 200`),

  row("ListInvitations", "GET", "/teams/{team}/invitations", `${inTeam} lacks | lacks | 200 | 200`),
  row("Invite", "POST", "/teams/{team}/invitations", `${inTeam} lacks | lacks | lacks | 201`, {
    body: () => ({ address: freshAddress("new"), access: [{ role: "viewer" }] }),
  }),
  row("InviteMany", "POST", "/teams/{team}/invitations/many", `${inTeam} lacks | lacks | 200 | 200`, {
    body: () => ({ rows: [{ address: freshAddress("new"), access: [{ role: "viewer" }] }] }),
  }),
  row("CheckInvitees", "POST", "/teams/{team}/invitations/check", `${inTeam} lacks | lacks | 200 | 200`, {
    body: () => ({ addresses: ["somebody@example.com"] }),
  }),
  row("EditInvitation", "PUT", "/teams/{team}/invitations/{invitation}/access", `${inTeam} none | none | none | 200`, {
    body: () => ({ edits: [{ role: "editor" }] }),
  }),
  row("ResendInvitation", "POST", "/teams/{team}/invitations/{invitation}/resend", `${inTeam} none | none | none | 200`),
  row("WithdrawInvitation", "DELETE", "/teams/{team}/invitations/{invitation}", `${inTeam} none | none | none | 200`),
  row("ListLinks", "GET", "/teams/{team}/links", `${inTeam} lacks | lacks | 200 | 200`),
  row("SetLink", "PUT", "/teams/{team}/links", `${inTeam} lacks | lacks | lacks | 200`, { body: () => ({ role: "viewer", on: true, maxUses: 50 }) }),
  row("RegenerateLink", "POST", "/teams/{team}/links/{link}/regenerate", `${inTeam} lacks | lacks | lacks | 200`),

  row("ListJoiners", "GET", "/teams/{team}/links/{link}/joiners", `${inTeam} lacks | lacks | none | 200`),
  row("ListColleagues", "GET", "/teams/{team}/colleagues", `${inTeam} lacks | lacks | 200 | 200`),

  row("PreviewJoin", "POST", "/join/preview", anyone, { body: (cast) => ({ token: cast.link.token }) }),
  row("Join", "POST", "/join", "sign in | 200 | 200 | 200 | 200 | 200", { body: (cast) => ({ token: cast.link.token }) }),
  row("Decline", "POST", "/join/decline", "sign in | 200 | 404 not_found | 404 not_found | 404 not_found | 404 not_found", { begin: inviteOutsider, body: listed }),
  row("AskAgain", "POST", "/join/ask", repeat("404 bad_token"), { body: () => ({ token: NOBODYS_TOKEN }) }),

  row("GetHandover", "GET", "/teams/{team}/projects/{project}/handover", ownersOnly),
  row("OfferProject", "POST", "/teams/{team}/projects/{project}/handover", `${inTeam} owners | owners | owners | 201`, {
    body: () => ({ address: freshAddress("client") }),
  }),
  row("ResendHandover", "POST", "/teams/{team}/handovers/{handover}/resend", ownersOnly, { begin: offerProject }),
  row("WithdrawHandover", "DELETE", "/teams/{team}/handovers/{handover}", ownersOnly, { begin: offerProject }),
  row("PreviewHandover", "POST", "/handover/preview", recipientOnly, { begin: offerProject, body: offered }),
  row("AcceptHandover", "POST", "/handover", recipientOnly, {
    begin: offerProject,
    body: (cast) => ({ team: cast.team.id, ...offers.get(cast) }),
  }),
  row("DeclineHandover", "POST", "/handover/decline", recipientOnly, { begin: offerProject, body: offered }),

  row("ListCards", "GET", "/teams/{team}/cards", members),
  row("ListProjects", "GET", "/teams/{team}/projects", members),
  row("CreateProject", "POST", "/teams/{team}/projects", `${inTeam} lacks | lacks | lacks | 201`, { body: named }),
  row("GetProject", "GET", "/teams/{team}/projects/{project}", members),
  row("RenameProject", "PATCH", "/teams/{team}/projects/{project}", `${inTeam} lacks | lacks | lacks | 200`, { body: named }),
  row("ArchiveProject", "POST", "/teams/{team}/projects/{project}/archive", `${inTeam} lacks | lacks | lacks | 200`),
  row("ReopenProject", "POST", "/teams/{team}/projects/{project}/reopen", `${inTeam} lacks | lacks | lacks | 200`, {
    begin: async (cast) => ok(await cast.people.owner.browser.post(`${cast.team.path}/projects/${cast.alpha}/archive`)),
  }),
  row("LeaveProject", "POST", "/teams/{team}/projects/{project}/leave", `${inTeam} 200 | 200 | 200 | 403 owner_untouchable`),

  row("ListPosts", "GET", "/teams/{team}/projects/{project}/posts", members),
  row("CreatePost", "POST", "/teams/{team}/projects/{project}/posts", `${inTeam} lacks | 201 | lacks | 201`, {
    body: () => ({ title: "Summer", text: "Sun" }),
  }),
  row("GetPost", "GET", "/teams/{team}/posts/{post}", members),
  row("EditPost", "PUT", "/teams/{team}/posts/{post}", `${inTeam} lacks | lacks | 200 | 200`, {
    body: async (cast) => ({ ...(await versioned(cast)), title: "Spring again", text: "Rain" }),
  }),
  row("SetPostTime", "PUT", "/teams/{team}/posts/{post}/time", `${inTeam} lacks | lacks | lacks | 200`, {
    body: async (cast) => ({ ...(await versioned(cast)), at: 2_000_000_000_000 }),
  }),
  row("SendPostForReview", "POST", "/teams/{team}/posts/{post}/review", `${inTeam} lacks | lacks | 200 | 200`, { before: draft, body: versioned }),
  row("ApprovePost", "POST", "/teams/{team}/posts/{post}/approve", `${inTeam} lacks | lacks | 200 | 200`, { begin: review, before: review, body: versioned }),
  row("ReturnPost", "POST", "/teams/{team}/posts/{post}/return", `${inTeam} lacks | lacks | 200 | 200`, { begin: review, before: review, body: versioned }),
  row("PublishPost", "POST", "/teams/{team}/posts/{post}/publish", `${inTeam} lacks | lacks | lacks | 200`, { begin: review, body: versioned }),
  row("ListImages", "GET", "/teams/{team}/images", members),
  row("AddImage", "POST", "/teams/{team}/images", `${inTeam} lacks | lacks | lacks | 201`, { body: (cast) => announce(PNG, { project: cast.alpha }) }),
  row("RenameImage", "PATCH", "/teams/{team}/images/{image}", `${inTeam} lacks | lacks | lacks | 200`, { body: named }),
  row("DeleteImage", "DELETE", "/teams/{team}/images/{image}", `${inTeam} lacks | lacks | lacks | 200`),
  row("RestoreImage", "POST", "/teams/{team}/images/{image}/restore", `${inTeam} lacks | lacks | lacks | 200`, {
    begin: async (cast) => ok(await cast.people.owner.browser.delete(`${cast.team.path}/images/${cast.image}`)),
  }),
  // Only whoever announced an image knows that its file is awaited.
  row("PutImageFile", "PUT", "/teams/{team}/images/{image}/file", `${inTeam} none | none | none | 200`),
  row("GetImageFile", "GET", "/teams/{team}/images/{image}/file", members, { query: "?size=thumbnail" }),
  row("ListHistory", "GET", "/teams/{team}/history", `${inTeam} lacks | lacks | 200 | 200`),
];

function repeat(cell: string): string {
  return ORDER.map(() => cell).join(" | ");
}
