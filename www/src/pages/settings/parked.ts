/**
 * The person's account belongs to a team, and they want what is theirs back: what is parked, and the way to it.
 */
import { html, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { call } from "@roster/elements/api/client.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { ownedTeams } from "@roster/elements/parts/merging.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { t } from "../../texts/index.js";

@customElement("roster-parked")
export class Parked extends Part {
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session]);

  protected override render(): TemplateResult {
    const merged = session.me?.merged;
    if (!merged) return html``;
    const { team, parked } = merged;
    const nothing = parked.length === 0;
    const label = nothing ? t.merging.leave(team.name) : t.merging.leaveBack(team.name);
    return html`<section class="card stack" aria-labelledby="parked">
        <h2 id="parked">${t.merging.parked}</h2>
        <p>${nothing ? t.merging.parkedNothing(team.name) : t.merging.parkedLead(team.name)}</p>
        ${nothing ? html`` : ownedTeams(parked)}
        <div>${deed({ label, icon: "door", run: () => this.#leave(team) })}</div>
      </section>
      <roster-ask></roster-ask>`;
  }

  #leave(team: { readonly id: string; readonly name: string }): void {
    const run = async (): Promise<void> => {
      await call("post", "/api/v1/teams/{team}/leave", { path: { team: team.id } });
      toasts.say(t.merging.left(team.name));
      await session.reread();
    };
    this.ask.ask({ title: t.merging.leaveTitle(team.name), text: t.merging.leaveText(team.name), yes: t.merging.leave(team.name), danger: true, run });
  }
}
