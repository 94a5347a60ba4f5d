/**
 * Handing a project over: it goes with its posts and images into a team of the recipient's, and all earlier access to it
 * ends. Whoever else holds the mail gets nothing, and of several acceptances one holds.
 */
import { type Answer, Browser, ok, outcome } from "../support/api";
import { upload } from "../support/images";
import { createTeam, freshAddress, type Person, signUp, signUpAll, type Team } from "../support/people";
import { expect, test, type World } from "../support/test";

interface Handover {
  readonly people: number;
  readonly posts: number;
  readonly images: number;
  readonly limit?: string;
  readonly offer?: { readonly id: string; readonly address: string; readonly state: string; readonly mailAt?: number; readonly undelivered: boolean };
}

interface Preview {
  readonly projectName: string;
  readonly sender: string;
  readonly address: string;
  readonly posts: number;
  readonly images: number;
  readonly closed?: string;
}

interface Offered {
  readonly owner: Person;
  readonly ana: Person;
  readonly client: Person;
  readonly team: Team;
  readonly theirs: Team;
  readonly project: string;
  readonly path: string;
  readonly token: string;
}

const WEEK = 7 * 24 * 3_600_000;
const OFFER = /hands a project over/;

async function tokenTo(world: World, address: string): Promise<string> {
  const mail = await world.mailbox.latest(address, OFFER);
  return /\/handover#(\S+)/.exec(mail.text)?.[1] ?? "";
}

async function begin(world: World): Promise<Offered> {
  const [owner, ana, client] = (await signUpAll(world.url, ["Olga", "Ana", "Carl"])) as [Person, Person, Person];
  const [team, theirs] = await Promise.all([createTeam(owner, "Atelier"), createTeam(client, "Client")]);
  const project = await team.project("Spring sale");
  const path = `${team.path}/projects/${project}/handover`;
  await team.add(ana, [{ project, role: "editor" }]);
  ok(await owner.browser.post(path, { address: client.address }));
  return { owner, ana, client, team, theirs, project, path, token: await tokenTo(world, client.address) };
}

const accept = (person: Person, body: object, options = {}): Promise<Answer<unknown>> => person.browser.post("/api/v1/handover", body, options);
const look = (browser: Browser, body: object): Promise<Answer<Preview>> => browser.post<Preview>("/api/v1/handover/preview", body);

test("posts and images go with the project, and nobody from before gets in", async ({ world }) => {
  const { owner, ana, client, team, theirs, project, path, token } = await begin(world);
  const image = await upload(owner.browser, team.path, { project });
  const post = await team.post(project, "Spring");
  const body = { version: 1, title: "Spring", text: `Look\n![a cat](image:${image})` };
  ok(await owner.browser.put(`${team.path}/posts/${post}`, body));
  const other = await team.project("Autumn");
  const both = freshAddress("both");
  const alone = freshAddress("alone");
  await team.invite(both, [{ project, role: "editor" }, { project: other, role: "viewer" }]);
  await team.invite(alone, [{ project, role: "viewer" }]);
  const link = await team.link({ role: "viewer", project });
  ok(await ana.browser.post(`${team.path}/asks`, { permission: "posts.publish", project }));
  expect(ok(await owner.browser.get<Handover>(path))).toMatchObject({ people: 1, posts: 1, images: 1, offer: { address: client.address, state: "open" } });
  expect(ok(await look(client.browser, { token }))).toMatchObject({ projectName: "Spring sale", sender: "Olga", address: client.address, posts: 1, images: 1 });
  const me = ok(await client.browser.get<{ handovers: readonly { id: string; projectName: string }[] }>("/api/v1/me"));
  expect(me.handovers).toMatchObject([{ projectName: "Spring sale" }]);

  expect(ok(await accept(client, { token, into: theirs.id }))).toEqual({ project });
  for (const browser of [owner.browser, ana.browser]) {
    for (const at of [`projects/${project}`, `projects/${project}/posts`, `posts/${post}`, `images/${image}/file`]) {
      expect(outcome(await browser.get(`${team.path}/${at}`)), at).toBe("404 not_found");
      expect(outcome(await browser.get(`${theirs.path}/${at}`)), at).toBe("404 not_found");
    }
  }
  expect(outcome(await owner.browser.put(`${team.path}/posts/${post}`, { ...body, version: 2 }))).toBe("404 not_found");
  expect(ok(await client.browser.get<{ text: string }>(`${theirs.path}/posts/${post}`)).text).toContain(image);
  expect((await client.browser.get(`${theirs.path}/images/${image}/file`)).status).toBe(200);
  expect(ok(await client.browser.get<{ images: readonly unknown[] }>(`${theirs.path}/images`)).images).toHaveLength(1);
  expect(outcome(await client.browser.post("/api/v1/join/preview", { token: link.token }))).toBe("404 not_found");
  const { invitations } = ok(await owner.browser.get<{ invitations: readonly { address: string; access: readonly unknown[] }[] }>(`${team.path}/invitations`));
  expect(invitations.map((one) => [one.address, one.access.length])).toEqual([[both, 1]]);
  const kinds = async (of: Team): Promise<readonly string[]> =>
    ok(await of.owner.browser.get<{ lines: readonly { kind: string }[] }>(`${of.path}/history`)).lines.map((line) => line.kind);
  expect(await kinds(team)).toContain("project_handed_over");
  expect(await kinds(theirs)).toContain("project_received");
  await world.mailbox.latest(owner.address, /was handed over/);
  await world.mailbox.latest(ana.address, /no longer in/);
  expect(ok(await client.browser.get<{ handovers: readonly unknown[] }>("/api/v1/me")).handovers).toEqual([]);
});

