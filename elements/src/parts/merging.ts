/**
 * Teams of one's own that are out of reach, or would be: by name, with their projects, and what others there go on with.
 */
import { html, nothing, type TemplateResult } from "lit";
import type { JoinPreview, OwnedTeam } from "../api/types.js";
import { t } from "../texts/index.js";

/** What accepting does to what one owns. */
export function aboutMerging(preview: JoinPreview): TemplateResult | typeof nothing {
  if (preview.mode !== "merge") return nothing;
  const team = preview.team.name;
  if (!preview.you && preview.closed) return html`<p class="notice">${t.merging.later(team)}</p>`;
  if (preview.parks.length === 0) return html`<p class="notice">${t.merging.nothing(team)}</p>`;
  return html`<section class="notice warn stack tight" aria-labelledby="merging">
    <h2 id="merging">${t.merging.title}</h2>
    <p>${t.merging.lead(team)}</p>
    ${ownedTeams(preview.parks)}
    <p>${t.merging.back}</p>
  </section>`;
}

/** The list of them. */
export function ownedTeams(teams: readonly OwnedTeam[]): TemplateResult {
  return html`<ul class="owned">
    ${teams.map((team) => html`<li>
      <strong>${team.name}</strong>: ${projects(team)}.
      <span>${team.others === 0 ? t.merging.alone : t.merging.others(team.others)}</span>
    </li>`)}
  </ul>`;
}

function projects(team: OwnedTeam): string {
  const more = team.moreProjects === 0 ? [] : [t.merging.more(team.moreProjects)];
  return team.projects.length === 0 ? t.merging.empty : t.list([...team.projects, ...more]);
}
