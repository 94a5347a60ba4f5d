/**
 * What a front-end gets: answers at once, reasons in words, and the edge's last word when it changes.
 */
import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { connect, ConnectError, PERMISSIONS } from "../dist/node.js";
import { answering, snapshotOf, SPRING, TEAM } from "./snapshot.ts";

const WRITER = { permissions: ["posts.view", "posts.create", "posts.schedule"] } as const;

test("it asks the team's snapshot of the origin, once", async () => {
  const { fetch, asked } = answering(snapshotOf([WRITER]));
  await connect({ team: TEAM, fetch, origin: "https://example.com" });
  assert.deepEqual(asked, [`https://example.com/api/v1/teams/${TEAM}/snapshot`]);
});

test("can answers for every checkmark what the snapshot holds", async () => {
  const { fetch } = answering(snapshotOf([WRITER]));
  const access = await connect({ team: TEAM, fetch });
  const can = PERMISSIONS.filter(({ id }) => access.can(id)).map(({ id }) => id);
  assert.deepEqual(can, WRITER.permissions);
});

test("a project's own access replaces the team's there, and a place without any does not exist", async () => {
  const own = { project: SPRING, permissions: ["posts.view", "posts.publish"] } as const;
  const { fetch } = answering(snapshotOf([own]));
  const access = await connect({ team: TEAM, project: SPRING, fetch });
  assert.equal(access.can("posts.publish"), true);
  assert.equal(access.at("0000000000002").seen, false);
  const elsewhere = access.at("0000000000002").explain("posts.publish");
  assert.equal(!elsewhere.allowed && elsewhere.code, "not_found");
});

test("a denial names what is missing and who can give it, in a sentence", async () => {
  const { fetch } = answering(snapshotOf([WRITER]));
  const access = await connect({ team: TEAM, fetch });
  const why = access.explain("posts.publish");
  assert.ok(!why.allowed);
  assert.equal(why.code, "missing_permission");
  assert.deepEqual(why.missing, { permission: "posts.publish" });
  assert.deepEqual(why.granters.map(({ name }) => name), ["Ana", "Tomas"]);
  assert.equal(
    why.text,
    "You can write and schedule posts here. Publishing needs the Publish checkmark; Ana or Tomas can give it.",
  );
  assert.deepEqual(access.explain("posts.create"), { allowed: true });
});

test("a held handle follows the edge, and listeners hear of it once", async () => {
  const more = snapshotOf([{ permissions: [...WRITER.permissions, "posts.publish"] }], { version: 8, epoch: 8 });
  const { fetch } = answering(snapshotOf([WRITER]), more);
  const access = await connect({ team: TEAM, fetch });
  const publish = access.permission("posts.publish");
  let heard = 0;
  access.on("change", () => (heard += 1));
  assert.equal(publish.allowed, false);
  await access.refresh();
  assert.equal(publish.allowed, true);
  await access.refresh();
  assert.equal(heard, 1);
});

test("when access is gone nothing is allowed any more, and a busy edge takes nothing away", async () => {
  const { fetch } = answering(snapshotOf([WRITER]), 503, 404);
  const access = await connect({ team: TEAM, fetch });
  await access.refresh();
  assert.equal(access.can("posts.view"), true);
  await access.refresh();
  assert.equal(access.can("posts.view"), false);
  const why = access.explain("posts.view");
  assert.equal(!why.allowed && why.code, "not_found");
});

test("an end date closes the feature at its instant, with nobody asking", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 1_000_000 });
  const ending = { ...WRITER, until: 1_060_000 };
  const { fetch } = answering(snapshotOf([ending], { now: 1_000_000 }));
  const access = await connect({ team: TEAM, fetch });
  const changed = mock.fn();
  access.on("change", changed);
  context.mock.timers.tick(59_999);
  assert.equal(access.can("posts.view"), true);
  context.mock.timers.tick(1);
  assert.equal(access.can("posts.view"), false);
  assert.equal(changed.mock.callCount(), 1);
});

test("an end further away than a timer can wait does not close it early", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 });
  const until = 2 ** 31 + 5_000;
  const { fetch } = answering(snapshotOf([{ ...WRITER, until }], { now: 0 }));
  const access = await connect({ team: TEAM, fetch });
  context.mock.timers.tick(2 ** 31 - 1);
  assert.equal(access.can("posts.view"), true);
  context.mock.timers.tick(5_001);
  assert.equal(access.can("posts.view"), false);
});

test("a catalogue that this build does not know is refused", async () => {
  const { fetch } = answering(snapshotOf([WRITER], { catalogue: "0000000000000000" }));
  const refused = connect({ team: TEAM, fetch });
  await assert.rejects(refused, (error: unknown) => error instanceof ConnectError && error.code === "catalogue_changed");
});

test("a catalogue that changes later is told, and changes no answer", async () => {
  const { fetch } = answering(snapshotOf([WRITER]), snapshotOf([], { catalogue: "0000000000000000" }));
  const access = await connect({ team: TEAM, fetch });
  const outdated = mock.fn();
  access.on("outdated", outdated);
  await access.refresh();
  assert.equal(outdated.mock.callCount(), 1);
  assert.equal(access.can("posts.create"), true);
});

test("a team that is not there for one is refused with the edge's code", async () => {
  const { fetch } = answering(404);
  const refused = connect({ team: TEAM, fetch });
  await assert.rejects(refused, (error: unknown) => error instanceof ConnectError && error.code === "not_found");
});
