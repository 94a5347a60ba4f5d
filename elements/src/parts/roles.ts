/**
 * The roles as cards, with one line each. Owner is none of them: it is reached by transfer only.
 */
import { takesSeat, type Named } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { rolesOnOffer } from "../state/roles.js";
import { t } from "../texts/index.js";
import { bitsOfRole } from "./draft.js";
import { lacking, type Refusal } from "./lacking.js";

/** What is shown. */
export interface RoleCards {
  readonly role: string | undefined;
  /** Why a role cannot be chosen. */
  readonly denied: (role: string) => Refusal | undefined;
  readonly change: (role: string | undefined) => void;
}

/** Draws them, with "Custom" at the end. */
export function roleCards(shown: RoleCards): TemplateResult {
  return html`<fieldset class="group">
    <legend>${t.access.role}</legend>
    <div class="roles">
      ${rolesOnOffer(shown.role).map((role) => card(shown, role.id, role, shown.denied(role.id)))}
      ${card(shown, undefined, { label: t.access.customRole, line: t.access.customLine }, undefined)}
    </div>
  </fieldset>`;
}

function card(shown: RoleCards, role: string | undefined, { label, line }: Named, why: Refusal | undefined): TemplateResult {
  const id = `role-${role ?? "custom"}`;
  const seat = role && takesSeat(bitsOfRole(role)) ? t.access.seat : role ? t.access.free : "";
  const click = (event: Event): void => {
    if (why !== undefined) event.preventDefault();
    else shown.change(role);
  };
  return html`<label class="choice" for=${id}>
    <input
      type="radio"
      id=${id}
      name="role"
      .checked=${shown.role === role}
      aria-label=${label}
      aria-disabled=${why === undefined ? nothing : "true"}
      aria-describedby="${id}-line"
      @click=${click}
    />
    <span>
      <strong>${label}</strong>
      <span id="${id}-line">${line} ${seat ? html`${seat}.` : nothing} ${why === undefined ? nothing : html`<em>${why.denied}</em>`}</span>
      ${lacking(why?.lacks, "link")}
    </span>
  </label>`;
}
