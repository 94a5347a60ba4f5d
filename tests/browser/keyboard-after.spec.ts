/**
 * What comes after an invitation or an offer went out, by keyboard alone: those that failed are tried again, who came by
 * the link is looked up, and an offered project is taken.
 */
import { expect } from "@playwright/test";
import { ok } from "../support/api";
import { Keys } from "../support/keys";
import { createTeam, freshAddress, type Person, signUp, signUpAll } from "../support/people";
import { Profile } from "../support/profile";
import { test } from "../support/test";

test("those of a file that failed are tried again, and who came by the link is looked up, by keyboard alone", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const keys = new Keys(ana.page);
  await ana.beginTeam("Harbour");
  const team = await ana.team("Harbour");
  expect((await ana.call("PUT", `${team}/plan`, { plan: "plus", cap: 0 })).status).toBe(200);
  await ana.page.goto("/team?tab=invite");

  await test.step("one of two is refused its seat, and goes out once there is one", async () => {
    const editors = [freshAddress("one"), freshAddress("two")];
    const chooser = ana.page.waitForEvent("filechooser");
    await keys.use(ana.button("Import CSV"));
    const text = `Address,Role\r\n${editors.map((address) => `${address},Editor`).join("\r\n")}\r\n`;
    await (await chooser).setFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
    await expect(ana.page.getByText("2 rows from people.csv")).toBeVisible();
    await keys.use(ana.button("Send 2 invitations"));
    await expect(ana.page.getByText("1 went well, 1 did not.")).toBeVisible();
    expect((await ana.call("PUT", `${team}/cap`, { cap: 1 })).status).toBe(200);
    await keys.use(ana.button("Try the failed again"));
    await expect(ana.page.getByText("All 2 went well.")).toBeVisible();
    await keys.use(ana.button("Done"));
    for (const address of editors) await expect(ana.pending(address)).toContainText("Editor");
  });

  await test.step("who came by the link", async () => {
    const url = await ana.page.getByLabel("Link", { exact: true }).inputValue();
    const jo = await signUp(world.url, "Jo Novak");
    ok(await jo.browser.post("/api/v1/join", { token: url.slice(url.indexOf("#") + 1) }));
    await keys.choose(ana.button("More actions for the invite link"), "Who came by it");
    await expect(ana.region("Invite link")).toContainText("Jo Novak");
    await expect(ana.button("More actions for the invite link")).toBeFocused();
  });
  await ana.close();
});

test("an offered project is read about, declined and taken by keyboard alone", async ({ browser, world }) => {
  const [owner, client] = (await signUpAll(world.url, ["Olga", "Carl"])) as [Person, Person];
  const team = await createTeam(owner, "Atelier");
  const project = await team.project("Spring sale");
  await createTeam(client, "Client");
  const second = await createTeam(client, "Second");
  const offer = (): Promise<unknown> => owner.browser.post(`${team.path}/projects/${project}/handover`, { address: client.address }).then(ok);
  const carl = await Profile.open(world, browser, client.address);
  const keys = new Keys(carl.page);
  await offer();
  await carl.enter();

  await test.step("declined", async () => {
    await carl.page.goto("/");
    await keys.use(carl.link("Look at the offer"));
    await expect(carl.heading("Take over Spring sale")).toBeFocused();
    await keys.use(carl.button("Decline"));
    await keys.confirm(carl.dialog("Decline the project?"), "Decline");
    await expect(carl.page.getByText("You declined. The project stays where it was.")).toBeVisible();
  });

  await test.step("taken, into the team that one picks", async () => {
    await offer();
    await carl.page.goto("/");
    await keys.use(carl.link("Look at the offer"));
    await keys.to(carl.page.getByLabel("Into which of your teams"));
    await keys.type("Sec");
    await keys.use(carl.button("Accept project"));
    await expect(carl.page).toHaveURL(new RegExp(`/projects/${project}`));
    await expect(carl.heading("Spring sale")).toBeVisible();
    expect((await carl.call("GET", `/teams/${second.id}/projects/${project}`)).status).toBe(200);
  });
  await carl.close();
});
