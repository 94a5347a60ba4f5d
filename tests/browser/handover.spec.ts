/**
 * Handing a project over, as those live it: Olga gives it away after reading what that means; Carl takes it into his team,
 * or one he makes for it; Ana, who worked in it, is out; Eve, who got hold of the mail, gets nowhere.
 */
import { type Browser, expect } from "@playwright/test";
import { ok } from "../support/api";
import { createTeam, freshAddress, type Person, signUpAll, type Team } from "../support/people";
import { Profile } from "../support/profile";
import { test, type World } from "../support/test";

const OFFER = /hands a project over/;

interface Story {
  readonly owner: Person;
  readonly ana: Person;
  readonly team: Team;
  readonly project: string;
}

async function begin(world: World): Promise<Story> {
  const [owner, ana] = (await signUpAll(world.url, ["Olga", "Ana"])) as [Person, Person];
  const team = await createTeam(owner, "Atelier");
  const project = await team.project("Spring sale");
  await team.add(ana, [{ project, role: "editor" }]);
  await team.post(project, "Opening night", ana);
  return { owner, ana, team, project };
}

async function enter(world: World, browser: Browser, address: string): Promise<Profile> {
  const profile = await Profile.open(world, browser, address);
  await profile.enter();
  return profile;
}

/** Offers it in the page, as the owner does. */
async function offer(olga: Profile, project: string, address: string): Promise<void> {
  await olga.page.goto(`/projects/${project}?tab=team`);
  await olga.button("Hand over project").click();
  const dialog = olga.dialog("Hand over Spring sale");
  await dialog.getByLabel("Email address").fill(address);
  await dialog.getByLabel("Type Spring sale to confirm").fill("Spring sale");
  await dialog.getByRole("button", { name: "Hand over project" }).click();
  await expect(dialog).toBeHidden();
  await expect(olga.page.getByText(`Waiting for ${address} to confirm`)).toBeVisible();
}

test("the owner reads what it means, the client takes it, and whoever was in it is out", async ({ browser, world }) => {
  const { owner, ana, team, project } = await begin(world);
  const address = freshAddress("carl");
  const path = `/teams/${team.id}/projects/${project}`;
  const [olga, hers] = [await enter(world, browser, owner.address), await enter(world, browser, ana.address)];

  await test.step("nobody but the owner can", async () => {
    await hers.page.goto(`/projects/${project}?tab=team`);
    await expect(hers.member("Ana")).toBeVisible();
    await expect(hers.region("Hand over project")).toHaveCount(0);
    const refused = await hers.call("POST", `${path}/handover`, { address });
    expect([refused.status, refused.body.code]).toEqual([403, "owner_only"]);
  });

  await test.step("before the click the dialog says what goes, who is out, and that it is for good", async () => {
    await olga.page.goto(`/projects/${project}?tab=team`);
    await olga.button("Hand over project").click();
    const dialog = olga.dialog("Hand over Spring sale");
    await expect(dialog).toContainText("1 post and 0 images of this project move into their team.");
    await expect(dialog).toContainText("Everybody in Atelier loses access to it at once, you too.");
    await expect(dialog).toContainText("1 person whose access was given for this project is told by mail.");
    await expect(dialog).toContainText("After that nobody can undo it.");
    await expect(dialog.getByLabel("Email address")).toBeFocused();
    const yes = dialog.getByRole("button", { name: "Hand over project" });
    await expect(yes).toHaveAttribute("aria-disabled", "true");
    await dialog.getByLabel("Type Spring sale to confirm").fill("Spring sale");
    await dialog.getByLabel("Email address").fill("nobody at all");
    await yes.click();
    await expect(dialog.locator("#handover-address-problem")).not.toBeEmpty();
    await dialog.getByLabel("Email address").fill(owner.address);
    await yes.click();
    await expect(dialog.locator("#handover-address-problem")).toContainText("You own this project already.");
    await dialog.getByLabel("Email address").fill(address);
    await olga.page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(olga.page.getByText(`Waiting for ${address} to confirm`)).toBeVisible();
    expect((await hers.call("GET", path)).status).toBe(200);
  });

  const mail = await world.mailbox.latest(address, OFFER);
  await test.step("whoever else has the mail is told for whom it is", async () => {
    await hers.follow(mail);
    await expect(hers.page.getByText(/You are signed in as .* This is for/)).toBeVisible();
    await expect(hers.button("Switch account")).toBeVisible();
    const token = mail.text.split("/handover#")[1]?.split(/\s/)[0];
    const own = (await hers.call<{ team: string }>("POST", "/teams", { name: "Ana's" })).body.team;
    const refused = await hers.call("POST", "/handover", { token, into: own });
    expect([refused.status, refused.body.code]).toEqual([403, "wrong_person"]);
  });

  const carl = await Profile.open(world, browser, address);
  await test.step("the client has no account and no team: both are made on the way", async () => {
    await carl.follow(mail);
    await expect(carl.heading("Take over Spring sale")).toBeVisible();
    await carl.button("Sign in to accept").click();
    await carl.signIn();
    await expect(carl.heading("Take over Spring sale")).toBeVisible();
    await expect(carl.page.getByText("Olga of Atelier wants to hand this project over to you.")).toBeVisible();
    await expect(carl.page.getByText("The project with 1 post and 0 images.")).toBeVisible();
    await carl.button("Accept project").click();
    await expect(carl.page.locator("#team-name-problem")).not.toBeEmpty();
    await carl.page.getByLabel("Name of the new team").fill("Carl & Co");
    await carl.button("Accept project").click();
    await expect(carl.heading("Spring sale")).toBeVisible();
    await expect(carl.page.getByText("Opening night")).toBeVisible();
    await expect(carl.teamName("Carl & Co")).toBeVisible();
  });

  await test.step("from that moment it is theirs alone, and both histories tell", async () => {
    for (const profile of [olga, hers]) {
      expect((await profile.call("GET", path)).status).toBe(404);
      await profile.page.goto(`/projects/${project}`);
      await expect(profile.heading("Nothing here")).toBeVisible();
    }
    await olga.page.goto(`/history?team=${team.id}`);
    await expect(olga.page.getByText(/Olga handed the project Spring sale over to another team\. Nobody of this team/)).toBeVisible();
    await carl.page.goto("/history");
    await expect(carl.page.getByText(/took over the project Spring sale from Olga\./)).toBeVisible();
  });
  await Promise.all([olga, hers, carl].map((profile) => profile.close()));
});

