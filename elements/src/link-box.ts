/**
 * Somebody wants a link to share in a chat, to know what it gives, and to kill it when it went too far.
 */
import { PERMISSIONS } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, problemOf } from "./api/client.js";
import type { InviteLink, Joiner } from "./api/types.js";
import { roleOf, rolesOnOffer, type Role } from "./state/roles.js";
import { roster } from "./state/roster.js";
import { session } from "./state/session.js";
import { toasts } from "./state/toasts.js";
import { Watch } from "./state/watch.js";
import { problemText, t } from "./texts/index.js";
import "./parts/ask.js";
import type { Ask } from "./parts/ask.js";
import { copy } from "./parts/clipboard.js";
import { deed } from "./parts/deed.js";
import { bitsOfRole, TEAM } from "./parts/draft.js";
import { Island } from "./island.js";
import { dateField, day, endOfDay, moment } from "./parts/format.js";
import { notHeld, whyNot, type Off } from "./parts/lacking.js";
import { menu } from "./parts/menu.js";
import { avatar } from "./parts/person.js";

/** A link never gives a role with a Team checkmark. */
const TEAM_MARKS: ReadonlySet<string> = new Set(PERMISSIONS.filter((one) => one.group === "Team").map((one) => one.id));

function linkRoles(): readonly Role[] {
  return rolesOnOffer().filter((role) => !role.permissions.some((one) => TEAM_MARKS.has(one)));
}

/**
 * The light green box with a link that anybody can join by: its role and place, copying, regenerating, its settings, and
 * who came by it.
 *
 * @tag roster-link-box
 * @slot signed-out - What is shown while nobody is signed in.
 * @fires {CustomEvent<{ url: string }>} roster-copied - The link was copied.
 * @fires {CustomEvent<{ url: string }>} roster-link-changed - The link is another one now, or has other settings.
 * @csspart box - The box.
 * @csspart title - Its heading.
 * @csspart link - The field with the link.
 * @csspart copy - The button "Copy link".
 * @csspart regenerate - The button with the rounded arrows.
 * @csspart empty - What is said when there is nothing to show.
 */
