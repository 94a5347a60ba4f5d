/**
 * The file of one's own data: all that is kept about oneself, and nothing that is not one's to know.
 */
import { Browser, ok, outcome } from "../support/api";
import { createTeam, freshAddress, makeCast, type Person, signUp } from "../support/people";
import { expect, test } from "../support/test";

interface Row {
  readonly id?: string;
  readonly team: string;
  readonly teamName?: string;
  readonly project?: string;
  readonly projectName?: string;
  readonly name?: string;
  readonly kind?: string;
  readonly state?: string;
  readonly address?: string;
  readonly person?: string;
  readonly access?: readonly unknown[];
}
interface Page {
  readonly rows: readonly Row[];
  readonly next?: string;
}

const PARTS = ["memberships", "invitationsReceived", "invitationsSent", "offersReceived", "offersMade", "requests", "posts", "images", "history", "deeds"];

async function part(person: Person, name: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let after: string | undefined, first = true; first || after; first = false) {
    const page: Page = ok(await person.browser.get<Page>(`/api/v1/me/export?part=${name}${after ? `&after=${after}` : ""}`));
    rows.push(...page.rows);
    after = page.next;
  }
  return rows;
}

async function all(person: Person): Promise<Readonly<Record<string, readonly Row[]>>> {
  const parts: (readonly [string, readonly Row[]])[] = [];
  for (const name of PARTS) parts.push([name, await part(person, name)]);
  return Object.fromEntries(parts);
}

test("it holds what somebody is, made, sent and was given", async ({ world }) => {
  const { team, people, post, image, alpha, other, ask, invitation } = await makeCast(world.url);
  const { owner, viewer } = people;
  const mine = await all(owner);
  expect(mine["memberships"]).toMatchObject([{ team: team.id, teamName: "Olga's team", state: "active", access: [] }]);
  expect(mine["posts"]).toMatchObject([{ id: post, project: alpha, projectName: "Alpha", name: "Spring", state: "draft" }]);
  expect(mine["images"]?.map((row) => row.id)).toEqual([image]);
  expect(mine["invitationsSent"]?.find((row) => row.id === invitation)).toMatchObject({ state: "pending", access: [{ role: "viewer" }] });
  expect(mine["deeds"]?.map((row) => row.kind)).toEqual(expect.arrayContaining(["team_created", "project_created", "invited", "removed"]));
  expect((await all(other))["requests"]).toMatchObject([{ id: ask, kind: "history.view", state: "open" }]);
  const theirs = await all(viewer);
  expect(theirs["memberships"]).toMatchObject([{ teamName: "Olga's team", access: [{ role: "viewer" }] }]);
  expect(theirs["invitationsReceived"]).toMatchObject([{ state: "accepted", address: viewer.address }]);
  expect(theirs["history"]?.map((row) => row.kind)).toContain("accepted");
});

test("no secret stands in it, nobody else's name or address, and nothing is written", async ({ world }) => {
  const { people, link, ended } = await makeCast(world.url);
  const { viewer, owner } = people;
  const cookie = viewer.browser.cookie("__Host-session") ?? "";
  const text = await world.unchanged(async () => JSON.stringify([await all(viewer), ok(await viewer.browser.get("/api/v1/me/sessions"))]));
  const digests = world.database.rows("SELECT digest FROM sessions").map((row) => String(row["digest"]));
  const secrets = [...digests, link.token, ...cookie.split(".").slice(1)].filter((secret) => secret.length > 0);
  expect(secrets.length).toBeGreaterThan(3);
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  for (const person of [owner, people.partial, people.outsider, ended]) {
    expect(text).not.toContain(person.address);
    expect(text).not.toContain(`"${person.name}"`);
  }
});

test("who is out of a team reads no name in it that may have changed since", async ({ world }) => {
  const { team, people, alpha, ended } = await makeCast(world.url);
  const writer = people.writer;
  const post = await team.post(alpha, "Autumn", writer);
  ok(await people.owner.browser.delete(`${team.path}/members/${writer.id}`));
  ok(await people.owner.browser.patch(team.path, { name: "Secret plans" }));
  ok(await people.owner.browser.patch(`${team.path}/projects/${alpha}`, { name: "Secret project" }));
  ok(await people.owner.browser.put(`${team.path}/posts/${post}`, { version: 1, title: "Secret title", text: "" }));
  const file = await all(writer);
  expect(file["posts"]?.map((row) => row.id)).toEqual([post]);
  expect(file["memberships"]).toMatchObject([{ team: team.id, state: "removed" }]);
  expect(JSON.stringify([file, await all(ended)])).not.toContain("Secret");
});

test("an address stands in it for who typed it, and else for who sees addresses", async ({ world }) => {
  const { team, people } = await makeCast(world.url);
  const { owner, viewer } = people;
  await team.change(viewer, [{ role: "manager" }]);
  const [typed, seen] = [freshAddress("typed"), freshAddress("seen")];
  await team.invite(typed, [{ role: "viewer" }], viewer);
  const other = await team.invite(seen, [{ role: "viewer" }]);
  ok(await viewer.browser.delete(`${team.path}/invitations/${other}`));
  const addresses = async (): Promise<readonly (string | undefined)[]> =>
    (await part(viewer, "deeds")).filter((row) => row.kind?.startsWith("invit")).map((row) => row.address);
  expect(await addresses()).toEqual([typed, seen]);
  ok(await owner.browser.delete(`${team.path}/members/${viewer.id}`));
  expect(await addresses()).toEqual([typed, undefined]);
});

