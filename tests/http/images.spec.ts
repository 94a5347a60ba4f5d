/**
 * The image library: only pictures come in, only to where one manages images, and nothing is stored of what was
 * refused; a file goes out to those who see where it belongs, and in a shape in which it can do nothing.
 */
import { type Answer, ok, outcome, type Problem } from "../support/api";
import { announce, EXIF, jpeg, type LibraryImage, PNG, send, sendFile, THUMBNAIL, upload } from "../support/images";
import { type Cast, createTeam, makeCast, signUp } from "../support/people";
import { expect, test } from "../support/test";

interface Library {
  readonly images: readonly LibraryImage[];
  readonly next?: string;
}

const HOUR = 3_600_000;

async function library(cast: Cast, who: keyof Cast["browsers"] = "owner", query = ""): Promise<readonly string[]> {
  const { images } = ok(await cast.browsers[who].get<Library>(`${cast.team.path}/images${query}`));
  return images.map((image) => image.id);
}

const file = (cast: Cast, id: string, query = ""): string => `${cast.team.path}/images/${id}/file${query}`;

test("a picture goes in and comes out as it was, where it can do nothing", async ({ world }) => {
  const cast = await makeCast(world.url);
  const id = await upload(cast.browsers.owner, cast.team.path, { project: cast.alpha, name: "Two cats" });
  const { images } = ok(await cast.browsers.viewer.get<Library>(`${cast.team.path}/images`));
  expect(images[0]).toMatchObject({ id, project: cast.alpha, name: "Two cats", mediaType: "image/png", width: 40, height: 30, used: 0, by: { name: "Olga" } });
  for (const [query, type, bytes] of [["", "image/png", PNG], ["?size=thumbnail", "image/jpeg", THUMBNAIL]] as const) {
    const cookie = { cookie: `__Host-session=${cast.browsers.viewer.cookie("__Host-session") ?? ""}` };
    const answer = await fetch(world.url + file(cast, id, query), { headers: cookie });
    expect(answer.status).toBe(200);
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(bytes));
    expect(answer.headers.get("content-type")).toBe(type);
    expect(answer.headers.get("content-disposition")).toBe("inline");
    expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("cache-control")).toBe("private, no-store");
    expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(Number(answer.headers.get("x-roster-round-trips"))).toBe(1);
    expect(Number(answer.headers.get("x-roster-rows-read"))).toBeLessThanOrEqual(12);
  }
});

test("what is no picture, or another than was announced, is refused and kept nowhere", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner } = cast.browsers;
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  const page = Buffer.from("<!doctype html><script>alert(1)</script>");
  const wide = jpeg(40, 30);
  const refused: readonly [string, Promise<{ id: string; answer: Answer<unknown> }>][] = [
    ["422 image_unknown", send(owner, cast.team.path, svg)],
    ["422 image_unknown", send(owner, cast.team.path, page)],
    ["422 image_unknown", send(owner, cast.team.path, Buffer.concat([Buffer.from("<!--"), PNG]))],
    ["422 image_unknown", send(owner, cast.team.path, PNG.subarray(0, 20))],
    ["422 image_differs", send(owner, cast.team.path, wide)],
    ["422 image_differs", send(owner, cast.team.path, PNG, { width: 41 })],
    ["422 image_differs", send(owner, cast.team.path, PNG, { bytes: PNG.length + 1 })],
    ["422 image_has_notes", send(owner, cast.team.path, jpeg(40, 30, EXIF), { mediaType: "image/jpeg" })],
    ["422 image_unknown", send(owner, cast.team.path, PNG, { thumbnailBytes: PNG.length }, PNG)],
    ["422 image_unknown", send(owner, cast.team.path, PNG, { thumbnailBytes: page.length }, page)],
  ];
  for (const [expected, sent] of refused) {
    const { id, answer } = await sent;
    expect(outcome(answer)).toBe(expected);
    expect(outcome(await owner.get(file(cast, id)))).toBe("404 not_found");
  }
  expect(await library(cast)).toEqual([cast.image]);
});

