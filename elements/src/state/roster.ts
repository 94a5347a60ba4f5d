/**
 * The current team's projects and pending invitations, read once for all who show them, and again when they change.
 */
import { call, Failure } from "../api/client.js";
import type { Invitation, Project } from "../api/types.js";
import { canAnywhere } from "./rights.js";
import { session } from "./session.js";

/** What the Team page's parts share. */
export class Roster extends EventTarget {
  projects: readonly Project[] = [];
  invitations: readonly Invitation[] | undefined;
  nextInvitations: string | undefined;
  #team = "";

  /** The projects that are not archived. */
  get open(): readonly Project[] {
    return this.projects.filter((project) => project.archivedAt == null);
  }

  /** Those into which one may invite. */
  get invitable(): readonly Project[] {
    return this.open.filter((project) => session.access?.at(project.id).can("team.invite"));
  }

  /** A project's name, as far as one knows it. */
  name(project: string): string | undefined {
    return this.projects.find((one) => one.id === project)?.name;
  }

  /** Reads all, unless that was done for this team. */
  async ensure(): Promise<void> {
    if (this.#team !== session.teamId) await this.load().catch(() => undefined);
  }

  /** Reads all again. */
  async load(): Promise<void> {
    const team = session.teamId;
    if (this.#team !== team) this.#empty(team);
    const path = { team };
    const [projects, pending] = await Promise.all([
      call("get", "/api/v1/teams/{team}/projects", { path }),
      canAnywhere("team.invite") ? call("get", "/api/v1/teams/{team}/invitations", { path }) : undefined,
    ]);
    if (team !== session.teamId) return;
    this.projects = projects.projects;
    this.invitations = pending?.invitations ?? [];
    this.nextInvitations = pending?.next ?? undefined;
    this.#tell();
  }

  /** Reads the next page of invitations. */
  async more(): Promise<void> {
    const query = { after: this.nextInvitations };
    const page = await call("get", "/api/v1/teams/{team}/invitations", { path: { team: session.teamId }, query });
    this.invitations = [...(this.invitations ?? []), ...page.invitations];
    this.nextInvitations = page.next ?? undefined;
    this.#tell();
  }

  /** Asks the edge for one's own access and for all this again, after a change of one's own. */
  async refresh(): Promise<void> {
    await session.refresh();
    try {
      await this.load();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
    }
  }

  #empty(team: string): void {
    this.#team = team;
    this.projects = [];
    this.invitations = undefined;
    this.nextInvitations = undefined;
  }

  #tell(): void {
    this.dispatchEvent(new Event("change"));
  }
}

/** The one roster. */
export const roster = new Roster();
