/**
 * The Invite tab in full: a file of many, a connection that breaks, colleagues, what waits and is changed, mail that
 * does not arrive, and who came by a link; each as people do it, and what the edge says to those who may not.
 */
import { expect } from "@playwright/test";
import { ok } from "../support/api";
import { INVITATION } from "../support/mailbox";
import { createTeam, freshAddress, signUp } from "../support/people";
import { Profile } from "../support/profile";
import { test } from "../support/test";

/** A row of the preview or of the results. */
const row = (who: Profile, table: string, address: string) => who.page.getByRole("table", { name: table }).getByRole("row", { name: address });

async function choose(who: Profile, name: string, text: string): Promise<void> {
  const chooser = who.page.waitForEvent("filechooser");
  await who.button("Import CSV").click();
  await (await chooser).setFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

test("a file of 120 rows shows what is wrong with each, goes out, and the failed are tried again", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await ana.beginTeam("Harbour");
  const team = await ana.team("Harbour");
  expect((await ana.call("PUT", `${team}/plan`, { plan: "plus", cap: 0 })).status).toBe(200);
  const waiting = freshAddress("waiting");
  expect((await ana.call("POST", `${team}/invitations`, { address: waiting, access: [{ role: "viewer" }] })).status).toBe(201);
  const editors = ["one", "two", "three"].map((name) => freshAddress(name));
  const viewers = Array.from({ length: 112 }, (_, at) => freshAddress(`viewer${at}`));
  const strange = freshAddress("strange");
  const rows = [
    ...viewers.map((address) => `Гость;${address};Наблюдатель`),
    `Опечатка;nobody.example.com;viewer`,
    `Дважды;${viewers[0]?.toUpperCase()};viewer`,
    `Сама;${ana.address};viewer`,
    `Ждёт;${waiting};Viewer`,
    `Странная;${strange};Admiral`,
    ...editors.map((address) => `Редактор;"${address}";Editor`),
  ];

  await test.step("the preview says of each row what happens to it, and what it costs", async () => {
    await ana.page.goto("/team?tab=invite");
    await choose(ana, "people.csv", `\uFEFFИмя;Электронная почта;Роль\r\n${rows.join("\r\n")}\r\n`);
    await expect(ana.page.getByText("120 rows from people.csv")).toBeVisible();
    await expect(ana.page.getByText("116 of 120 will be invited")).toBeVisible();
    for (const [address, said] of [
      ["nobody.example.com", "not a whole e-mail address"],
      [viewers[0] ?? "", "Twice in this list"],
      [ana.address, "Already in the team"],
      [waiting, "Invited already: will be changed"],
      [strange, 'No role is called "Admiral"'],
      [viewers[1] ?? "", "Will be invited"],
    ] as const) {
      await expect(row(ana, "Preview", address).last()).toContainText(said);
    }
    await expect(row(ana, "Preview", editors[0] ?? "")).toContainText("A free seat");
    await expect(row(ana, "Preview", editors[1] ?? "")).toContainText("+$8 a month, beyond what is allowed");
    await expect(ana.page.getByText("+$16 a month once all have accepted")).toBeVisible();
  });

  await test.step("they go out, and the two beyond the cap are refused, each with its reason", async () => {
    await ana.button("Send 116 invitations").click();
    await expect(ana.page.getByText("116 of 116")).toBeVisible();
    await expect(ana.page.getByText("114 went well, 2 did not.")).toBeVisible();
    for (const address of editors.slice(1)) await expect(row(ana, "Invitations on their way", address)).toContainText("No editor seat is free");
    await expect(row(ana, "Invitations on their way", viewers[50] ?? "")).toContainText("Invited");
  });

  await test.step("with seats allowed, those that failed are tried again, and no other", async () => {
    expect((await ana.call("PUT", `${team}/cap`, { cap: 2 })).status).toBe(200);
    await ana.button("Try the failed again").click();
    await expect(ana.page.getByText("All 116 went well.")).toBeVisible();
    await ana.button("Done").click();
    await expect(ana.pending(editors[2] ?? "")).toContainText("Editor");
    await world.mailbox.wait(viewers[1] ?? "", INVITATION);
    expect((await world.mailbox.all(viewers[1] ?? "")).length).toBe(1);
  });

  await test.step("the edge takes no more than fifty in one command", async () => {
    const many = Array.from({ length: 51 }, () => ({ address: freshAddress("more"), access: [{ role: "viewer" }] }));
    const { status, body } = await ana.call("POST", `${team}/invitations/many`, { rows: many });
    expect([status, body.code]).toEqual([409, "limit_reached"]);
  });
  await ana.close();
});