test("what is too large is refused before it is sent, or before it is read", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner } = cast.browsers;
  for (const [code, more] of [
    ["image_too_large", { bytes: 8 * 1024 * 1024 + 1 }],
    ["image_too_large", { thumbnailBytes: 200 * 1024 + 1 }],
    ["image_too_many_pixels", { width: 8_193 }],
    ["image_too_many_pixels", { width: 8_000, height: 8_000 }],
    ["bad_value", { mediaType: "image/svg+xml" }],
    ["text_too_long", { name: "x".repeat(201) }],
  ] as const) {
    const answer = await world.unchanged(() => owner.post(`${cast.team.path}/images`, announce(PNG, more)));
    expect(outcome(answer)).toBe(`422 ${code}`);
  }
  const { image } = ok(await owner.post<{ image: string }>(`${cast.team.path}/images`, announce(PNG)));
  const answer = await world.unchanged(() => sendFile(owner, cast.team.path, image, new Uint8Array(9 * 1024 * 1024)));
  expect(outcome(answer)).toBe("413 body_too_large");
});

test("who may not manage images stores nothing, and is told who can give it", async ({ world }) => {
  const cast = await makeCast(world.url);
  for (const who of ["viewer", "writer", "partial"] as const) {
    const answer = await world.unchanged(() => cast.browsers[who].post<Problem>(`${cast.team.path}/images`, announce(PNG, { project: cast.alpha })));
    expect(outcome(answer), who).toBe("403 missing_permission");
    expect(answer.body.missing).toEqual({ permission: "images.manage", project: cast.alpha });
    expect(answer.body.granters?.map((one) => one.name)).toEqual(["Olga"]);
  }
});

test("a right that goes while the file is on its way keeps the file out", async ({ world }) => {
  const cast = await makeCast(world.url);
  const editor = await signUp(world.url, "Edda");
  await cast.team.add(editor, [{ role: "editor" }]);
  const { image } = ok(await editor.browser.post<{ image: string }>(`${cast.team.path}/images`, announce(PNG)));
  const body = Buffer.concat([THUMBNAIL, PNG]);
  expect(outcome(await sendFile(cast.browsers.owner, cast.team.path, image, body)), "another's").toBe("404 not_found");
  await cast.team.change(editor, [{ role: "viewer" }]);
  const refused = await world.unchanged(() => sendFile(editor.browser, cast.team.path, image, body));
  expect(outcome(refused)).toBe("403 missing_permission");
  await cast.team.change(editor, [{ role: "editor" }]);
  expect(outcome(await sendFile(editor.browser, cast.team.path, image, body))).toBe("200");
  const again = await world.unchanged(() => sendFile(editor.browser, cast.team.path, image, body));
  expect(outcome(again), "a retry").toBe("200");
  expect(await library(cast, "viewer")).toEqual([image, cast.image]);
});

test("an image is seen where its project's posts are, and the team's wherever there are posts", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner, partial } = cast.browsers;
  const beta = await upload(owner, cast.team.path, { project: cast.beta });
  const ofTeam = await upload(owner, cast.team.path);
  expect(await library(cast)).toEqual([ofTeam, beta, cast.image]);
  expect(await library(cast, "partial")).toEqual([ofTeam, cast.image]);
  expect(await library(cast, "owner", `?project=${cast.beta}`)).toEqual([beta]);
  expect(await library(cast, "owner", "?project=team")).toEqual([ofTeam]);
  expect(await library(cast, "partial", `?project=${cast.beta}`)).toEqual([]);
  expect(outcome(await partial.get(file(cast, beta)))).toBe("404 not_found");
  expect(outcome(await partial.get(file(cast, ofTeam)))).toBe("200");
  expect(outcome(await partial.delete(`${cast.team.path}/images/${beta}`))).toBe("404 not_found");
});

test("the id of another team's image opens nothing, by neither team's address", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { outsider } = cast.people;
  const theirs = await createTeam(outsider);
  const mine = file(cast, cast.image);
  expect(outcome(await outsider.browser.get(mine))).toBe("404 not_found");
  expect(outcome(await outsider.browser.get(mine.replace(cast.team.id, theirs.id)))).toBe("404 not_found");
  expect(outcome(await outsider.browser.delete(`${theirs.path}/images/${cast.image}`))).toBe("404 not_found");
});

