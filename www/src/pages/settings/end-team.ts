/**
 * The owner wants the team gone, and sees in numbers what goes with it before typing its name.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { PlanPage, Problem } from "@roster/elements/api/types.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { trouble } from "@roster/elements/parts/trouble.js";
import { waiting } from "@roster/elements/parts/waiting.js";
import { router } from "../../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { t } from "../../texts/index.js";

@customElement("roster-end-team")
export class EndTeam extends Part {
  @property({ attribute: false }) team = "";
  @property({ attribute: false }) name = "";
  @state() private numbers: PlanPage | undefined;
  @state() private problem: Problem | undefined;
  @query("roster-ask") private readonly ask!: Ask;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("team")) void this.#load(this.team);
  }

  async #load(team: string): Promise<void> {
    this.numbers = this.problem = undefined;
    try {
      const numbers = await call("get", "/api/v1/teams/{team}/plan", { path: { team } });
      if (team === this.team) this.numbers = numbers;
    } catch (error) {
      if (team === this.team) this.problem = problemOf(error);
    }
  }

  protected override render(): TemplateResult {
    const { numbers } = this;
    return html`<section class="card stack danger-zone" aria-labelledby="end-team">
        <h2 id="end-team">${t.ending.team(this.name)}</h2>
        <p>${t.ending.teamLead}</p>
        ${trouble(this.problem, "end-team-problem")}
        ${numbers ? means(numbers) : this.problem ? nothing : waiting(4, t.loading)}
        <div>${deed({ label: t.ending.teamYes, kind: "danger", icon: "trash", run: () => this.#ask() })}</div>
      </section>
      <roster-ask></roster-ask>`;
  }

  #ask(): void {
    const { team, name } = this;
    const run = async (typed: string): Promise<void> => {
      await call("delete", "/api/v1/teams/{team}", { path: { team }, body: { name: typed } });
      router.go("/");
      await session.reread();
      toasts.say(t.ending.teamDone(name));
    };
    const { teamField: label, teamYes: yes, differs } = t.ending;
    const field = { label, wrong: (typed: string) => (typed === name ? undefined : differs) };
    this.ask.ask({ title: t.ending.teamTitle(name), text: t.ending.teamText(name), yes, danger: true, field, run });
  }
}

function means({ members, projects, images, seats }: PlanPage): TemplateResult {
  const lines = t.ending.teamMeans(members, projects, images, seats.taken);
  return html`<ul>
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ul>`;
}