test("what it is called afterwards, and who took it, the team that gave it does not read", async ({ world }) => {
  const { owner, client, team, theirs, project, token } = await begin(world);
  const address = freshAddress("declined");
  await team.invite(address, [{ project, role: "viewer" }]);
  const invited = await signUp(world.url, "Ida", address);
  const me = ok(await invited.browser.get<{ invitations: readonly { id: string }[] }>("/api/v1/me"));
  const invitation = { team: team.id, invitation: me.invitations[0]?.id };
  ok(await invited.browser.post("/api/v1/join/decline", invitation));
  ok(await accept(client, { token, into: theirs.id }));
  ok(await client.browser.patch(`${theirs.path}/projects/${project}`, { name: "Secret" }));
  const told: string[] = [JSON.stringify(ok(await owner.browser.get(`${team.path}/history`)))];
  for (const part of ["requests", "posts", "images", "history", "deeds"]) {
    told.push(JSON.stringify(ok(await owner.browser.get(`/api/v1/me/export?part=${part}`))));
  }
  told.push(JSON.stringify((await invited.browser.post("/api/v1/join/preview", invitation)).body));
  expect(told.join("\n")).toContain("Spring sale");
  expect(told.join("\n")).not.toContain("Secret");
  expect(told.join("\n")).not.toContain(client.id);
  expect((await world.mailbox.latest(owner.address, /was handed over/)).subject).toContain("Spring sale");
});

test("whoever else holds the mail learns for whom it is, and changes nothing", async ({ world }) => {
  const { owner, ana, client, theirs, team, path, token } = await begin(world);
  const eve = await signUp(world.url, "Eve");
  const hers = await createTeam(eve, "Eve's");
  for (const person of [eve, ana, owner]) {
    const taken = await world.unchanged(() => accept(person, { token, into: hers.id }));
    expect(outcome(taken)).toBe("403 wrong_person");
    expect(outcome(await world.unchanged(() => person.browser.post("/api/v1/handover/decline", { token })))).toBe("403 wrong_person");
  }
  const masked = ok(await look(eve.browser, { token }));
  expect(masked.closed).toBe("wrong_person");
  expect(masked.address).not.toContain(client.address);
  const nobody = new Browser(world.url);
  expect(ok(await look(nobody, { token })).closed).toBe("sign_in_needed");
  expect(outcome(await world.unchanged(() => nobody.post("/api/v1/handover", { token, into: theirs.id })))).toBe("401 sign_in_needed");
  const { offer } = ok(await owner.browser.get<Handover>(path));
  const named = { team: team.id, handover: offer?.id };
  expect(outcome(await world.unchanged(() => accept(eve, { ...named, into: hers.id })))).toBe("404 not_found");
  expect(outcome(await look(eve.browser, named))).toBe("404 not_found");
  expect(outcome(await world.unchanged(() => accept(client, { token, into: hers.id })))).toBe("404 not_found");
  expect(outcome(await world.unchanged(() => accept(client, { token, into: team.id })))).toBe("404 not_found");
  expect(outcome(await world.unchanged(() => accept(client, { token: `${token}0`, into: theirs.id })))).toBe("404 bad_token");
});

test("one that was withdrawn, refused or is too old opens no more, and another can be sent", async ({ world }) => {
  const { owner, client, theirs, team, project, path, token } = await begin(world);
  expect(outcome(await world.unchanged(() => owner.browser.post(path, { address: freshAddress("other") })))).toBe("409 already_offered");
  const { offer } = ok(await owner.browser.get<Handover>(path));
  ok(await owner.browser.delete(`${team.path}/handovers/${offer?.id ?? ""}`));
  expect(outcome(await world.unchanged(() => accept(client, { token, into: theirs.id })))).toBe("410 withdrawn");
  expect(ok(await look(client.browser, { token }))).toMatchObject({ closed: "withdrawn", projectName: "", posts: 0 });

  const again = async (): Promise<string> => {
    ok(await owner.browser.post(path, { address: client.address }));
    const { id } = ok(await owner.browser.get<Handover>(path)).offer ?? { id: "" };
    return id;
  };
  const second = { team: team.id, handover: await again() };
  ok(await client.browser.post("/api/v1/handover/decline", second));
  expect(outcome(await world.unchanged(() => accept(client, { ...second, into: theirs.id })))).toBe("410 answered");
  await world.mailbox.latest(owner.address, /was not taken/);
  expect(ok(await owner.browser.get<Handover>(path)).offer?.state).toBe("declined");

  const third = { team: team.id, handover: await again() };
  await world.setClock(WEEK);
  expect(outcome(await world.unchanged(() => accept(client, { ...third, into: theirs.id })))).toBe("410 expired");
  expect(ok(await owner.browser.get<Handover>(path)).offer?.state).toBe("expired");
  ok(await accept(client, { team: team.id, handover: await again(), into: theirs.id }));
  expect(outcome(await owner.browser.get(`${team.path}/projects/${project}`))).toBe("404 not_found");
});

