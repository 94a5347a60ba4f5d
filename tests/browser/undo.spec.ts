/**
 * A removal by mistake: "Undo" in the toast brings back exactly what was there.
 */
import { expect } from "@playwright/test";
import { createTeam, signUpAll, type Person } from "../support/people";
import { Profile } from "../support/profile";
import { test } from "../support/test";

interface Listed {
  readonly members: readonly { readonly id: string; readonly access: unknown; readonly joinedAt: number }[];
}

test("undo after a removal brings the member back exactly", async ({ browser, world }) => {
  const [ana, ben] = (await signUpAll(world.url, ["Ana Silva", "Ben Okoro"])) as [Person, Person];
  const team = await createTeam(ana, "Slipway");
  const [spring, winter] = [await team.project("Spring"), await team.project("Winter")];
  const until = world.now + 30 * 86_400_000;
  await team.add(ben, [
    { project: spring, permissions: ["posts.view", "posts.create", "analytics.view"] },
    { project: winter, role: "viewer", until },
  ]);
  const read = async (): Promise<unknown> => {
    const { members } = (await ana.browser.get<Listed>(`${team.path}/members`)).body;
    const row = members.find((one) => one.id === ben.id);
    return row && { access: row.access, joinedAt: row.joinedAt };
  };
  const before = await read();

  const manager = await Profile.open(world, browser, ana.address);
  await manager.enter();
  await manager.page.goto("/team");
  const access = manager.member(ben.address).getByRole("cell").nth(1);
  const phrase = await access.innerText();

  await test.step("removed, they are gone from the list and from the edge", async () => {
    await manager.choose("More actions for Ben Okoro", "Remove from team");
    await manager.confirm("Remove Ben Okoro?", "Remove from team");
    await expect(manager.member(ben.address)).toHaveCount(0);
    expect(await read()).toBeUndefined();
    expect((await ben.browser.get(`${team.path}/projects/${spring}/posts`)).status).toBe(404);
  });

  await test.step("undone, everything is as it was", async () => {
    await manager.button("Undo").click();
    await expect(manager.page.getByText("Ben Okoro is back, as before.")).toBeVisible();
    await expect(access).toHaveText(phrase);
    await expect(manager.button("Undo")).toHaveCount(0);
    expect(await read()).toEqual(before);
    expect((await ben.browser.get(`${team.path}/projects/${spring}/posts`)).status).toBe(200);
  });
  await manager.close();
});
