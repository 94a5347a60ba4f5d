/**
 * An edge made of samples: one team, seen by its owner, by an editor, or by nobody. What asks gets the same answer each
 * time; what would change something is told that this is a sample, except where an element should go on. No rule is
 * here: what may be done is decided by the package, over the sample's snapshot.
 */
import { bitsOf, CATALOGUE, CURRENCY, PERMISSIONS, ROLES, type components } from "@roster/access";

type Shapes = components["schemas"];

/** Who looks. */
export type Viewer = "owner" | "editor" | "out";

const TEAM = { id: "0000000000001", name: "Northwind" };
const ANA = { id: "000000000000a", name: "Ana Duarte" };
const BEN = { id: "000000000000b", name: "Ben Okafor" };
const MIRA = { id: "000000000000m", name: "Mira Sato" };
const SPRING = { id: "000000000000s", name: "Spring sale" };
const DAY = 86_400_000;
const NOW = Date.now();
const SEATS = { taken: 2, reserved: 1, cap: 3, free: 1 };
const EACH = 800;

let viewer: Viewer = "owner";

/** Has the samples seen by somebody else. */
export function lookAs(other: Viewer): void {
  viewer = other;
}

function bits(role: string): number {
  return bitsOf(ROLES.find((one) => one.id === role)?.permissions ?? []);
}

function me(): Shapes["Me"] {
  const you = viewer === "owner" ? ANA : BEN;
  const address = viewer === "owner" ? "ana@example.com" : "ben@example.com";
  const team = { ...TEAM, owner: viewer === "owner" };
  return { ...you, address, catalogue: CATALOGUE, codeNeeded: false, handovers: [], language: "en", invitations: [], mailsOff: [], since: NOW - 90 * DAY, merged: null, teams: [team] };
}

function snapshot(): Shapes["Snapshot"] {
  const owner = viewer === "owner";
  const all = bitsOf(PERMISSIONS.map((one) => one.id));
  return {
    team: TEAM,
    you: owner ? ANA : BEN,
    owner,
    ownedBy: ANA,
    grants: owner ? [] : [{ role: "editor", bits: bits("editor") }],
    granters: [{ ...ANA, bits: all }],
    roles: [],
    joinMode: "side_by_side",
    seats: owner ? { plan: "plus", ...SEATS, bill: bill(0, 1) } : null,
    version: owner ? 2 : 1,
    epoch: owner ? 2 : 1,
    catalogue: CATALOGUE,
    now: Date.now(),
  };
}

function bill(baseCents: number, paidSeats: number): Shapes["Bill"] {
  return { baseCents, paidSeats, seatCents: EACH, totalCents: baseCents + paidSeats * EACH };
}

function member(who: typeof ANA, role: string | undefined, days: number): Shapes["Member"] {
  const owner = role === undefined;
  const lacks = { code: "missing_permission", missing: { permission: "team.access" } };
  const fixed = owner ? { code: "owner_untouchable" } : viewer === "owner" ? null : lacks;
  const address = `${who.name.split(" ")[0]?.toLowerCase() ?? ""}@example.com`;
  const access = role === undefined ? [] : [{ role }];
  const at = { joinedAt: NOW - 90 * DAY, seenAt: NOW - days * DAY };
  return { ...who, ...at, address: viewer === "owner" ? address : null, owner, access, live: true, edit: fixed, remove: fixed };
}

function members(): Shapes["Members"] {
  const list = [member(ANA, undefined, 0), member(BEN, "editor", 1), member(MIRA, "approver", 6)];
  return { members: list, next: null, total: list.length };
}

function link(change: Partial<Shapes["Link"]> = {}): Shapes["Link"] {
  const url = `${location.origin}/join#sample.${change.id ?? "first"}`;
  return { id: "link", role: "viewer", on: true, uses: 4, url, needsSender: false, ...change };
}

function plan(): Shapes["PlanPage"] {
  const offers = [
    { id: "start", freeSeats: 0, bill: bill(0, 2), neededCap: 3, seatCents: EACH },
    { id: "plus", freeSeats: 1, bill: bill(0, 1), neededCap: 2, seatCents: EACH },
    { id: "pro", freeSeats: null, bill: { baseCents: 4_900, paidSeats: 0, seatCents: 0, totalCents: 4_900 }, neededCap: 0, seatCents: 0 },
  ];
  const size = { members: 4, projects: 1, images: 0 };
  return { currency: CURRENCY, plans: offers, seats: { plan: "plus", ...SEATS, bill: bill(0, 1) }, ...size };
}

function pending(): { invitations: Shapes["Invitation"][]; next: null } {
  const sent = { sentAt: NOW - DAY, expiresAt: NOW + 13 * DAY, sentBy: ANA };
  const flags = { expired: false, needsSender: false, seat: true, undelivered: false };
  return { invitations: [{ id: "invited", address: "kai@example.com", access: [{ role: "editor" }], ...sent, ...flags }], next: null };
}

function preview(): Shapes["JoinPreview"] {
  const access = [{ grant: { project: SPRING.id, role: "writer" }, projectName: SPRING.name }];
  const open = { closed: null, mode: "side_by_side", parks: [], you: { name: me().name, address: me().address } };
  return { kind: "invitation", team: TEAM, inviter: ANA.name, address: me().address, access, expiresAt: NOW + 13 * DAY, ...open };
}

/** What is answered, by method and the end of the path. */
const ANSWERS: readonly (readonly [method: string, path: RegExp, answer: (body: unknown) => unknown])[] = [
  ["GET", /\/me$/, me],
  ["GET", /\/snapshot$/, snapshot],
  ["GET", /\/projects$/, () => ({ projects: [{ ...SPRING, createdAt: NOW - 60 * DAY, archivedAt: null }] })],
  ["GET", /\/members$/, members],
  ["GET", /\/invitations$/, pending],
  ["GET", /\/links$/, () => ({ links: [link()] })],
  ["GET", /\/joiners$/, () => ({ joiners: [{ ...MIRA, at: NOW - 9 * DAY, left: false }] })],
  ["GET", /\/plan$/, plan],
  ["GET", /\/asks$/, () => ({ mine: [], open: [], granters: [ANA] })],
  ["POST", /\/join\/preview$/, preview],
  ["POST", /\/regenerate$/, () => link({ id: "second", uses: 0 })],
  ["PUT", /\/links$/, (body) => link(body as Partial<Shapes["Link"]>)],
  ["POST", /\/invitations$/, () => ({ invitation: "invited" })],
];

function refused(status: number, code: string): Response {
  return Response.json({ type: `/problems/${code}`, title: code, status, code }, { status });
}

/** Answers in place of the edge. */
export async function answer(input: string, init?: RequestInit): Promise<Response> {
  const { pathname } = new URL(input, location.origin);
  const method = init?.method ?? "GET";
  const found = ANSWERS.find(([verb, path]) => verb === method && path.test(pathname));
  if (viewer === "out" && !pathname.endsWith("/join/preview")) return refused(401, "sign_in_needed");
  if (!found) return refused(409, "sample");
  const [, , tell] = found;
  return Response.json(tell(typeof init?.body === "string" ? JSON.parse(init.body) : undefined));
}
