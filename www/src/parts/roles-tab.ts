/**
 * Which roles are there, and what does each hold? The person wants one of the team's own, or to change one.
 */
import { bitsOf, takesSeat } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import "../styles/roles.css";
import { builtInRoles, labelsOf, ownRoles, type Role } from "@roster/elements/state/roles.js";
import { roster } from "@roster/elements/state/roster.js";
import { session } from "@roster/elements/state/session.js";
import { Watch } from "@roster/elements/state/watch.js";
import { t } from "../texts/index.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { untouchable } from "./role-change.js";
import "./role-delete.js";
import type { RoleDelete } from "./role-delete.js";
import "./role-dialog.js";
import type { RoleDialog } from "./role-dialog.js";

@customElement("roster-roles")
export class Roles extends Part {
  @query("roster-role-dialog") private readonly dialog!: RoleDialog;
  @query("roster-role-delete") private readonly removal!: RoleDelete;
  readonly #watch = new Watch(this, [session, roster]);

  protected override render(): TemplateResult {
    const own = ownRoles();
    return html`<div class="stack loose">
        <div class="row between">
          <p class="quiet grow">${t.roles.lead}</p>
          ${deed({ label: t.roles.make, icon: "plus", kind: "primary", ...untouchable(undefined, 0), run: () => this.dialog.show() })}
        </div>
        <section class="stack" aria-labelledby="own-roles">
          <h2 id="own-roles">${t.roles.own}</h2>
          ${own.length === 0 ? html`<div class="empty"><p>${t.roles.none}</p></div>` : list(own, (role) => this.#deeds(role))}
        </section>
        <section class="stack" aria-labelledby="built-in-roles">
          <h2 id="built-in-roles">${t.roles.builtIn}</h2>
          ${list(builtInRoles(), () => nothing)}
        </section>
      </div>
      <roster-role-dialog></roster-role-dialog><roster-role-delete></roster-role-delete>`;
  }

  #deeds(role: Role): TemplateResult {
    const off = untouchable(role.id, bitsOf(role.permissions));
    return html`<div class="row end">
      ${deed({ label: t.roles.editOf(role.label), bare: true, icon: "pencil", kind: "icon", ...off, run: () => this.dialog.show(role) })}
      ${deed({ label: t.roles.removeOf(role.label), bare: true, icon: "trash", kind: "icon", ...off, run: () => this.removal.show(role) })}
    </div>`;
  }
}

function list(roles: readonly Role[], deeds: (role: Role) => TemplateResult | typeof nothing): TemplateResult {
  return html`<ul class="role-list">
    ${roles.map(
      (role) => html`<li class="role-row">
        <div class="stack tight">
          <div class="row"><strong>${role.label}</strong>${takesSeat(bitsOf(role.permissions)) ? html`<span class="tag">${t.roles.seat}</span>` : html`<span class="tag good">${t.roles.free}</span>`}</div>
          ${role.own ? nothing : html`<p class="quiet">${role.line}</p>`}
          ${marks(labelsOf(role.permissions))}
        </div>
        ${deeds(role)}
      </li>`,
    )}
  </ul>`;
}

/** What a role holds, or that it holds nothing yet: an empty list says neither. */
function marks(labels: readonly string[]): TemplateResult {
  if (labels.length === 0) return html`<p class="quiet small">${t.roles.line(labels)}</p>`;
  return html`<ul class="role-marks" aria-label=${t.roles.holds}>${labels.map((label) => html`<li>${label}</li>`)}</ul>`;
}