test("a word in the role column that is no role is told beside its row, with a header or without", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await ana.beginTeam("Mole");
  const team = await ana.team("Mole");
  expect((await ana.call("POST", `${team}/roles`, { name: "Press desk", permissions: ["posts.view"] })).status).toBe(201);
  const [good, own, strange, none] = ["good", "own", "strange", "none"].map((name) => freshAddress(name)) as [string, string, string, string];
  const rows = `${good},Viewer\n${own},press desk\n${strange},Owner\n${none},\n`;
  await ana.page.goto("/team?tab=invite");
  for (const [what, text] of [["no header", rows], ["a known header", `email,role\n${rows}`], ["an unknown header", `email,Position here\n${rows}`]] as const) {
    await test.step(what, async () => {
      await choose(ana, "people.csv", text);
      await expect(ana.page.getByText("3 of 4 will be invited")).toBeVisible();
      await expect(row(ana, "Preview", good)).toContainText("Viewer");
      await expect(row(ana, "Preview", own)).toContainText("Press desk");
      await expect(row(ana, "Preview", strange)).toContainText('No role is called "Owner"');
      await expect(row(ana, "Preview", none), "the role of the form").toContainText("Editor");
      await ana.button("Remove file").click();
    });
  }
  await test.step("what is no role goes to nobody", async () => {
    await choose(ana, "people.csv", rows);
    await ana.button("Send 3 invitations").click();
    await expect(ana.page.getByText("All 3 went well.")).toBeVisible();
    await expect(ana.pending(own)).toContainText("Press desk");
    expect(await world.mailbox.all(strange)).toEqual([]);
  });
  await ana.close();
});

test("a list that breaks off is gone on with after a reload, and nothing is sent twice", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await ana.beginTeam("Quay");
  const addresses = Array.from({ length: 60 }, (_, at) => freshAddress(`pasted${at}`));
  await ana.page.goto("/team?tab=invite");
  await ana.select("Role", "Viewer");
  await ana.page.getByLabel("Email address").fill(addresses.slice(0, 58).join(", "));
  await ana.page.keyboard.press(",");
  await ana.page.keyboard.insertText(`${addresses[58]};Ana B <${addresses[59]}>, wrong@one`);
  await ana.page.keyboard.press("Tab");
  await expect(ana.page.getByText("60 of 61 will be invited")).toBeVisible();
  await ana.page.getByRole("button", { name: "Remove wrong@one" }).press("Enter");
  await expect(ana.page.getByText("60 of 60 will be invited")).toBeVisible();

  // The edge does what it is asked, and its answer is lost on the way.
  await ana.page.route("**/invitations/many", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await ana.button("Send 60 invitations").click();
  await expect(ana.page.getByText("60 rows have not gone out yet.")).toBeVisible();
  await ana.page.unroute("**/invitations/many");
  await ana.page.goto("/history");
  await ana.page.goto("/team?tab=invite");
  await ana.page.reload();
  await ana.button("Go on").click();
  await expect(ana.page.getByText("All 60 went well.")).toBeVisible();
  for (const address of [addresses[0], addresses[59]]) {
    await world.mailbox.wait(address ?? "", INVITATION);
    expect((await world.mailbox.all(address ?? "")).length).toBe(1);
  }
  await ana.close();
});

test("a colleague of another team is ticked, added by name, and accepts", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const ben = await Profile.open(world, browser, freshAddress("ben"));
  await ana.beginTeam("Old works");
  await ana.invite(ben.address, "Viewer");
  await ben.follow(await world.mailbox.latest(ben.address, INVITATION));
  await ben.button("Accept invitation").click();
  await expect(ben.teamName("Old works")).toBeVisible();
  const stranger = await signUp(world.url, "Sam");

  await test.step("in the new team they are listed by name, never by address", async () => {
    expect((await ana.call("POST", "/teams", { name: "New works" })).status).toBe(201);
    await ana.page.goto("/team?tab=invite");
    await ana.choose("Switch team", "New works");
    await expect(ana.teamName("New works")).toBeVisible();
    await ana.page.goto("/team?tab=invite");
    const colleagues = ana.region("Colleagues");
    await colleagues.getByRole("checkbox", { name: `Add ${ben.name}` }).check();
    await ana.select(`Role of ${ben.name}`, "Viewer");
    await expect(colleagues).not.toContainText(ben.address);
    await colleagues.getByRole("button", { name: "Add", exact: true }).click();
    await expect(ana.pending(ben.name)).toContainText("Invited by name");
    await expect(ana.page.getByRole("table", { name: "Pending invitations" })).not.toContainText("@");
  });

  await test.step("the colleague has the mail, and is in", async () => {
    await ben.follow(await world.mailbox.latest(ben.address, INVITATION, 2));
    await ben.button("Accept invitation").click();
    await expect(ben.teamName("New works")).toBeVisible();
    await ana.page.goto("/team");
    await expect(ana.member(ben.name)).toContainText("Viewer");
  });

  await test.step("the edge knows nobody who is no colleague", async () => {
    const path = `${await ana.team("New works")}/invitations/many`;
    const rows = [stranger.id, "0123456789abc"].map((person) => ({ person, access: [{ role: "viewer" }] }));
    const { body } = await ana.call<{ rows: { refused?: { code: string } }[] }>("POST", path, { rows });
    expect(body.rows.map((one) => one.refused?.code)).toEqual(["not_found", "not_found"]);
  });
  await Promise.all([ana.close(), ben.close()]);
});