@customElement("roster-link-box")
export class LinkBox extends Island {
  @state() private links: readonly InviteLink[] | undefined;
  @state() private gives = "viewer";
  @state() private place = TEAM;
  @state() private problem = "";
  @state() private busy = false;
  @state() private settings = false;
  /** Who came by the link that is shown, once asked for. */
  @state() private joiners: readonly Joiner[] | undefined;
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [roster]);
  #loaded = "";

  protected override willUpdate(): void {
    const key = `${session.teamId} ${session.rules?.snapshot?.version ?? 0}`;
    if (!session.access || this.#loaded === key) return;
    if (!this.#loaded.startsWith(session.teamId)) this.#begin();
    this.#loaded = key;
    void roster.ensure();
    void this.#load();
  }

  #begin(): void {
    this.links = undefined;
    this.place = session.access?.can("team.invite") ? TEAM : (roster.invitable[0]?.id ?? TEAM);
  }

  /** Reads the links. The first one is made here, so that there is one to copy. */
  async #load(): Promise<void> {
    const path = { team: session.teamId };
    await this.#try(async () => {
      const { links } = await call("get", "/api/v1/teams/{team}/links", { path });
      if (path.team === session.teamId) this.links = links;
    });
    if (this.links?.length === 0 && this.#denied().denied === undefined && !this.busy) await this.#set({ on: true });
  }

  get #link(): InviteLink | undefined {
    return this.links?.find((one) => one.role === this.gives && (one.project ?? TEAM) === this.place);
  }

  protected override content(): TemplateResult {
    const link = this.#link;
    return html`<section class="green stack" part="box" aria-labelledby="link-title">
        <div class="row between top-line">
          <div>
            <h2 id="link-title" part="title">${t.link.title}</h2>
            <p>${t.link.lead}</p>
          </div>
          ${link ? this.#menu(link) : nothing}
        </div>
        <div class="two">${this.#roles()} ${this.#places()}</div>
        ${this.links === undefined ? nothing : link ? this.#shown(link) : this.#none()}
        ${link && this.settings ? this.#form(link) : nothing} ${link && this.joiners ? this.#came(this.joiners) : nothing}
        <p class="problem" role="alert">${this.problem}</p>
      </section>
      <roster-ask></roster-ask>`;
  }

  #roles(): TemplateResult {
    const change = (event: Event): void => {
      this.gives = roleOf((event.target as HTMLSelectElement).value)?.id ?? "viewer";
      this.settings = false;
      this.joiners = undefined;
    };
    return html`<div class="field">
      <label for="link-role">${t.link.role}</label>
      <select id="link-role" aria-describedby="link-role-line" @change=${change}>
        ${linkRoles().map((role) => html`<option value=${role.id} ?selected=${this.gives === role.id}>${role.label}</option>`)}
      </select>
      <span class="hint" id="link-role-line">${roleOf(this.gives)?.line}</span>
    </div>`;
  }

  #places(): TemplateResult | typeof nothing {
    const projects = roster.invitable;
    if (projects.length === 0) return nothing;
    const change = (event: Event): void => {
      this.place = (event.target as HTMLSelectElement).value;
      this.settings = false;
      this.joiners = undefined;
    };
    return html`<div class="field">
      <label for="link-place">${t.link.place}</label>
      <select id="link-place" @change=${change}>
        ${session.access?.can("team.invite") ? html`<option value=${TEAM} ?selected=${this.place === TEAM}>${t.link.team}</option>` : nothing}
        ${projects.map((one) => html`<option value=${one.id} ?selected=${this.place === one.id}>${one.name}</option>`)}
      </select>
    </div>`;
  }

  #none(): TemplateResult {
    return html`<div class="row">
      <span>${t.link.none}</span>
      ${deed({ label: t.link.create, icon: "link", kind: "primary", ...this.#denied(), busy: this.busy, run: () => void this.#set({ on: true }) })}
    </div>`;
  }

  #shown(link: InviteLink): TemplateResult {
    if (!link.on) {
      return html`<div class="row">
        <span>${t.link.off}</span>
        ${deed({ label: t.link.turnOn, kind: "primary", ...this.#denied(), busy: this.busy, run: () => void this.#set({ on: true }) })}
      </div>`;
    }
    const select = (event: Event): void => (event.target as HTMLInputElement).select();
    const notes = [
      t.link.used(link.uses, link.maxUses ?? undefined),
      ...(link.expiresAt == null ? [] : [t.link.until(day(link.expiresAt))]),
      ...(link.domain ? [t.link.onlyDomain(link.domain)] : []),
    ];
    return html`<div class="stack tight">
      ${link.needsSender ? html`<p class="notice warn">${t.link.needsSender}</p>` : nothing}
      <div class="linkline">
        <input readonly part="link" aria-label=${t.link.link} .value=${link.url} @focus=${select} />
        ${deed({ label: t.link.copy, icon: "copy", kind: "primary", part: "copy", run: () => void this.#copy(link.url) })}
        ${deed({ label: t.link.regenerate, icon: "refresh", kind: "icon", bare: true, part: "regenerate", ...this.#denied(), run: () => this.#regenerate(link) })}
      </div>
      <p class="small">${notes.join(" · ")}</p>
    </div>`;
  }

  #menu(link: InviteLink): TemplateResult | typeof nothing {
    const off = this.#denied();
    return menu(t.link.more, [
      { label: t.link.settings, icon: "settings", ...off, run: () => (this.settings = !this.settings) },
      { label: t.joiners.show, icon: "users", run: () => void this.#who(link) },
      link.on
        ? { label: t.link.turnOff, icon: "x", ...off, danger: true, run: () => void this.#set({ on: false }) }
        : { label: t.link.turnOn, icon: "check", ...off, run: () => void this.#set({ on: true }) },
    ]);
  }

  async #copy(url: string): Promise<void> {
    if (await copy(url, t.link.copied)) this.tell("roster-copied", { url });
  }

  async #who(link: InviteLink): Promise<void> {
    const path = { team: session.teamId, link: link.id };
    await this.#try(async () => {
      const { joiners } = await call("get", "/api/v1/teams/{team}/links/{link}/joiners", { path });
      if (this.#link?.id === link.id) this.joiners = joiners;
    });
  }

  #came(joiners: readonly Joiner[]): TemplateResult {
    const line = (one: Joiner): string => (one.left ? t.joiners.left : t.joiners.came)(one.name, moment(one.at));
    return html`<section class="stack tight" aria-labelledby="joiners-title" role="status">
      <div class="row between">
        <h3 id="joiners-title">${t.joiners.show}</h3>
        ${deed({ label: t.close, icon: "x", kind: "icon", bare: true, run: () => (this.joiners = undefined) })}
      </div>
      ${joiners.length === 0
        ? html`<p>${t.joiners.none}</p>`
        : html`<ul class="joiners">${joiners.map((one) => html`<li class="person">${avatar(one)}<span>${line(one)}</span></li>`)}</ul>`}
      ${joiners.length === 50 ? html`<p class="small">${t.joiners.most}</p>` : nothing}
    </section>`;
  }

  #form(link: InviteLink): TemplateResult {
    return html`<form class="stack" novalidate aria-label=${t.link.settings} @submit=${this.#save}>
      <div class="two">
        ${this.#setting("link-expires", t.link.expires, "date", dateField(link.expiresAt))}
        ${this.#setting("link-uses", t.link.uses, "number", link.maxUses?.toString() ?? "", t.link.usesHint)}
        ${this.#setting("link-domain", t.link.domain, "text", link.domain ?? "", t.link.domainHint)}
      </div>
      <div class="row">
        ${deed({ label: t.link.saveSettings, kind: "primary", submit: true, busy: this.busy, run: () => undefined })}
        ${deed({ label: t.cancel, run: () => (this.settings = false) })}
      </div>
    </form>`;
  }

  #setting(id: string, label: string, type: string, value: string, hint = ""): TemplateResult {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <input id=${id} type=${type} min=${type === "number" ? 1 : nothing} .value=${value} aria-describedby="${id}-hint" />
      <span class="hint" id="${id}-hint">${hint}</span>
    </div>`;
  }

  /** Why one cannot make or renew this link: it gives what one does not hold. */
  #denied(): Off {
    const project = this.place === TEAM ? undefined : this.place;
    const may = session.access?.at(project).explain("team.invite");
    if (may && !may.allowed) return whyNot(may);
    const lacking = session.rules?.cannotGive(bitsOfRole(this.gives), undefined, project);
    return lacking ? notHeld(lacking, project) : {};
  }

  #save(event: Event): void {
    event.preventDefault();
    const value = (id: string): string => this.find<HTMLInputElement>(`#${id}`)?.value.trim() ?? "";
    const uses = Number(value("link-uses") || Number.NaN);
    if (value("link-uses") !== "" && !(Number.isInteger(uses) && uses > 0)) {
      this.problem = t.joiners.badUses;
      this.find<HTMLInputElement>("#link-uses")?.focus();
      return;
    }
    const domain = value("link-domain");
    void this.#set({
      on: true,
      expiresAt: value("link-expires") ? (endOfDay(value("link-expires")) ?? null) : null,
      maxUses: Number.isNaN(uses) ? null : uses,
      domain: domain || null,
    });
  }

  /** What is not named stays as it is. */
  async #set(change: Pick<InviteLink, "on"> & Partial<Pick<InviteLink, "expiresAt" | "maxUses" | "domain">>): Promise<void> {
    const old = this.#link;
    const kept = { expiresAt: old?.expiresAt ?? null, maxUses: old?.maxUses ?? null, domain: old?.domain ?? null };
    const place = this.place === TEAM ? {} : { project: this.place };
    const body = { ...place, role: this.gives, ...kept, ...change };
    this.busy = true;
    await this.#try(async () => {
      this.#put(await call("put", "/api/v1/teams/{team}/links", { path: { team: session.teamId }, body }));
      this.settings = false;
    });
    this.busy = false;
  }

  #regenerate(link: InviteLink): void {
    const path = { team: session.teamId, link: link.id };
    const run = async (): Promise<void> => {
      this.#put(await call("post", "/api/v1/teams/{team}/links/{link}/regenerate", { path }));
      toasts.say(t.link.regenerated);
    };
    this.ask.ask({ title: t.link.regenerateTitle, text: t.link.regenerateText, yes: t.link.regenerate, danger: true, run });
  }

  #put(link: InviteLink): void {
    this.links = [...(this.links ?? []).filter((one) => one.id !== link.id), link];
    this.tell("roster-link-changed", { url: link.url });
    void session.refresh();
  }

  async #try(work: () => Promise<void>): Promise<void> {
    this.problem = "";
    try {
      await work();
    } catch (error) {
      this.problem = problemText(problemOf(error));
    }
  }
}
