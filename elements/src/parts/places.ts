/**
 * "Every project", or "Only these projects" with the projects to tick.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { Project } from "../api/types.js";
import { roster } from "../state/roster.js";
import { session } from "../state/session.js";
import { t } from "../texts/index.js";
import { lacking, whyNot, type Off } from "./lacking.js";

/** What is shown. */
export interface Places {
  readonly key: string;
  readonly legend: string;
  readonly every: boolean;
  readonly chosen: ReadonlySet<string>;
  /** Asked for only where they are shown: a team may have hundreds. */
  readonly projects: () => readonly Project[];
  /** Why "Every project" cannot be chosen. */
  readonly noEvery?: Off | undefined;
  readonly where: (every: boolean) => void;
  readonly toggle: (project: string, on: boolean) => void;
}

/** The same for whom one invites: into every project, or only into these. */
export function invitedTo(key: string, only: ReadonlySet<string> | undefined, change: (only: ReadonlySet<string> | undefined) => void): TemplateResult {
  return places({
    key,
    legend: t.invite.projects,
    every: only === undefined,
    chosen: only ?? new Set(),
    projects: () => roster.invitable,
    noEvery: whyNot(session.access?.explain("team.invite")),
    where: (every) => change(every ? undefined : new Set()),
    toggle: (project, on) => change(toggled(only ?? new Set(), project, on)),
  });
}

function toggled(only: ReadonlySet<string>, project: string, on: boolean): ReadonlySet<string> {
  const next = new Set(only);
  if (on) next.add(project);
  else next.delete(project);
  return next;
}

/** Draws it. */
export function places(shown: Places): TemplateResult {
  return html`<fieldset class="group">
    <legend>${shown.legend}</legend>
    <div class="row">
      ${radio(shown, true, t.access.every, shown.noEvery)} ${radio(shown, false, t.access.only)}
    </div>
    ${shown.every ? nothing : ticks(shown)}
  </fieldset>`;
}

function radio(shown: Places, every: boolean, label: string, { denied: why, lacks }: Off = {}): TemplateResult {
  const id = `${shown.key}-${every ? "every" : "only"}`;
  const click = (event: Event): void => {
    if (why !== undefined) event.preventDefault();
    else shown.where(every);
  };
  return html`<label class="choice" for=${id}>
    <input
      type="radio"
      id=${id}
      name="${shown.key}-where"
      .checked=${shown.every === every}
      aria-label=${label}
      aria-disabled=${why === undefined ? nothing : "true"}
      aria-describedby=${why === undefined ? nothing : `${id}-why`}
      @click=${click}
    />
    <span><strong>${label}</strong>${why === undefined ? nothing : html`<span id="${id}-why">${why}</span>`} ${lacking(lacks, "link")}</span>
  </label>`;
}

function ticks(shown: Places): TemplateResult {
  const projects = shown.projects();
  if (projects.length === 0) return html`<p class="hint">${t.access.noProjects}</p>`;
  return html`<div class="checks">
    ${projects.map((project) => {
      const id = `${shown.key}-${project.id}`;
      const change = (event: Event): void => shown.toggle(project.id, (event.target as HTMLInputElement).checked);
      return html`<div class="check">
        <input type="checkbox" id=${id} .checked=${shown.chosen.has(project.id)} @change=${change} />
        <label for=${id}>${project.name}</label>
      </div>`;
    })}
  </div>`;
}
