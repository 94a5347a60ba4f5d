/**
 * Who is here and what may they do? The person wants to find somebody, see it in one phrase, and change it at once.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { call, problemOf } from "../api/client.js";
import type { Member, Reason } from "../api/types.js";
import { navigation } from "../state/navigation.js";
import { roster } from "../state/roster.js";
import { session } from "../state/session.js";
import { toasts } from "../state/toasts.js";
import { Watch } from "../state/watch.js";
import { problemText, reasonText, t } from "../texts/index.js";
import "../invite-button.js";
import "./access-dialog.js";
import type { AccessDialog } from "./access-dialog.js";
import "./ask.js";
import type { Ask } from "./ask.js";
import { askCap } from "./cap.js";
import { copy } from "./clipboard.js";
import { deed } from "./deed.js";
import { Part } from "./element.js";
import { lacking, lackOf, refusal } from "./lacking.js";
import { ago, day } from "./format.js";
import { FewFirst } from "./few-first.js";
import { goOn } from "./focus.js";
import { askLeaving, askRemoval, phraseAt, seenAt } from "./in-project.js";
import { menu, type Entry } from "./menu.js";
import { avatar } from "./person.js";
import { phraseOf, projectName } from "./phrase.js";
import { tell } from "./tell.js";
import { nameAmong } from "./twins.js";
import { waiting } from "./waiting.js";

const PAUSE = 200;

@customElement("roster-members")
export class MemberTable extends Part {
  /** The project whose people are shown; none: the team's. */
  @property({ attribute: false }) projectId: string | undefined;
  @state() private members: readonly Member[] | undefined;
  @state() private total: number | undefined;
  @state() private next: string | undefined;
  @state() private problem = "";
  @state() private busy = false;
  @state() private search = navigation.query("search") ?? "";
  @query("roster-access-dialog") private readonly dialog!: AccessDialog;
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session, roster]);
  readonly #few = new FewFirst(this);
  #loaded = "";
  #opened = "";
  #typing: ReturnType<typeof setTimeout> | undefined;

  protected override willUpdate(): void {
    const where = `${session.teamId} ${this.projectId ?? ""}`;
    const key = `${where} ${session.rules?.snapshot?.version ?? 0}`;
    if (!session.access || this.#loaded === key) return;
    if (!this.#loaded.startsWith(`${where} `)) this.members = undefined;
    this.#loaded = key;
    void this.#load();
  }

  protected override updated(): void {
    const wanted = navigation.query("member") ?? "";
    const member = this.members?.find((one) => one.id === wanted);
    if (!member || this.#opened === wanted || member.edit) return;
    this.#opened = wanted;
    this.dialog.show(member, this.#name(member), this.projectId);
  }

  /** Reads the first page again. */
  readonly reload = (): Promise<void> => this.#again();

  async #load(after?: string): Promise<void> {
    const team = session.teamId;
    const asked = { after, search: this.search || undefined, project: this.projectId };
    try {
      const page = await call("get", "/api/v1/teams/{team}/members", { path: { team }, query: asked });
      if (team !== session.teamId || (asked.search ?? "") !== this.search || asked.project !== this.projectId) return;
      this.members = after ? [...(this.members ?? []), ...page.members] : page.members;
      this.total = page.total ?? undefined;
      this.next = page.next ?? undefined;
      this.problem = "";
    } catch (error) {
      this.problem = problemText(problemOf(error));
    }
    // What stands below is shown from now on: it would only be pushed away before.
    tell(this, "people-read", undefined);
  }

  async #more(): Promise<void> {
    this.busy = true;
    await this.#load(this.next);
    this.busy = false;
  }

  protected override render(): TemplateResult {
    return html`
      <div class="head">
        <div class="search" role="search">
          <roster-icon name="search"></roster-icon>
          <input type="search" aria-label=${t.team.search} placeholder=${t.team.search} .value=${this.search} @input=${this.#type} />
        </div>
        <span class="quiet">${this.members && this.total !== undefined && !this.projectId ? t.team.total(this.total) : nothing}</span>
      </div>
      <p class="problem" role="alert">${this.problem}</p>
      ${this.#orphan()} ${this.members ? this.#table(this.members) : this.problem ? nothing : waiting(4, t.loading)}
      ${this.next ? html`<p>${deed({ label: t.more, busy: this.busy, run: () => void goOn(this, "tbody tr", () => this.#more()) })}</p>` : nothing}
      <roster-access-dialog @closed=${this.#closed}></roster-access-dialog>
      <roster-ask></roster-ask>
    `;
  }

  /** Somebody without any access waits for a role: the former owner, first of all. */
  #orphan(): TemplateResult | typeof nothing {
    const holdsNothing = (one: Member): boolean => session.rules?.phrase(one)?.kind === "nothing";
    const waitingOne = session.owner && !this.projectId ? this.members?.find(holdsNothing) : undefined;
    if (!waitingOne) return nothing;
    const name = this.#name(waitingOne);
    return html`<div class="notice row between">
      <span>${t.team.noAccess(name)}</span>
      ${deed({ label: t.team.giveRole, kind: "primary", run: () => this.#edit(waitingOne) })}
    </div>`;
  }

  #table(members: readonly Member[]): TemplateResult {
    if (members.length === 0) return html`<div class="empty"><p>${t.team.none(this.search)}</p></div>`;
    const alone = members.length === 1 && this.total === 1 && !this.search && !this.projectId;
    const head = [t.team.name, t.team.access, t.team.active, t.team.ends];
    return html`<table class="table" part="table" role="table" aria-label=${t.team.members}>
        <thead role="rowgroup">
          <tr role="row">
            ${head.map((one) => html`<th role="columnheader" scope="col">${one}</th>`)}
            <th role="columnheader" scope="col"><span class="hidden-text">${t.team.actions}</span></th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${this.#few.of(members).map((member) => this.#row(member))}
        </tbody>
      </table>
      ${alone ? this.#alone() : nothing}`;
  }

  #alone(): TemplateResult {
    return html`<div class="empty section"><p>${t.team.alone}</p><roster-invite-button .label=${t.team.aloneNext}></roster-invite-button></div>`;
  }

  #row(member: Member): TemplateResult {
    const me = member.id === session.me?.id;
    const here = this.projectId;
    const ends = session.rules?.phrase(here ? seenAt(member, here) : member)?.ends;
    const phrase = here ? phraseAt(member, here) : phraseOf(member);
    const seen = ago(member.seenAt ?? member.joinedAt);
    return html`<tr role="row">
      <td role="cell">
        <span class="person">
          ${avatar(member)}
          <span class="names">
            <span><strong>${member.name}</strong> ${me ? html`<span class="tag">${t.team.you}</span>` : nothing}</span>
            ${member.address ? html`<span>${member.address}</span>` : nothing}
          </span>
        </span>
      </td>
      <td role="cell">${member.owner ? html`<span class="tag accent">${phrase}</span>` : phrase}</td>
      <td role="cell" class="quiet" data-label=${t.team.active}>${seen}</td>
      <td role="cell" class="quiet" data-label=${ends === undefined ? nothing : t.team.ends}>${ends === undefined ? nothing : day(ends)}</td>
      <td role="cell" class="actions">${this.#pencil(member)} ${this.#menu(member, me)}</td>
    </tr>`;
  }

  #pencil(member: Member): TemplateResult {
    const name = this.#name(member);
    if (!member.edit) {
      return deed({ label: t.team.edit(name), icon: "pencil", kind: "icon", bare: true, run: () => this.#edit(member) });
    }
    return this.#untouchable(member, member.edit);
  }

  /** In place of a pencil: a sign that says why there is none, on focus too. */
  #untouchable(member: Member, reason: Reason): TemplateResult {
    return html`<span class="deed"
      ><span class="sign" role="img" tabindex="0" aria-label=${reasonText(reason)}><roster-icon name="lock"></roster-icon></span
      ><span class="why ${lackOf(reason) ? "can-ask" : ""}"><span aria-hidden="true">${reasonText(reason)}</span>${lacking(lackOf(reason))}</span></span
    >`;
  }

  #menu(member: Member, me: boolean): TemplateResult | typeof nothing {
    const name = this.#name(member);
    const { address } = member;
    const { rules } = session;
    const removable = !me && !member.owner;
    const code = rules?.cannotTransfer(member);
    const entries = [
      ...(this.projectId === undefined ? [] : [this.#ofProject(member, name, me, this.projectId)]),
      removable ? this.#removal(member) : undefined,
      session.owner && !me && this.projectId === undefined
        ? { label: t.team.transfer, icon: "crown", denied: code ? reasonText({ code }) : undefined, run: () => this.#transfer(member) }
        : undefined,
      address ? { label: t.team.copy, icon: "copy", run: () => void copy(address) } : undefined,
      me && rules?.canLeave() && this.projectId === undefined ? { label: t.team.leave, icon: "door", danger: true, run: () => this.#leave() } : undefined,
    ];
    return menu(t.team.more(name), entries);
  }

  /** Out of the team. In a project's list the row tells of the project alone, and who may not do it there sees none. */
  #removal(member: Member): Entry | undefined {
    const { remove } = member;
    const entry = { label: t.team.remove, icon: "trash", danger: true, run: () => this.#ask(member) };
    if (this.projectId === undefined) return { ...entry, ...(remove ? refusal(remove) : {}) };
    return session.access?.can("team.remove") ? entry : undefined;
  }

  /** Out of the project: for others, or oneself. */
  #ofProject(member: Member, name: string, me: boolean, project: string): Entry | undefined {
    if (member.owner) return undefined;
    if (me) return { label: t.inProject.leave, icon: "door", danger: true, run: () => askLeaving(this.ask, project, projectName(project)) };
    return { label: t.inProject.remove, icon: "minus", danger: true, ...(member.remove ? refusal(member.remove) : {}), run: () => askRemoval(this.ask, member, name, project, this.reload) };
  }

  /** Two people with one name: what names one adds the address. */
  #name(member: Member): string {
    return nameAmong(this.members ?? [], member);
  }

  #type(event: Event): void {
    this.search = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      navigation.note("search", this.search || undefined);
      void this.#load();
    }, PAUSE);
  }

  #edit(member: Member): void {
    this.#opened = member.id;
    navigation.note("member", member.id);
    this.dialog.show(member, this.#name(member), this.projectId);
  }

  #closed(): void {
    this.#opened = "";
    navigation.note("member", undefined);
  }

  /** A removal can be undone; who may come back by a link is worth a thought. */
  #ask(member: Member): void {
    const name = this.#name(member);
    const also = session.access?.can("team.invite") ? { also: t.team.removeLinks } : {};
    const run = (_: string, links: boolean): Promise<void> => this.#remove(member, name, links);
    this.ask.ask({ title: t.team.removeTitle(name), text: t.team.removeText(name), yes: t.team.remove, danger: true, ...also, run });
  }

  async #remove(member: Member, name: string, links: boolean): Promise<void> {
    const path = { team: session.teamId, person: member.id };
    await call("delete", "/api/v1/teams/{team}/members/{person}", { path });
    toasts.say(t.team.removed(name), () => this.#restore(member, name));
    if (links) await renewLinks(path.team);
    await this.#again();
  }

  async #restore(member: Member, name: string, raiseCap?: number): Promise<void> {
    const path = { team: session.teamId, person: member.id };
    try {
      const body = raiseCap === undefined ? {} : { raiseCap };
      await call("post", "/api/v1/teams/{team}/members/{person}/restore", { path, body });
      toasts.say(t.team.restored(name));
      await this.#again();
    } catch (error) {
      if (!askCap(this.ask, problemOf(error), (cap) => this.#restore(member, name, cap))) throw error;
    }
  }

  async #again(): Promise<void> {
    await roster.refresh();
    await this.#load();
  }

  #transfer(member: Member): void {
    const name = this.#name(member);
    const team = session.team?.name ?? "";
    const run = async (): Promise<void> => {
      const path = { team: session.teamId };
      try {
        await call("post", "/api/v1/teams/{team}/transfer", { path, body: { to: member.id } });
      } catch (error) {
        if (problemOf(error).code !== "code_needed") throw error;
        return navigation.go("code");
      }
      toasts.say(t.team.transferred(name));
      await session.reread();
      navigation.go("home");
    };
    const wrong = (value: string): string | undefined => (value === team ? undefined : t.team.transferMismatch);
    const field = { label: t.team.transferType(team), wrong };
    const text = t.team.transferText(name, team);
    this.ask.ask({ title: t.team.transferTitle(name), text, yes: t.team.transferYes, danger: true, field, run });
  }

  #leave(): void {
    const team = session.team?.name ?? "";
    const run = async (): Promise<void> => {
      await call("post", "/api/v1/teams/{team}/leave", { path: { team: session.teamId } });
      toasts.say(t.team.left(team));
      await session.reread();
      navigation.go("home");
    };
    const text = t.team.leaveText(team);
    this.ask.ask({ title: t.team.leaveTitle(team), text, yes: t.team.leaveYes(team), danger: true, run });
  }
}

/** Gives every link that is on a new address. */
async function renewLinks(team: string): Promise<void> {
  const { links } = await call("get", "/api/v1/teams/{team}/links", { path: { team } });
  const on = links.filter((link) => link.on && !link.needsSender);
  await Promise.all(on.map((link) => call("post", "/api/v1/teams/{team}/links/{link}/regenerate", { path: { team, link: link.id } })));
}
