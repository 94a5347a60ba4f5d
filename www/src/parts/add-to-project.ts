/**
 * People of the team who are not in a project: ticked, given a degree of access, and in at once.
 */
import type { ChangePreview } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "@roster/elements/api/client.js";
import type { Member } from "@roster/elements/api/types.js";
import { rolesOnOffer } from "@roster/elements/state/roles.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { problemText, t } from "../texts/index.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { askCap } from "@roster/elements/parts/cap.js";
import { deed } from "@roster/elements/parts/deed.js";
import { bitsOfRole } from "@roster/elements/parts/draft.js";
import { Part } from "@roster/elements/parts/element.js";
import { money } from "@roster/elements/parts/format.js";
import { isOutside, ownAt } from "@roster/elements/parts/in-project.js";
import { greyRoles } from "@roster/elements/parts/grey-roles.js";
import { notHeld, whyNot, type Refusal } from "@roster/elements/parts/lacking.js";
import { modal } from "@roster/elements/parts/modal.js";
import { avatar } from "@roster/elements/parts/person.js";
import { nameAmong } from "@roster/elements/parts/twins.js";
import { waiting } from "@roster/elements/parts/waiting.js";

const PAUSE = 200;
/** People shown, and pages that are read for them: in a large team almost all may be in the project already. */
const MOST = 20;
const PAGES = 4;

@customElement("roster-add-to-project")
export class AddToProject extends Part {
  @property({ attribute: false }) projectId = "";
  @property() projectName = "";
  /** Reads the list of the project's people again. */
  @property({ attribute: false }) done: () => Promise<void> = async () => undefined;
  @state() private open = false;
  @state() private people: readonly Member[] | undefined;
  @state() private rest = false;
  @state() private search = "";
  @state() private ticked: ReadonlyMap<string, Member> = new Map();
  @state() private degree = "viewer";
  @state() private problem = "";
  @state() private busy = false;
  @query("roster-ask") private readonly ask!: Ask;
  #typing: ReturnType<typeof setTimeout> | undefined;

  protected override render(): TemplateResult {
    return html`${deed({ label: t.inProject.add, icon: "user-plus", ...whyNot(session.access?.at(this.projectId).explain("team.access")), run: () => this.#show() })}
      ${modal({ label: t.inProject.addTitle, open: this.open, closed: () => (this.open = false), body: this.open ? this.#form() : nothing })}
      <roster-ask></roster-ask>`;
  }