test("a post says which images stand in it, and their deletion is undone within a day", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner } = cast.browsers;
  const image = `${cast.team.path}/images/${cast.image}`;
  const used = async (): Promise<readonly number[]> => ok(await owner.get<Library>(`${cast.team.path}/images`)).images.map((one) => one.used);
  const text = `Look\n![A cat](image:${cast.image})\n![A cat](image:${cast.image})`;
  const { post, version } = ok(await owner.post<{ post: string; version: number }>(`${cast.team.path}/projects/${cast.alpha}/posts`, { title: "Cats", text }));
  expect(await used()).toEqual([1]);
  expect(outcome(await owner.delete(image))).toBe("200");
  expect(outcome(await owner.get(`${image}/file`))).toBe("404 not_found");
  expect(await used()).toEqual([]);
  expect(outcome(await owner.post(`${image}/restore`))).toBe("200");
  expect(outcome(await owner.get(`${image}/file`))).toBe("200");
  ok(await owner.put(`${cast.team.path}/posts/${post}`, { title: "Cats", text: "None", version }));
  expect(await used()).toEqual([0]);
  ok(await owner.delete(image));
  await world.setClock(24 * HOUR);
  expect(outcome(await world.unchanged(() => owner.post(`${image}/restore`)))).toBe("409 too_late");
});

test("what was deleted, and what never came, is cleared away with its file, and its room is free again", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner } = cast.browsers;
  const kept = await upload(owner, cast.team.path);
  const { id: broken } = await send(owner, cast.team.path, Buffer.from("nothing"));
  ok(await owner.delete(`${cast.team.path}/images/${cast.image}`));
  const rows = (): readonly unknown[] => world.database.rows("SELECT id FROM images WHERE team = ? ORDER BY at, id", cast.team.id).map((row) => row["id"]);
  expect([...rows()].sort()).toEqual([cast.image, kept, broken].sort());
  await world.setClock(25 * HOUR);
  await world.cron();
  expect(rows()).toHaveLength(3);
  await world.setClock(27 * HOUR);
  await world.cron();
  expect(rows()).toEqual([kept]);
  expect(world.files()).toContain(kept);
  expect(world.files()).not.toContain(cast.image);
  const room = world.database.rows("SELECT images, image_bytes FROM teams WHERE id = ?", cast.team.id)[0];
  expect(room).toEqual({ images: 1, image_bytes: PNG.length + THUMBNAIL.length });
  await world.cron();
  expect(rows()).toEqual([kept]);
});

test("the library goes on page by page, past what one does not see", async ({ world }) => {
  const cast = await makeCast(world.url);
  const at = Date.now() + 1_000;
  world.database.write((run) => {
    for (let n = 0; n < 130; n += 1) {
      const id = `0000000000${String(n).padStart(3, "0")}`.replace(/^0{3}/, `0${process.pid % 8}${cast.team.id[12]}`);
      const place = n < 70 ? cast.beta : cast.alpha;
      run("INSERT INTO images VALUES (?, ?, ?, 'x', 'image/png', 9, 9, 10, 10, ?, ?, 'ready', NULL, NULL)", id, cast.team.id, place, cast.people.owner.id, at - n);
    }
    run("UPDATE teams SET images = images + 130, image_bytes = image_bytes + 2600 WHERE id = ?", cast.team.id);
  });
  for (const [who, expected] of [["owner", 131], ["partial", 61]] as const) {
    const ids = new Set<string>();
    let next: string | undefined = "";
    for (let page = 0; next !== undefined && page < 6; page += 1) {
      const answer: Library = ok(await cast.browsers[who].get<Library>(`${cast.team.path}/images${next && `?after=${next}`}`));
      for (const image of answer.images) ids.add(image.id);
      next = answer.next;
    }
    expect(next, who).toBeUndefined();
    expect(ids.size, who).toBe(expected);
  }
});
