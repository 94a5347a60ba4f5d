/**
 * "What changes if I uncheck this?": features, seats, invitations and price, before anything is saved.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { connect } from "../dist/node.js";
import { answering, BEN, owners, PRESS, snapshotOf, TEAM, TOMAS } from "./snapshot.ts";

const EDITOR = { id: BEN, access: [{ role: "editor" }] };

async function owner(taken = 2, reserved = 0, cap = 1) {
  const { fetch } = answering(owners(taken, reserved, cap));
  return connect({ team: TEAM, fetch });
}

test("unticking what a role gives says what is lost, and frees the seat with its price", async () => {
  const access = await owner();
  const preview = access.preview({ member: EDITOR, edits: [{ role: "viewer" }] });
  assert.ok(preview?.places[0]);
  assert.ok(preview.places[0].lost.includes("posts.edit"));
  assert.deepEqual(preview.places[0].gained, []);
  assert.equal(preview.seats, -1);
  assert.deepEqual(preview.price, { before: 800, after: 0, paidSeats: 0 });
  assert.equal(preview.denial, undefined);
});

test("checkmarks bring what they need, and take what needs them", async () => {
  const access = await owner();
  const nobody = { id: BEN, access: [{ permissions: [] }] };
  const ticked = access.preview({ member: nobody, check: ["posts.publish"] });
  assert.deepEqual(ticked?.places[0]?.gained, ["posts.view", "posts.publish"]);
  const unticked = access.preview({ member: EDITOR, uncheck: ["posts.view"] });
  assert.deepEqual(unticked?.places[0]?.lost.filter((id) => id.startsWith("posts.")), ["posts.view", "posts.create", "posts.edit"]);
});

test("of a role of the team's own it knows what it gives", async () => {
  const access = await owner();
  const held = { role: PRESS, permissions: ["posts.view", "posts.create"] };
  const preview = access.preview({ member: { id: BEN, access: [held] }, uncheck: ["posts.create"] });
  assert.deepEqual(preview?.places[0]?.lost, ["posts.create"]);
  assert.equal(preview.seats, -1);
});

test("a seat too many is refused until its cap is confirmed", async () => {
  const access = await owner(2, 0, 1);
  const viewer = { id: BEN, access: [{ role: "viewer" }] };
  const refused = access.preview({ member: viewer, edits: [{ role: "editor" }] });
  assert.equal(refused?.denial?.code, "seats_full");
  assert.equal(refused?.price?.neededCap, 2);
  const confirmed = access.preview({ member: viewer, edits: [{ role: "editor" }], raiseCap: 2 });
  assert.equal(confirmed?.denial, undefined);
});

test("nobody gives what they do not hold, and nobody sees prices but the owner", async () => {
  const held = { permissions: ["posts.view", "posts.create", "team.access"] } as const;
  const { fetch } = answering(snapshotOf([held]));
  const access = await connect({ team: TEAM, fetch });
  const member = { id: TOMAS, access: [{ permissions: ["posts.view"] }] };
  const refused = access.preview({ member, check: ["posts.publish"] });
  assert.deepEqual([refused?.denial?.code, refused?.denial?.missing], ["not_held", "posts.publish"]);
  assert.equal(refused?.price, undefined);
  assert.equal(access.preview({ member, check: ["posts.create"] })?.denial, undefined);
});

test("nobody edits their own access", async () => {
  const { fetch } = answering(snapshotOf([{ permissions: ["posts.view", "team.access"] }]));
  const access = await connect({ team: TEAM, fetch });
  const own = { id: BEN, access: [{ permissions: ["posts.view", "team.access"] }] };
  assert.equal(access.preview({ member: own, uncheck: ["posts.view"] })?.denial?.code, "own_access");
});

test("invitations that would lose their sender are named", async () => {
  const access = await owner();
  const manager = { id: BEN, access: [{ role: "manager" }] };
  const sent = [
    { id: "00000000000j1", access: [{ role: "viewer" }] },
    { id: "00000000000j2", access: [{ role: "editor" }] },
  ];
  const change = { member: manager, edits: [{ permissions: ["posts.view", "team.invite"] }], sent };
  const preview = access.preview(change);
  assert.deepEqual(preview?.orphaned, ["00000000000j2"]);
});

test("the price of an invitation counts those who were invited before", async () => {
  const { fetch } = answering(owners(0, 1, 0));
  const access = await connect({ team: TEAM, fetch });
  assert.deepEqual(access.team.invitationPrice("editor", 0, 1), { before: 0, after: 800, paidSeats: 1, neededCap: 1 });
  assert.deepEqual(access.team.invitationPrice("viewer", 0, 1), { before: 0, after: 0, paidSeats: 0 });
});

test("a plan below what is in use is refused, and its price is known before", async () => {
  const access = await owner(4, 0, 3);
  assert.equal(access.team.planPrice("plus", 2), "seats_in_use");
  assert.deepEqual(access.team.planPrice("pro", 1), { before: 2_400, after: 800, paidSeats: 1 });
});