  #show(): void {
    this.people = undefined;
    this.search = "";
    this.ticked = new Map();
    this.problem = "";
    this.open = true;
    void this.#load();
  }

  /** Reads on until enough of those who are not in the project are found. */
  async #load(): Promise<void> {
    const { search } = this;
    const found: Member[] = [];
    let after: string | undefined;
    try {
      for (let pages = 0; pages < PAGES && found.length < MOST; pages += 1) {
        const page = await call("get", "/api/v1/teams/{team}/members", { path: { team: session.teamId }, query: { after, search: search || undefined } });
        if (search !== this.search) return;
        found.push(...page.members.filter((one) => isOutside(one, this.projectId)));
        after = page.next ?? undefined;
        if (after === undefined) break;
      }
      this.people = found.slice(0, MOST);
      this.rest = after !== undefined || found.length > MOST;
    } catch (error) {
      this.problem = problemText(problemOf(error));
    }
  }

  #form(): TemplateResult {
    const { people } = this;
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <p class="quiet">${t.inProject.addLead}</p>
      <div class="search wide" role="search">
        <roster-icon name="search"></roster-icon>
        <input type="search" autofocus aria-label=${t.inProject.search} placeholder=${t.inProject.search} .value=${this.search} @input=${this.#type} />
      </div>
      ${people ? this.#list(people) : this.problem ? nothing : waiting(3, t.loading)}
      <div class="field">
        <label for="add-role">${t.inProject.role}</label>
        <select id="add-role" @change=${(event: Event) => (this.degree = (event.target as HTMLSelectElement).value)}>
          ${rolesOnOffer().map((role) => html`<option value=${role.id} ?selected=${role.id === this.degree} ?disabled=${this.#lacking(role.id) !== undefined}>${role.label}</option>`)}
        </select>
        ${greyRoles(rolesOnOffer().map((role) => this.#lacking(role.id)))} ${this.#price()}
      </div>
      <p class="problem" role="alert">${this.problem}</p>
      <div class="row end">
        ${deed({ label: t.cancel, run: () => (this.open = false) })}
        ${deed({ label: t.inProject.addYes(this.ticked.size), kind: "primary", submit: true, busy: this.busy, run: () => undefined })}
      </div>
    </form>`;
  }

  #list(people: readonly Member[]): TemplateResult {
    const away = [...this.ticked.values()].filter((one) => !people.some((other) => other.id === one.id));
    const all = [...away, ...people];
    if (all.length === 0) return html`<p class="quiet">${this.search ? t.inProject.nobodyFound(this.search) : this.rest ? t.inProject.noMore : t.inProject.nobody}</p>`;
    return html`<fieldset class="group">
      <legend>${t.inProject.people}</legend>
      <div class="tickable">
        ${all.map((one) => {
          const id = `add-${one.id}`;
          const tick = (event: Event): void => this.#tick(one, (event.target as HTMLInputElement).checked);
          return html`<label class="check" for=${id}>
            <input type="checkbox" id=${id} aria-label=${nameAmong(all, one)} .checked=${this.ticked.has(one.id)} @change=${tick} />
            ${avatar(one)}
            <span class="names"><span>${one.name}</span>${one.address ? html`<span class="hint">${one.address}</span>` : nothing}</span>
          </label>`;
        })}
      </div>
      ${this.rest ? html`<p class="hint">${t.inProject.noMore}</p>` : nothing}
    </fieldset>`;
  }

  /** Why a role cannot be given here: a checkmark of it that one does not hold. */
  #lacking(role: string): Refusal | undefined {
    const lacking = session.rules?.cannotGive(bitsOfRole(role), undefined, this.projectId);
    return lacking ? notHeld(lacking, this.projectId) : undefined;
  }

  /** How many of those ticked take a seat by it, and what that costs; by the core, with no request. */
  #price(): TemplateResult | typeof nothing {
    if (this.ticked.size === 0) return nothing;
    const previews = [...this.ticked.values()].map((member) => this.#preview(member));
    const seats = previews.reduce((sum, one) => sum + Math.max(one?.seats ?? 0, 0), 0);
    const price = seats > 0 ? session.rules?.invitationPrice(this.degree, bitsOfRole(this.degree), seats) : undefined;
    const line = (): string => {
      if (seats === 0) return t.invite.priceFree;
      if (!price) return t.invite.priceOwner;
      if (price.after === price.before) return t.invite.priceFreePlan;
      return t.access.priceMore(money(price.after - price.before), money(price.after));
    };
    return html`<section class="hint" aria-label=${t.invite.price} role="status">${line()}</section>`;
  }

  #preview(member: Member): ChangePreview | undefined {
    return session.access?.preview({ member, edits: [{ project: this.projectId, role: this.degree }] });
  }

  #tick(one: Member, on: boolean): void {
    const next = new Map(this.ticked);
    if (on) next.set(one.id, one);
    else next.delete(one.id);
    this.ticked = next;
    this.problem = "";
  }

  #type(event: Event): void {
    this.search = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#load(), PAUSE);
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (this.ticked.size === 0) this.problem = t.inProject.choose;
    else if (!this.busy) void this.#add();
  }

  /** One after the other: whoever could not be added stays ticked, with the reason. */
  async #add(raiseCap?: number): Promise<void> {
    this.busy = true;
    this.problem = "";
    const added: Member[] = [];
    const told: string[] = [];
    for (const one of this.ticked.values()) {
      const name = nameAmong([...this.ticked.values()], one);
      try {
        await give(one, this.projectId, this.degree, raiseCap);
        added.push(one);
      } catch (error) {
        const problem = problemOf(error);
        if (raiseCap === undefined && askCap(this.ask, problem, (cap) => this.#add(cap))) break;
        told.push(t.inProject.failed(name, problemText(problem)));
      }
    }
    for (const one of added) this.#tick(one, false);
    this.problem = told.join(" ");
    this.busy = false;
    if (added.length > 0) await this.#added(added);
    if (this.ticked.size === 0) this.open = false;
  }

  async #added(added: readonly Member[]): Promise<void> {
    const project = this.projectId;
    const undo = async (): Promise<void> => {
      for (const one of added) await put(one.id, [ownAt(one.access, project) ?? { project }]);
      toasts.say(t.inProject.takenBack);
      await this.done();
    };
    toasts.say(t.inProject.added(added.map((one) => nameAmong(added, one)), this.projectName), undo);
    await this.done();
  }
}

async function give(member: Member, project: string, role: string, raiseCap?: number): Promise<void> {
  await put(member.id, [{ project, role }], raiseCap);
}

async function put(person: string, edits: Member["access"], raiseCap?: number): Promise<void> {
  const body = raiseCap === undefined ? { edits } : { edits, raiseCap };
  await call("put", "/api/v1/teams/{team}/members/{person}/access", { path: { team: session.teamId, person }, body, key: newKey() });
}
