/**
 * Merging, as the three who live it: Ana's team takes the accounts of those who accept; Ben, who has projects of his own,
 * reads what that means before he clicks, and gets them back; Mara goes on working in Ben's team meanwhile.
 */
import { type Browser, expect } from "@playwright/test";
import { INVITATION } from "../support/mailbox";
import { createTeam, type Person, signUpAll, type Team } from "../support/people";
import { Profile } from "../support/profile";
import { test, type World } from "../support/test";

interface Story {
  readonly ana: Profile;
  readonly ben: Profile;
  readonly mara: Person;
  readonly team: Team;
  readonly own: Team;
  readonly project: string;
}

async function begin(world: World, browser: Browser): Promise<Story> {
  const [ana, ben, mara] = (await signUpAll(world.url, ["Ana Silva", "Ben Okoro", "Mara Lind"])) as [Person, Person, Person];
  const [team, own] = [await createTeam(ana, "Northwind"), await createTeam(ben, "Okoro Studio")];
  const project = await own.project("Spring sale");
  await own.project("Winter");
  await own.add(mara, [{ role: "manager" }]);
  const profiles = await Promise.all([ana, ben].map((one) => Profile.open(world, browser, one.address)));
  await Promise.all(profiles.map((profile) => profile.enter()));
  const [first, second] = profiles as [Profile, Profile];
  return { ana: first, ben: second, mara, team, own, project };
}

/** What Ben's own team answers to a call that he makes by hand. */
async function reach({ ben, own, project }: Story): Promise<readonly number[]> {
  const path = `/teams/${own.id}`;
  const calls = [ben.call("GET", `${path}/snapshot`), ben.call("GET", `${path}/projects/${project}`), ben.call("PATCH", path, { name: "Okoro Studio" })];
  return (await Promise.all(calls)).map((said) => said.status);
}

test("accepting parks what one owns, by name, and leaving brings it back", async ({ browser, world }) => {
  const story = await begin(world, browser);
  const { ana, ben, mara, team, own, project } = story;

  await test.step("the owner chooses to merge", async () => {
    await ana.page.goto("/settings");
    await expect(ana.page.getByRole("radio", { name: "Side by side" })).toBeChecked();
    await ana.page.getByRole("radio", { name: "Merge accounts" }).check();
    await ana.button("Save join mode").click();
    await expect(ana.page.getByText("It holds from the next acceptance on.")).toBeVisible();
    const refused = await ben.call("PUT", `/teams/${team.id}/join-mode`, { mode: "side_by_side" });
    expect(refused.status).toBe(404);
  });

  await test.step("the accept page says what becomes of his projects", async () => {
    await team.invite(ben.address, [{ role: "editor" }]);
    await ben.follow(await world.mailbox.latest(ben.address, INVITATION));
    const merging = ben.region("What happens to your own projects");
    await expect(merging).toContainText("Okoro Studio: Spring sale and Winter.");
    await expect(merging).toContainText("1 other person goes on working there.");
  });

  await test.step("who is not signed in is told no more than that", async () => {
    const stranger = await Profile.open(world, browser, ben.address);
    await stranger.follow(await world.mailbox.latest(ben.address, INVITATION));
    await expect(stranger.page.getByText(/Once you are signed in, this page says/)).toBeVisible();
    await expect(stranger.page.getByText("Okoro Studio")).toHaveCount(0);
    await stranger.close();
  });

  await test.step("what changed meanwhile is shown before he is asked again", async () => {
    await own.owner.browser.post("/api/v1/teams", { name: "Okoro Press" });
    await ben.button("Accept invitation").click();
    await expect(ben.page.getByText("This changed while you were reading.")).toBeVisible();
    await expect(ben.region("What happens to your own projects")).toContainText("Okoro Press");
    expect(await reach(story)).toEqual([200, 200, 200]);
  });

  await test.step("he accepts, and what he owns is out of reach", async () => {
    await ben.button("Accept invitation").click();
    await expect(ben.teamName("Northwind")).toBeVisible();
    await ben.button("Switch team").click();
    await expect(ben.page.getByRole("menuitem", { name: /Okoro/ })).toHaveCount(0);
    await ben.page.keyboard.press("Escape");
    expect(await reach(story)).toEqual([404, 404, 404]);
    expect((await ben.call("POST", "/teams", { name: "Another" })).body).toMatchObject({ code: "merged" });
    expect((await mara.browser.get(`${own.path}/projects/${project}`)).status).toBe(200);
  });

  await test.step("he leaves from Settings, and it is back", async () => {
    await ben.page.goto("/settings");
    const parked = ben.region("Parked projects");
    await expect(parked).toContainText("Okoro Studio: Spring sale and Winter.");
    await ben.button("Leave Northwind and get them back").click();
    await ben.confirm("Leave Northwind?", "Leave Northwind");
    await expect(ben.region("Parked projects")).toHaveCount(0);
    expect(await reach(story)).toEqual([200, 200, 200]);
    await ben.page.goto("/");
    await expect(ben.teamName(/Okoro (Studio|Press)/)).toBeVisible();
  });
  await Promise.all([ana.close(), ben.close()]);
});

test("from the list after sign-in the same is said, and removal brings it back", async ({ browser, world }) => {
  const story = await begin(world, browser);
  const { ana, ben, team } = story;
  await team.owner.browser.put(`${team.path}/join-mode`, { mode: "merge" });
  await team.invite(ben.address, [{ role: "editor" }]);
  await ben.page.goto("/");
  await ben.link("Look at invitation").click();
  await expect(ben.region("What happens to your own projects")).toContainText("Okoro Studio");
  await ben.button("Accept invitation").click();
  await expect(ben.teamName("Northwind")).toBeVisible();
  expect(await reach(story)).toEqual([404, 404, 404]);

  await ana.page.goto("/team");
  await ana.choose("More actions for Ben Okoro", "Remove from team");
  await ana.confirm("Remove Ben Okoro?", "Remove from team");
  await expect(ana.member(ben.address)).toHaveCount(0);
  expect(await reach(story)).toEqual([200, 200, 200]);
  await ben.page.goto("/");
  await expect(ben.teamName("Okoro Studio")).toBeVisible();
  await Promise.all([ana.close(), ben.close()]);
});

test("somebody with nothing of their own is told that nothing is put away", async ({ browser, world }) => {
  const [owner] = (await signUpAll(world.url, ["Ana Silva"])) as [Person];
  const team = await createTeam(owner, "Northwind");
  await owner.browser.put(`${team.path}/join-mode`, { mode: "merge" });
  const eve = await Profile.open(world, browser, `eve.${process.pid}.${Date.now()}@example.com`);
  await team.invite(eve.address, [{ role: "viewer" }]);
  await eve.follow(await world.mailbox.latest(eve.address, INVITATION));
  await expect(eve.page.getByText(/You own none now, so nothing is put away/)).toBeVisible();
  await eve.button("Accept invitation").click();
  await expect(eve.teamName("Northwind")).toBeVisible();
  await eve.page.goto("/settings");
  await expect(eve.region("Parked projects")).toContainText("nothing is parked");
  await eve.close();
});
