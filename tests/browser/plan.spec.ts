/**
 * The plan as its owner reads it: plans side by side, seats by name, the month line by line, and a refusal that names who
 * is in the way.
 */
import { expect } from "@playwright/test";
import { createTeam, freshAddress, signUpAll } from "../support/people";
import { Profile } from "../support/profile";
import { test } from "../support/test";

test("seats are told by name, and a cap that is too low says by how much and whose seats these are", async ({ browser, world }) => {
  const [owner, ben, cid, vera] = await signUpAll(world.url, ["Olga", "Ben", "Cid", "Vera"]);
  if (!owner || !ben || !cid || !vera) throw new Error("four people");
  const team = await createTeam(owner, "Harbour");
  await team.plan("plus", 2);
  for (const one of [ben, cid]) await team.add(one, [{ role: "editor" }]);
  await team.add(vera, [{ role: "viewer" }]);
  const invited = freshAddress("invited");
  await team.invite(invited, [{ role: "writer" }]);
  const ana = await Profile.open(world, browser, owner.address);
  await ana.enter();
  await ana.page.goto("/plan");

  for (const [plan, month] of [["Start", "$0"], ["Plus", "$8"], ["Pro", "$0"]] as const) await expect(ana.region(plan)).toContainText(`${month} a month`);
  await expect(ana.region("Plus")).toContainText("Current plan");
  await expect(ana.region("Seats")).toContainText("2 taken");
  await expect(ana.region("Seats")).toContainText("1 reserved");
  const taken = ana.page.getByRole("list", { name: "Taken" });
  await expect(taken.getByRole("listitem")).toHaveCount(2);
  for (const one of [ben, cid]) await expect(taken).toContainText(one.address);
  await expect(taken).not.toContainText(vera.address);
  await expect(ana.page.getByRole("list", { name: "Reserved" })).toContainText(invited);
  await expect(ana.region("Next month")).toContainText("1 of 1 included seat");
  await expect(ana.region("Next month")).toContainText("1 paid seat at $8");

  await ana.page.getByLabel("Paid seats allowed").fill("0");
  await expect(ana.region("Seats")).toContainText("Free 2 first");
  await expect(ana.region("Seats")).toContainText("Seats are taken by Ben and Cid.");
  await expect(ana.region("Seats")).toContainText(`Reserved for ${invited}.`);
  const refused = await ana.call("PUT", `${await ana.team("Harbour")}/cap`, { cap: 0 });
  expect([refused.status, refused.body.code]).toEqual([409, "seats_in_use"]);

  await ana.region("Pro").getByRole("button", { name: "Change plan" }).click();
  await expect(ana.dialog("Change plan to Pro?").getByRole("region", { name: "Price" })).toContainText("Now $8 a month, then $0 a month.");
  await ana.confirm("Change plan to Pro?", "Change plan");
  await expect(ana.region("Pro")).toContainText("Current plan");
  await expect(ana.region("Next month")).toContainText("2 of 3 included seats");

  const viewer = await Profile.open(world, browser, vera.address);
  await viewer.enter();
  await viewer.page.goto("/plan");
  await expect(viewer.page.getByText("Plan and price are the owner's to see.")).toBeVisible();
  expect((await viewer.call("GET", `${await viewer.team("Harbour")}/members?seats=1`)).status).toBe(403);
  await Promise.all([ana.close(), viewer.close()]);
});
