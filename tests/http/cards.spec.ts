/**
 * The dashboard's cards: projects page by page, and with each those who write there, as far as one may know.
 */
import { ok, outcome } from "../support/api";
import { crowd, manyProjects } from "../support/crowd";
import { createTeam, makeCast, type Person, signUp, signUpAll } from "../support/people";
import { expect, test } from "../support/test";

interface Card {
  readonly project: { readonly id: string; readonly name: string };
  readonly editors: readonly { readonly id: string; readonly name: string; readonly address?: string }[];
  readonly more: number;
}

interface Page {
  readonly cards: readonly Card[];
  readonly next?: string;
}

const names = (card: Card | undefined): readonly string[] => card?.editors.map((one) => one.name) ?? [];

test("a card names those who write in its project, and no address to those who may not read it", async ({ world }) => {
  const { team, people, alpha, other } = await makeCast(world.url);
  const path = `${team.path}/cards`;
  const cards = async (by: Person): Promise<Page> => ok(await by.browser.get<Page>(path));
  const [first, second] = (await cards(people.owner)).cards;
  expect([first?.project.name, second?.project.name]).toEqual(["Alpha", "Beta"]);
  expect(names(first)).toEqual(["Paula", "Olga", "Will"]);
  expect(names(second)).toEqual(["Olga", "Will"]);
  expect(first?.editors[0]?.address).toBe(people.partial.address);

  await team.change(people.writer, [{ project: alpha, role: "viewer" }]);
  await team.change(other, [{ role: "editor", until: world.now + 60_000 }]);
  expect(names((await cards(people.owner)).cards[0])).toEqual(["Paula", "Ida", "Olga"]);
  await world.setClock(120_000);
  expect(names((await cards(people.owner)).cards[0])).toEqual(["Paula", "Olga"]);

  const seen = await cards(people.viewer);
  expect(seen.cards).toHaveLength(2);
  expect(seen.cards.flatMap((card) => card.editors.map((one) => one.address))).toEqual([undefined, undefined, undefined, undefined]);
  expect((await cards(people.partial)).cards.map((card) => card.project.id)).toEqual([alpha]);
});

test("beyond five there is a number", async ({ world }) => {
  const owner = await signUp(world.url, "Olga");
  const team = await createTeam(owner);
  const project = await team.project("Alpha");
  for (const person of await signUpAll(world.url, ["A", "B", "C", "D", "E", "F"])) await team.add(person, [{ project, role: "editor" }]);
  const [card] = ok(await owner.browser.get<Page>(`${team.path}/cards`)).cards;
  expect(names(card)).toEqual(["A", "B", "C", "D", "E"]);
  expect(card?.more).toBe(2);
});

test("pages follow each other, put away ones on a shelf of their own, and cost no more in a large team", async ({ world }) => {
  const costs = async (members: number): Promise<number> => {
    const owner = await signUp(world.url, "Olga");
    const team = await createTeam(owner);
    await crowd(world.database, team.id, members);
    manyProjects(world.database, team.id, 60);
    const [gone] = ok(await owner.browser.get<Page>(`${team.path}/cards`)).cards;
    ok(await owner.browser.post(`${team.path}/projects/${gone?.project.id}/archive`));
    const first = await owner.browser.get<Page>(`${team.path}/cards`);
    const seen: string[] = [];
    for (let after: string | undefined = ""; after !== undefined; ) {
      const page: Page = ok(await owner.browser.get<Page>(`${team.path}/cards${after === "" ? "" : `?after=${after}`}`));
      seen.push(...page.cards.map((card) => card.project.name));
      after = page.next;
    }
    expect(seen).toHaveLength(59);
    expect(seen).toEqual([...seen].sort());
    expect(ok(await owner.browser.get<Page>(`${team.path}/cards?archived=1`)).cards.map((card) => card.project.name)).toEqual(["Project 0000"]);
    expect(ok(await owner.browser.get<Page>(`${team.path}/cards?search=PROJECT%20001`)).cards).toHaveLength(10);
    const forged = (first.body.next ?? "").replace(/^[^.]+/, gone?.project.id ?? "");
    for (const after of [forged, gone?.project.id, "x"]) expect(outcome(await owner.browser.get(`${team.path}/cards?after=${after}`)), after).toBe("422 bad_value");
    expect(first.trips).toBe(1);
    return first.rows;
  };
  const [small, large] = [await costs(100), await costs(20_000)];
  expect(large, `${small} rows, then ${large}`).toBeLessThanOrEqual(small + 120);
});
