/**
 * Snapshots as the edge sends them, and a `fetch` that answers with them.
 */
import { CATALOGUE, bitsOf, type Permission } from "../dist/node.js";

export const TEAM = "0000000000001";
export const ANA = "000000000000a";
export const BEN = "000000000000b";
export const TOMAS = "000000000000t";
export const SPRING = "000000000000s";
/** A role of the team's own. */
export const PRESS = "000000000000p";

const ALL: readonly Permission[] = [
  "posts.view", "posts.create", "posts.edit", "posts.schedule", "posts.approve", "posts.publish",
  "team.invite", "team.access", "team.remove", "projects.manage", "history.view",
];

/** What Ben holds somewhere. */
export interface HeldThere {
  readonly project?: string;
  readonly role?: string;
  readonly permissions: readonly Permission[];
  readonly until?: number;
}

/** Ben's snapshot of Ana's team; Tomas can change access, and holds everything. */
export function snapshotOf(grants: readonly HeldThere[], change: object = {}): object {
  return {
    team: { id: TEAM, name: "Northwind" },
    you: { id: BEN, name: "Ben" },
    owner: false,
    grants: grants.map(({ permissions, ...grant }) => ({ ...grant, bits: bitsOf(permissions) })),
    granters: [
      { id: ANA, name: "Ana", bits: bitsOf(ALL) },
      { id: TOMAS, name: "Tomas", bits: bitsOf(ALL) },
    ],
    ownedBy: { id: ANA, name: "Ana" },
    roles: [{ id: PRESS, name: "Press", permissions: ["posts.view", "posts.create"] }],
    version: 7,
    epoch: 5,
    catalogue: CATALOGUE,
    now: Date.now(),
    ...change,
  };
}

/** The snapshot of Ana, who owns the team and sees what it costs. */
export function owners(taken: number, reserved: number, cap: number): object {
  const bill = { baseCents: 0, paidSeats: 0, seatCents: 800, totalCents: 0 };
  return snapshotOf([], {
    you: { id: ANA, name: "Ana" },
    owner: true,
    seats: { plan: "plus", cap, free: 1, taken, reserved, bill },
  });
}

/** A `fetch` that gives one answer after another, the last again and again, and keeps what was asked. */
export function answering(...answers: readonly (object | number)[]) {
  const asked: string[] = [];
  const fetch = async (input: string): Promise<Response> => {
    const answer = answers[Math.min(asked.length, answers.length - 1)] ?? 500;
    asked.push(input);
    if (typeof answer !== "number") return Response.json(answer);
    return Response.json({ type: "/problems/x", title: "x", status: answer, code: answer === 404 ? "not_found" : "busy" }, { status: answer });
  };
  return { fetch, asked };
}