test("a pending invitation is edited, and gives the edited access", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  const ben = await Profile.open(world, browser, freshAddress("ben"));
  await ana.beginTeam("Pier");
  await ana.invite(ben.address, "Viewer");
  await ana.choose(`More actions for ${ben.address}`, "Edit access");
  const dialog = ana.dialog(`What the invitation of ${ben.address} gives`);
  await dialog.getByRole("radio", { name: "Writer" }).click();
  await dialog.getByRole("button", { name: "Save access" }).click();
  await expect(dialog).toBeHidden();
  await expect(ana.pending(ben.address)).toContainText("Writer");
  await ben.follow(await world.mailbox.latest(ben.address, INVITATION));
  await ben.button("Accept invitation").click();
  await expect(ben.teamName("Pier")).toBeVisible();
  await ana.page.goto("/team");
  await expect(ana.member(ben.name)).toContainText("Writer");
  const team = await ben.team("Pier");
  const { status } = await ben.call("PUT", `${team}/invitations/0123456789abc/access`, { edits: [{ role: "manager" }] });
  expect(status).toBe(404);
  await Promise.all([ana.close(), ben.close()]);
});

test("a mail that is refused for good is shown in its row, and can be sent again", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await ana.beginTeam("Reef");
  const lost = freshAddress("lost");
  await world.dev("/dev/faults", { bounce: 1 });
  await ana.invite(lost, "Viewer");
  const shown = async (): Promise<string> => {
    await ana.page.reload();
    return (await ana.pending(lost).textContent()) ?? "";
  };
  await expect.poll(shown).toContain("Mail could not be delivered");
  await world.setClock(2 * 60_000);
  await ana.choose(`More actions for ${lost}`, "Resend");
  await world.mailbox.wait(lost, INVITATION);
  await expect.poll(shown).not.toContain("Mail could not be delivered");
  await ana.close();
});

test("the link box tells who came by the link, and has its limits", async ({ browser, world }) => {
  const ana = await Profile.open(world, browser, freshAddress("ana"));
  await ana.beginTeam("Bay");
  await ana.page.goto("/team?tab=invite");
  const url = await ana.page.getByLabel("Link", { exact: true }).inputValue();
  const jo = await signUp(world.url, "Jo Novak");
  ok(await jo.browser.post("/api/v1/join", { token: url.slice(url.indexOf("#") + 1) }));
  await ana.choose("More actions for the invite link", "Who came by it");
  await expect(ana.region("Invite link")).toContainText("Jo Novak");

  await ana.choose("More actions for the invite link", "Link settings");
  await ana.page.getByLabel("Number of uses").fill("0");
  await ana.button("Save link").click();
  await expect(ana.page.getByText("Fill in a whole number, 1 or more")).toBeVisible();
  await ana.page.getByLabel("Number of uses").fill("1");
  await ana.page.getByLabel("Only addresses of this domain").fill("example.org");
  await ana.button("Save link").click();
  await expect(ana.region("Invite link")).toContainText("1 of 1 joined by it");
  await expect(ana.region("Invite link")).toContainText("Only example.org");

  await ana.button("Regenerate link").click();
  await expect(ana.dialog("Regenerate the link?")).toContainText("Those who joined by it stay in the team.");
  await ana.confirm("Regenerate the link?", "Regenerate link");
  const other = await createTeam(await signUp(world.url, "Olga"));
  expect((await ana.call("GET", `/teams/${other.id}/colleagues`)).status).toBe(404);
  await ana.choose("More actions for the invite link", "Turn off link");
  await expect(ana.region("Invite link")).toContainText("This link is turned off.");
  await ana.close();
});