test("offers of projects stand in it, for who made them and whom they are for", async ({ world }) => {
  const [owner, client] = [await signUp(world.url, "Olga"), await signUp(world.url, "Carl")];
  const [team, theirs] = [await createTeam(owner, "Atelier"), await createTeam(client, "Client")];
  const project = await team.project("Spring sale");
  ok(await owner.browser.post(`${team.path}/projects/${project}/handover`, { address: client.address }));
  const offer = { team: team.id, teamName: "Atelier", project, projectName: "Spring sale", address: client.address };
  expect(await part(owner, "offersMade")).toMatchObject([{ ...offer, state: "open" }]);
  const received = await part(client, "offersReceived");
  expect(received).toMatchObject([{ ...offer, state: "open" }]);
  expect(await part(owner, "offersReceived")).toEqual([]);
  ok(await client.browser.post("/api/v1/handover", { team: team.id, handover: received[0]?.id, into: theirs.id }));
  ok(await client.browser.patch(`${theirs.path}/projects/${project}`, { name: "Winter" }));
  const [made] = await part(owner, "offersMade");
  expect(made).toMatchObject({ state: "accepted", address: client.address });
  expect(made?.projectName).toBeUndefined();
  expect(await part(client, "offersReceived")).toMatchObject([{ state: "accepted" }]);
});

test("an address that somebody else typed is not one's own by sending its offer again", async ({ world }) => {
  const [olga, nora] = [await signUp(world.url, "Olga"), await signUp(world.url, "Nora")];
  const [team, to] = [await createTeam(olga, "Atelier"), freshAddress("client")];
  const project = await team.project("Spring sale");
  await team.add(nora, [{ role: "viewer" }]);
  const path = `${team.path}/projects/${project}/handover`;
  ok(await olga.browser.post(path, { address: to }));
  ok(await olga.browser.post(`${team.path}/transfer`, { to: nora.id }));
  const { offer } = ok(await nora.browser.get<{ offer?: { id: string } }>(path));
  ok(await nora.browser.post(`${team.path}/handovers/${offer?.id ?? ""}/resend`));
  const offers = async (of: Person): Promise<readonly unknown[]> =>
    (await part(of, "deeds")).filter((row) => row.kind?.startsWith("handover")).map((row) => [row.kind, row.address]);
  expect(await offers(olga), "she typed it").toEqual([["handover_offered", to]]);
  expect(await offers(nora), "she owns the team, and sees addresses").toEqual([["handover_resent", to]]);
  const ida = await signUp(world.url, "Ida");
  await team.add(ida, [{ role: "viewer" }], nora);
  ok(await nora.browser.post(`${team.path}/transfer`, { to: ida.id }));
  expect(await offers(nora), "she does no more").toEqual([["handover_resent", undefined]]);
  expect(await offers(olga)).toEqual([["handover_offered", to]]);
});

test("a stranger reads nothing of it; a part or place that does not exist is refused", async ({ world }) => {
  const { team, people, post } = await makeCast(world.url);
  const foreign = await signUp(world.url, "Fay");
  await createTeam(foreign);
  const text = JSON.stringify(await all(foreign));
  for (const known of [team.id, post, people.owner.id, people.owner.address]) expect(text).not.toContain(known);
  const { browser } = foreign;
  expect(outcome(await new Browser(world.url).get("/api/v1/me/export?part=posts"))).toBe("401 sign_in_needed");
  for (const query of ["", "?part=secrets", "?part=posts&after=x", "?part=history&after=61"]) {
    expect(outcome(await browser.get(`/api/v1/me/export${query}`)), query).toBe("422 bad_value");
  }
});

test("a large account comes page by page, whole and in one round trip each", async ({ world }) => {
  const ana = await signUp(world.url, "Ana");
  const teams = [await createTeam(ana, "One"), await createTeam(ana, "Two")];
  world.database.write((run) => {
    for (const [at, team] of teams.entries()) {
      for (let n = 0; n < 130; n += 1) {
        run("INSERT INTO history (team, at, by, kind, before, after, note) VALUES (?, ?, ?, 'team_renamed', '', '', ?)", team.id, n, ana.id, `${at}-${n}`);
      }
    }
  });
  const deeds = await part(ana, "deeds");
  const notes = deeds.map((row) => (row as { note?: string }).note).filter((note) => note?.includes("-"));
  expect(notes).toHaveLength(260);
  expect(new Set(notes).size).toBe(260);
  const page = await ana.browser.get<Page>("/api/v1/me/export?part=deeds");
  expect(page.headers.get("x-roster-round-trips")).toBe("1");
  expect(ok(page).rows).toHaveLength(100);
});
