/**
 * History: who did what to whom, the latest first, and each line only for those who may read it.
 */
import { type Answer, Browser, ok, outcome } from "../support/api";
import { makeCast, type Person, signIn } from "../support/people";
import { expect, test } from "../support/test";

interface Line {
  readonly id: number;
  readonly kind: string;
  readonly by?: { readonly name: string };
  readonly person?: { readonly id: string; readonly name: string };
  readonly address?: string;
  readonly project?: { readonly id: string };
  readonly before: readonly unknown[];
  readonly after: readonly unknown[];
  readonly restorable: boolean;
}

test("every change of access has its line, with what was held before and after", async ({ world }) => {
  const cast = await makeCast(world.url);
  const { owner, viewer } = cast.people;
  const lines = async (query = "", by: Person = owner): Promise<readonly Line[]> =>
    ok(await by.browser.get<{ lines: Line[] }>(`${cast.team.path}/history${query}`)).lines;
  await cast.team.change(viewer, [{ role: "editor" }]);
  const [latest] = await lines();
  expect(latest).toMatchObject({ kind: "access_changed", by: { name: "Olga" }, person: { name: "Vera" }, before: [{ role: "viewer" }], after: [{ role: "editor" }] });
  ok(await owner.browser.delete(`${cast.team.path}/members/${viewer.id}`));
  const [removed] = await lines(`?person=${viewer.id}`);
  expect(removed).toMatchObject({ kind: "removed", person: { id: viewer.id }, restorable: true });
  ok(await owner.browser.post(`${cast.team.path}/members/${viewer.id}/restore`));
  const kinds = (await lines(`?person=${viewer.id}`)).map((line) => line.kind);
  expect(kinds.slice(0, 3)).toEqual(["restored", "removed", "access_changed"]);
  expect((await lines("?kind=invited")).every((line) => line.kind === "invited")).toBe(true);
  expect(outcome(await owner.browser.get(`${cast.team.path}/history?kind=nonsense`))).toBe("422 bad_value");
});

test("a person's history is what was done to them and by them, page by page", async ({ world }) => {
  const { team, people } = await makeCast(world.url);
  const { owner, viewer, outsider } = people;
  await team.change(viewer, [{ role: "manager" }]);
  await team.add(outsider, [{ role: "viewer" }], viewer);
  for (let count = 0; count < 60; count += 1) await team.change(outsider, [{ role: count % 2 === 0 ? "approver" : "viewer" }], viewer);
  const path = `${team.path}/history?person=${viewer.id}`;
  const lines: Line[] = [];
  for (let after: string | undefined = ""; after !== undefined; ) {
    const page: Answer<{ lines: Line[]; next?: string }> = await owner.browser.get<{ lines: Line[]; next?: string }>(`${path}${after === "" ? "" : `&after=${after}`}`);
    lines.push(...ok(page).lines);
    expect(page.rows).toBeLessThanOrEqual(600);
    after = page.body.next;
  }
  const ids = lines.map((line) => line.id);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => b - a));
  const all = world.database.number("SELECT count(*) FROM history WHERE team = ? AND (person = ? OR by = ?)", team.id, viewer.id, viewer.id);
  expect(ids).toHaveLength(all);
  expect(lines.filter((line) => line.by?.name === "Vera" && line.person?.name === "Otto").length).toBeGreaterThanOrEqual(60);
  const changes = ok(await owner.browser.get<{ lines: Line[] }>(`${path}&kind=access_changed`)).lines;
  expect(changes.every((line) => line.kind === "access_changed")).toBe(true);
  expect(changes).toHaveLength(50);
});

test("a removal from a project can be taken back while nothing was given there since", async ({ world }) => {
  const { team, people, alpha, other } = await makeCast(world.url);
  const { owner, viewer, partial } = people;
  const latest = async (by: Person): Promise<Line | undefined> => ok(await by.browser.get<{ lines: Line[] }>(`${team.path}/history?kind=removed_from_project`)).lines[0];
  const remove = async (person: Person): Promise<unknown> => ok(await owner.browser.delete(`${team.path}/members/${person.id}/projects/${alpha}`));

  await team.change(other, [{ project: alpha, role: "editor" }]);
  await remove(other);
  expect(await latest(owner)).toMatchObject({ restorable: true, before: [{ project: alpha, role: "editor" }] });
  expect((await latest(partial))?.restorable).toBe(false);
  await remove(viewer);
  expect(await latest(owner)).toMatchObject({ restorable: true, before: [{ role: "viewer" }] });
  await team.change(viewer, [{ project: alpha }]);
  expect((await latest(owner))?.restorable).toBe(false);
  await remove(viewer);
  expect((await latest(owner))?.restorable).toBe(true);
  await world.setClock(31 * 86_400_000);
  const late = new Browser(world.url);
  await signIn(late, owner.address);
  expect((await latest({ ...owner, browser: late }))?.restorable).toBe(false);
});

test("of one project, one reads that project's lines, and no address", async ({ world }) => {
  const cast = await makeCast(world.url);
  await cast.team.post(cast.beta, "Secret");
  ok(await cast.browsers.owner.put(`${cast.team.path}/plan`, { plan: "pro", cap: 2 }));
  const page = await cast.browsers.partial.get<{ lines: Line[] }>(`${cast.team.path}/history`);
  const places = page.body.lines.map((line) => line.project?.id).filter((id) => id !== undefined);
  expect(new Set(places)).toEqual(new Set([cast.alpha]));
  expect(page.text).not.toContain(cast.beta);
  expect(page.body.lines.map((line) => line.kind)).not.toContain("plan_changed");
});

test("pages follow each other without a gap", async ({ world }) => {
  const cast = await makeCast(world.url);
  for (let count = 0; count < 70; count += 1) ok(await cast.browsers.owner.patch(cast.team.path, { name: `Name ${count}` }));
  const ids: number[] = [];
  let after: string | undefined = "";
  while (after !== undefined) {
    const query = after === "" ? "" : `?after=${after}`;
    const page: { lines: Line[]; next?: string } = ok(await cast.browsers.owner.get<{ lines: Line[]; next?: string }>(`${cast.team.path}/history${query}`));
    ids.push(...page.lines.map((line) => line.id));
    after = page.next;
  }
  expect(ids).toEqual([...ids].sort((a, b) => b - a));
  const all = world.database.number("SELECT count(*) FROM history WHERE team = ?", cast.team.id);
  expect(ids).toHaveLength(all);
});
