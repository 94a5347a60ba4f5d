/**
 * The person wants to be called by the right name, at the right address, and mailed what they want; the owner, to name
 * the team.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { Problem } from "@roster/elements/api/types.js";
import { languageChoice } from "../parts/language.js";
import { Part } from "@roster/elements/parts/element.js";
import { trouble } from "@roster/elements/parts/trouble.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { t } from "../texts/index.js";
import { language, speak, type Language } from "../texts/language.js";
import "./settings/address.js";
import "./settings/avatar.js";
import "./settings/data.js";
import "./settings/end-account.js";
import "./settings/end-team.js";
import "./settings/join-mode.js";
import "./settings/mails.js";
import "./settings/name.js";
import "./settings/parked.js";
import "./settings/sessions.js";
import "../styles/settings.css";

@customElement("roster-settings")
export class Settings extends Part {
  @state() private problem: Problem | undefined;
  readonly #watch = new Watch(this, [session]);

  protected override render(): TemplateResult {
    const { me, team } = session;
    if (!me) return html``;
    return html`<div class="page narrow">
      <div class="head"><h1 tabindex="-1">${t.settings.title}</h1></div>
      <div class="stack loose">
        <section class="card stack" aria-labelledby="you">
          <h2 id="you">${t.settings.you}</h2>
          <roster-own-avatar></roster-own-avatar>
          <roster-name .of=${me.id} .label=${t.settings.name} .note=${t.settings.nameNote} .yes=${t.settings.saveName} .value=${me.name} .save=${rename}></roster-name>
          <roster-address .value=${me.address}></roster-address>
          <div class="field">
            <label for="language">${t.settings.language}</label>
            ${languageChoice("language", (wanted) => void this.#speak(wanted), "language-note language-problem")}
            ${trouble(this.problem, "language-problem")}
            <span class="hint" id="language-note">${t.settings.languageNote}</span>
          </div>
        </section>
        ${me.merged ? html`<roster-parked></roster-parked>` : nothing}
        ${team && session.owner
          ? html`<section class="card stack" aria-labelledby="of-team">
              <h2 id="of-team">${t.settings.team}</h2>
              <roster-name .of=${team.id} .label=${t.settings.teamName} .note=${t.settings.teamNote} .yes=${t.settings.saveTeam} .value=${team.name} .save=${renameTeam}></roster-name>
              <roster-join-mode .value=${session.rules?.snapshot?.joinMode ?? ""}></roster-join-mode>
            </section>`
          : nothing}
        <roster-mails></roster-mails>
        <roster-sessions></roster-sessions>
        <roster-own-data></roster-own-data>
        ${team && session.owner ? html`<roster-end-team .team=${team.id} .name=${team.name}></roster-end-team>` : nothing}
        <roster-end-account></roster-end-account>
      </div>
    </div>`;
  }

  /** At once, then for good. What the edge does not take is taken back. */
  async #speak(wanted: Language): Promise<void> {
    const before = language();
    this.problem = undefined;
    await speak(wanted);
    try {
      await call("patch", "/api/v1/me", { body: { language: wanted } });
      await session.reread();
      toasts.say(t.settings.saved);
    } catch (error) {
      await speak(before);
      this.problem = problemOf(error);
    }
  }
}

async function rename(name: string): Promise<void> {
  await call("patch", "/api/v1/me", { body: { name } });
  await session.reread();
}

async function renameTeam(name: string): Promise<void> {
  await call("patch", "/api/v1/teams/{team}", { path: { team: session.teamId }, body: { name } });
  await session.reread();
}
