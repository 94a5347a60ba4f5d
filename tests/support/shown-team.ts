/**
 * A team as the demo has it: people of several roles, projects, posts in several stages, an invitation and a link.
 * For what is looked at: pictures, contrast, names, keys.
 */
import { ok } from "./api";
import { createTeam, freshAddress, type Link, type Person, signUp, type Team } from "./people";

export interface ShownTeam {
  readonly team: Team;
  readonly owner: Person;
  readonly editor: Person;
  readonly writer: Person;
  /** In one project only. */
  readonly approver: Person;
  readonly project: string;
  /** A second project. */
  readonly letter: string;
  /** The writer's, a draft. */
  readonly post: string;
  readonly link: Link & { token: string };
  /** Whom a pending invitation is for. */
  readonly invited: string;
}

/** Makes it; with addresses of its own each time, unless told which. */
export async function makeShownTeam(url: string, addressOf: (name: string) => string = freshAddress): Promise<ShownTeam> {
  const names = ["Olivia Hart", "Marco Bianchi", "Edith Novak", "Wanda Okafor", "Arthur Klein"];
  const [owner, manager, editor, writer, approver] = (await Promise.all(names.map((name) => signUp(url, name, addressOf(name))))) as [Person, Person, Person, Person, Person];
  const team = await createTeam(owner, "Hart's Bakery");
  await team.plan("pro", 3);
  const [project, letter] = [await team.project("Company blog"), await team.project("Newsletter")];
  for (const [person, access] of [
    [manager, [{ role: "manager" }]],
    [editor, [{ role: "editor" }]],
    [writer, [{ role: "writer" }, { project: letter, role: "viewer" }]],
    [approver, [{ project, permissions: ["posts.view", "posts.approve", "analytics.view"] }]],
  ] as const) await team.add(person, access);
  const post = await team.post(project, "Behind the counter", writer);
  const finished = await team.post(project, "Rye or spelt?", editor);
  ok(await owner.browser.post(`${team.path}/posts/${finished}/publish`, { version: 1 }));
  const invited = freshAddress("pending");
  await team.invite(invited, [{ project: letter, role: "viewer" }]);
  const link = await team.link({ role: "viewer" });
  return { team, owner, editor, writer, approver, project, letter, post, link, invited };
}

/**
 * Adds what grows in a team with time: the role Press, a writer who asks for more, accounts that merge, and a project
 * that is offered. Answers somebody who owns a team, is invited, and is offered that project.
 */
export async function growShownTeam(url: string, { team, owner, writer, project, letter }: ShownTeam): Promise<Person> {
  ok(await owner.browser.post(`${team.path}/roles`, { name: "Press", permissions: ["posts.view", "posts.create", "analytics.view"] }));
  ok(await writer.browser.post(`${team.path}/asks`, { permission: "posts.publish", project }));
  ok(await owner.browser.put(`${team.path}/join-mode`, { mode: "merge" }));
  const invited = await signUp(url, "Ben Okoro");
  const own = await createTeam(invited, "Okoro Studio");
  for (const name of ["Spring sale", "Winter"]) await own.project(name);
  await own.add(await signUp(url, "Mara Lind"), [{ role: "viewer" }]);
  await team.invite(invited.address, [{ role: "viewer" }]);
  ok(await owner.browser.post(`${team.path}/projects/${letter}/handover`, { address: invited.address }));
  return invited;
}