test("of two acceptances at once one holds, and a repeated one is answered as before", async ({ world }) => {
  const { client, theirs, token } = await begin(world);
  const another = await createTeam(client, "Another");
  const [first, second] = await Promise.all([
    accept(client, { token, into: theirs.id }, { key: "first" }),
    accept(client, { token, into: another.id }, { key: "second" }),
  ]);
  expect([outcome(first), outcome(second)].sort()).toEqual(["200", "410 used"]);
  const [key, into] = first.status === 200 ? ["first", theirs.id] : ["second", another.id];
  expect(outcome(await world.unchanged(() => accept(client, { token, into }, { key })))).toBe("200");
  expect(outcome(await world.unchanged(() => accept(client, { token, into: theirs.id === into ? another.id : theirs.id }, { key })))).toBe("422 key_reused");
});

test("an acceptance against a withdrawal leaves the project in one team", async ({ world }) => {
  for (let round = 0; round < 5; round += 1) {
    const { owner, client, theirs, team, path, project, token } = await begin(world);
    const { offer } = ok(await owner.browser.get<Handover>(path));
    const [taken, withdrawn] = await Promise.all([
      accept(client, { token, into: theirs.id }),
      owner.browser.delete(`${team.path}/handovers/${offer?.id ?? ""}`),
    ]);
    const here = outcome(await owner.browser.get(`${team.path}/projects/${project}`));
    const outcomes = [outcome(taken), outcome(withdrawn), here].join(", ");
    expect(["200, 410 used, 404 not_found", "410 withdrawn, 200, 200"]).toContain(outcomes);
  }
});

test("a new owner hands over anew: what a former one offered opens no more", async ({ world }) => {
  const { owner, ana, client, theirs, team, path, token } = await begin(world);
  ok(await owner.browser.post(`${team.path}/transfer`, { to: ana.id }));
  expect(outcome(await world.unchanged(() => accept(client, { token, into: theirs.id })))).toBe("410 needs_sender");
  expect(ok(await ana.browser.get<Handover>(path)).offer?.state).toBe("needs_sender");
  expect(outcome(await world.unchanged(() => owner.browser.post(path, { address: client.address })))).toBe("403 owner_only");
  ok(await ana.browser.post(path, { address: freshAddress("client") }));
  expect(outcome(await world.unchanged(() => accept(client, { token, into: theirs.id })))).toBe("410 withdrawn");
});

test("sent again it keeps to the limits of mails, and one that could not be delivered says so", async ({ world }) => {
  const { owner, ana, client, theirs, team, path, token } = await begin(world);
  const shown = async (): Promise<Handover["offer"]> => ok(await owner.browser.get<Handover>(path)).offer;
  const id = (await shown())?.id ?? "";
  const resend = (who: Person): Promise<Answer<unknown>> => who.browser.post(`${team.path}/handovers/${id}/resend`);
  expect(outcome(await world.unchanged(() => resend(ana)))).toBe("403 owner_only");
  expect(outcome(await world.unchanged(() => resend(client)))).toBe("404 not_found");
  expect(await shown()).toMatchObject({ undelivered: false });

  ok(await resend(owner));
  expect((await shown())?.mailAt, "within a minute its mail waits").toBeGreaterThan(Date.now());
  const offers = async (): Promise<number> => (await world.mailbox.all(client.address)).filter((mail) => OFFER.test(mail.subject)).length;
  expect(await offers()).toBe(1);
  await world.setClock(120_000);
  await world.dev("/dev/faults", { bounce: 1 });
  await world.cron();
  await expect.poll(async () => (await shown())?.undelivered).toBe(true);
  await world.setClock(WEEK);
  expect((await shown())?.state).toBe("expired");
  ok(await resend(owner));
  await expect.poll(offers).toBe(2);
  expect(await shown()).toMatchObject({ state: "open", undelivered: false });
  ok(await accept(client, { token, into: theirs.id }));
  expect(outcome(await world.unchanged(() => resend(owner)))).toBe("410 used");
});
