/**
 * Somebody makes a role, or changes one, and wants to know whom that touches before it is saved.
 */
import { bitsOf, idsOf, setTick } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "@roster/elements/api/client.js";
import type { Problem, RoleUse } from "@roster/elements/api/types.js";
import type { Role } from "@roster/elements/state/roles.js";
import { roster } from "@roster/elements/state/roster.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { problemText, t } from "../texts/index.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { askCap } from "@roster/elements/parts/cap.js";
import { checkmarks } from "@roster/elements/parts/checkmarks.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { modal } from "@roster/elements/parts/modal.js";
import { fixed, refused, told, usedBy, type RoleChange } from "./role-change.js";

/** Problems that are the name's. */
const OF_NAME: ReadonlySet<string> = new Set(["name_taken", "text_empty", "text_too_long", "text_forbidden_character"]);

@customElement("roster-role-dialog")
export class RoleDialog extends Part {
  @state() private shown: Role | undefined;
  @state() private open = false;
  @state() private name = "";
  @state() private bits = 0;
  @state() private use: RoleUse | undefined;
  @state() private wrongName = "";
  @state() private problem = "";
  @state() private busy = false;
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session, roster]);
  #key = "";

  /** Shows a role to change; none: a new one. */
  show(role?: Role, bits = 0): void {
    this.shown = role;
    this.name = role?.label ?? "";
    this.bits = role ? bitsOf(role.permissions) : bits;
    this.use = undefined;
    this.wrongName = "";
    this.problem = "";
    this.busy = false;
    this.#key = newKey();
    this.open = true;
    if (role) void this.#look(role);
  }

  async #look(role: Role): Promise<void> {
    try {
      this.use = await call("get", "/api/v1/teams/{team}/roles/{role}", { path: { team: session.teamId, role: role.id } });
    } catch (error) {
      this.problem = problemText(problemOf(error));
    }
  }

  get #change(): RoleChange {
    const { shown: role, bits: after, use } = this;
    const before = role ? bitsOf(role.permissions) : after;
    return role ? { role: role.id, before, after, use } : { before, after };
  }

  protected override render(): TemplateResult {
    const label = this.shown ? t.roles.editOf(this.shown.label) : t.roles.make;
    return html`${modal({ label, open: this.open, closed: () => (this.open = false), body: this.open ? this.#form() : nothing, wide: true })}<roster-ask></roster-ask>`;
  }

  #form(): TemplateResult {
    const tick = (bits: number): void => {
      this.bits = bits;
      this.problem = "";
    };
    return html`<form class="stack loose" novalidate @submit=${this.#submit}>
      <div class="field">
        <label for="role-name">${t.roles.nameField}</label>
        <input
          id="role-name"
          maxlength="80"
          autocomplete="off"
          autofocus
          .value=${this.name}
          aria-invalid=${this.wrongName ? "true" : nothing}
          aria-describedby="role-name-hint role-name-problem"
          @input=${this.#named}
        />
        <span class="hint" id="role-name-hint">${t.roles.nameHint}</span>
        <p id="role-name-problem" class="problem" role="alert">${this.wrongName}</p>
      </div>
      ${checkmarks({ key: "role-mark", bits: this.bits, fixed, change: (one, on) => tick(setTick(this.bits, one, on)) })}
      ${this.#foot()}
    </form>`;
  }

  #foot(): TemplateResult {
    const { shown: role, use } = this;
    const renamed = role && this.name.trim() && this.name.trim() !== role.label ? [t.roles.renames(role.label, this.name.trim())] : [];
    const sentences = role ? [...renamed, ...told(this.#change)] : [];
    return html`<div class="foot stack tight">
      ${role
        ? html`<section class="preview stack tight" aria-labelledby="role-changes" aria-live="polite">
            <h3 id="role-changes">${t.roles.changes}</h3>
            ${use ? html`<p class="quiet">${usedBy(use).join(" ")}</p>` : nothing}
            ${sentences.length === 0 ? html`<p class="quiet">${t.roles.nothing}</p>` : html`<ul>${sentences.map((one) => html`<li>${one}</li>`)}</ul>`}
          </section>`
        : nothing}
      <p class="problem" role="alert">${this.problem}</p>
      <div class="row end">
        ${deed({ label: t.cancel, run: () => (this.open = false) })}
        ${deed({ label: role ? t.roles.save : t.roles.makeYes, kind: "primary", submit: true, ...refused(this.#change), busy: this.busy, run: () => undefined })}
      </div>
    </div>`;
  }

  readonly #named = (event: Event): void => {
    this.name = (event.target as HTMLInputElement).value;
    this.wrongName = "";
  };

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    this.wrongName = this.name.trim() === "" ? t.roles.nameNeeded : "";
    this.problem = this.bits === 0 ? t.roles.empty : "";
    if (this.wrongName) this.querySelector<HTMLInputElement>("#role-name")?.focus();
    else if (!this.problem && refused(this.#change).denied === undefined) void this.#save();
  };

  async #save(raiseCap?: number): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const name = this.name.trim();
    try {
      if (this.shown) await this.#put(this.shown, name, raiseCap);
      else await this.#make(name);
      this.open = false;
      toasts.say(this.shown ? t.roles.saved(name) : t.roles.made(name));
      await roster.refresh();
    } catch (error) {
      this.busy = false;
      this.#failed(problemOf(error));
    }
  }

  #failed(problem: Problem): void {
    if (askCap(this.ask, problem, (cap) => this.#save(cap))) return;
    if (!OF_NAME.has(problem.code)) {
      this.problem = problemText(problem);
      return;
    }
    this.wrongName = problemText(problem);
    this.querySelector<HTMLInputElement>("#role-name")?.focus();
  }

  async #make(name: string): Promise<void> {
    const body = { name, permissions: idsOf(this.bits) };
    await call("post", "/api/v1/teams/{team}/roles", { path: { team: session.teamId }, body, key: this.#key });
    this.#key = newKey();
  }

  /** Only what changed: a new name alone reads nobody. */
  async #put(role: Role, name: string, raiseCap: number | undefined): Promise<void> {
    const body = {
      ...(name === role.label ? {} : { name }),
      ...(this.bits === bitsOf(role.permissions) ? {} : { permissions: idsOf(this.bits) }),
      ...(raiseCap === undefined ? {} : { raiseCap }),
    };
    await call("patch", "/api/v1/teams/{team}/roles/{role}", { path: { team: session.teamId, role: role.id }, body });
  }
}