test("one that waits is withdrawn by a click, and one is declined from the list after sign-in", async ({ browser, world }) => {
  const { owner, team, project } = await begin(world);
  const [client] = (await signUpAll(world.url, ["Carl"])) as [Person];
  const theirs = await createTeam(client, "Client");
  const second = await createTeam(client, "Second");
  const [olga, carl] = [await enter(world, browser, owner.address), await enter(world, browser, client.address)];
  await offer(olga, project, client.address);
  await carl.page.goto("/");
  await expect(carl.page.getByText("Olga wants to hand Spring sale over to you")).toBeVisible();
  await carl.link("Look at the offer").click();
  await expect(carl.heading("Take over Spring sale")).toBeVisible();

  await olga.button(`Withdraw the offer to ${client.address}`).click();
  await expect(olga.button("Hand over project")).toBeVisible();
  await carl.button("Accept project").click();
  await expect(carl.page.getByText("It was withdrawn.")).toBeVisible();

  await offer(olga, project, client.address);
  await carl.page.goto("/");
  await carl.link("Look at the offer").click();
  await carl.button("Decline").click();
  await carl.confirm("Decline the project?", "Decline");
  await expect(carl.page.getByText("You declined. The project stays where it was.")).toBeVisible();
  await olga.page.reload();
  await expect(olga.page.getByText(`${client.address} declined. The project stayed.`)).toBeVisible();

  await offer(olga, project, client.address);
  await carl.page.goto("/");
  await carl.link("Look at the offer").click();
  await carl.select("Into which of your teams", "Second");
  await carl.button("Accept project").click();
  await expect(carl.page).toHaveURL(new RegExp(`/projects/${project}`));
  expect((await carl.call("GET", `/teams/${second.id}/projects/${project}`)).status).toBe(200);
  expect((await carl.call("GET", `/teams/${theirs.id}/projects/${project}`)).status).toBe(404);
  const { lines } = ok(await owner.browser.get<{ lines: readonly { kind: string }[] }>(`${team.path}/history`));
  expect(lines.map((line) => line.kind)).toContain("handover_declined");
  await Promise.all([olga, carl].map((profile) => profile.close()));
});

test("it is done by keys alone, and Escape leaves everything as it was", async ({ browser, world }) => {
  const { owner, project } = await begin(world);
  const olga = await enter(world, browser, owner.address);
  await olga.page.goto(`/projects/${project}?tab=team`);
  const open = olga.button("Hand over project");
  await open.focus();
  await olga.page.keyboard.press("Enter");
  const dialog = olga.dialog("Hand over Spring sale");
  await expect(dialog.getByLabel("Email address")).toBeFocused();
  await olga.page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
  await olga.page.keyboard.press("Enter");
  const address = freshAddress("carl");
  await olga.page.keyboard.type(address);
  await olga.page.keyboard.press("Tab");
  await expect(dialog.getByLabel("Type Spring sale to confirm")).toBeFocused();
  await olga.page.keyboard.type("Spring sale");
  await olga.page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(olga.page.getByText(`Waiting for ${address} to confirm`)).toBeVisible();
  await olga.close();
});

test("a mail that did not arrive is shown beside the offer, and is sent again", async ({ browser, world }) => {
  const { owner, ana, team, project } = await begin(world);
  const olga = await enter(world, browser, owner.address);
  const address = freshAddress("lost");
  await world.dev("/dev/faults", { bounce: 1 });
  await offer(olga, project, address);
  const waiting = olga.page.getByRole("status").filter({ hasText: `Waiting for ${address}` });
  const shown = async (): Promise<string> => {
    await olga.page.reload();
    return (await waiting.textContent()) ?? "";
  };
  await expect.poll(shown).toContain("Mail could not be delivered");
  await world.setClock(120_000);
  await olga.page.reload();
  await olga.button(`Resend: the offer to ${address}`).click();
  await world.mailbox.wait(address, OFFER);
  await expect.poll(shown).not.toContain("Mail could not be delivered");
  await olga.button(`Resend: the offer to ${address}`).click();
  await expect(waiting).toContainText("Mail goes out");
  const { body } = await olga.call<{ offer: { id: string } }>("GET", `/teams/${team.id}/projects/${project}/handover`);
  const refused = await ana.browser.post<{ code: string }>(`${team.path}/handovers/${body.offer.id}/resend`);
  expect([refused.status, refused.body.code]).toEqual([403, "owner_only"]);
  await olga.close();
});
