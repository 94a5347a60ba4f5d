/**
 * Somebody deletes a role, and says which one its people get instead.
 */
import { bitsOf } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { RoleUse } from "@roster/elements/api/types.js";
import { rolesOnOffer, roleOf, type Role } from "@roster/elements/state/roles.js";
import { roster } from "@roster/elements/state/roster.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { problemText, t } from "../texts/index.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { askCap } from "@roster/elements/parts/cap.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { modal } from "@roster/elements/parts/modal.js";
import { refused, told, usedBy, type RoleChange } from "./role-change.js";

@customElement("roster-role-delete")
export class RoleDelete extends Part {
  @state() private shown: Role | undefined;
  @state() private open = false;
  @state() private other = "viewer";
  @state() private use: RoleUse | undefined;
  @state() private problem = "";
  @state() private busy = false;
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session, roster]);

  /** Shows what deleting it asks. */
  show(role: Role): void {
    this.shown = role;
    this.other = "viewer";
    this.use = undefined;
    this.problem = "";
    this.busy = false;
    this.open = true;
    void this.#look(role);
  }

  async #look(role: Role): Promise<void> {
    try {
      this.use = await call("get", "/api/v1/teams/{team}/roles/{role}", { path: { team: session.teamId, role: role.id } });
    } catch (error) {
      this.problem = problemText(problemOf(error));
    }
  }

  protected override render(): TemplateResult {
    const { shown: role } = this;
    const label = t.roles.deleteTitle(role?.label ?? "");
    const body = role && this.open ? this.#form(role) : nothing;
    return html`${modal({ label, open: this.open, closed: () => (this.open = false), body })}<roster-ask></roster-ask>`;
  }

  #change(role: Role): RoleChange {
    return { role: role.id, before: bitsOf(role.permissions), after: bitsOf(roleOf(this.other)?.permissions ?? []), use: this.use };
  }

  #form(role: Role): TemplateResult {
    const change = this.#change(role);
    const others = rolesOnOffer().filter((one) => one.id !== role.id);
    const pick = (event: Event): void => {
      this.other = (event.target as HTMLSelectElement).value;
      this.problem = "";
    };
    const sentences = told(change);
    const submit = (event: Event): void => {
      event.preventDefault();
      if (refused(change).denied === undefined) void this.#delete(role);
    };
    return html`<form class="stack" novalidate @submit=${submit}>
      <p>${t.roles.deleteText}</p>
      <div class="field">
        <label for="role-other">${t.roles.replacement}</label>
        <select id="role-other" autofocus @change=${pick}>
          ${others.map((one) => html`<option value=${one.id} ?selected=${one.id === this.other}>${one.label}</option>`)}
        </select>
        <span class="hint">${roleOf(this.other)?.line}</span>
      </div>
      <section class="preview stack tight" aria-labelledby="role-delete-changes" aria-live="polite">
        <h3 id="role-delete-changes">${t.roles.changes}</h3>
        ${this.use ? html`<p class="quiet">${usedBy(this.use).join(" ")}</p>` : nothing}
        ${sentences.length === 0 ? html`<p class="quiet">${t.roles.nothing}</p>` : html`<ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`}
      </section>
      <p class="problem" role="alert">${this.problem}</p>
      <div class="row end">
        ${deed({ label: t.cancel, run: () => (this.open = false) })}
        ${deed({ label: t.roles.remove, kind: "danger", submit: true, ...refused(change), busy: this.busy, run: () => undefined })}
      </div>
    </form>`;
  }

  async #delete(role: Role, raiseCap?: number): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = "";
    const body = { replacement: this.other, ...(raiseCap === undefined ? {} : { raiseCap }) };
    try {
      await call("delete", "/api/v1/teams/{team}/roles/{role}", { path: { team: session.teamId, role: role.id }, body });
      toasts.say(t.roles.deleted(role.label, roleOf(this.other)?.label ?? ""));
      this.open = false;
      await roster.refresh();
    } catch (error) {
      const problem = problemOf(error);
      this.busy = false;
      if (!askCap(this.ask, problem, (cap) => this.#delete(role, cap))) this.problem = problemText(problem);
    }
  }
}
