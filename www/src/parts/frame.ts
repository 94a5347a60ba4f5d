/**
 * The frame around every page: the team and its menu at the left, title and account at the top; a drawer on a phone.
 */
import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import "@roster/elements/gate.js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { problemOf } from "@roster/elements/api/client.js";
import { anyAccess, canAnywhere } from "@roster/elements/state/rights.js";
import { router, type Route } from "../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { problemText, t } from "../texts/index.js";
import { Part } from "@roster/elements/parts/element.js";
import { avatar } from "@roster/elements/parts/person.js";

const INVITE = "/team?tab=invite";

interface Entry {
  readonly href: string;
  readonly icon: string;
  readonly label: string;
  readonly current: boolean;
}

@customElement("roster-frame")
export class Frame extends Part {
  @property({ attribute: false }) route!: Route;
  @property({ attribute: false }) content: TemplateResult | undefined;
  @state() private drawer = false;
  readonly #watch = new Watch(this, [session, router]);
  readonly #closeOnEscape = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && this.drawer) this.#close();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("keydown", this.#closeOnEscape);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("keydown", this.#closeOnEscape);
  }

  protected override render(): TemplateResult {
    const dark = this.route.page === "project" || this.route.page === "post";
    return html`
      <a class="skip" href="#main" @click=${this.#skip}>${t.skip}</a>
      <div class="frame ${dark ? "dark" : ""} ${this.drawer ? "open" : ""}">
        <nav class="side" id="side" aria-label=${t.nav.main}>
          ${this.#team()}
          <ul>
            ${this.#entries().map((entry) => this.#entry(entry))}
          </ul>
        </nav>
        ${this.drawer ? html`<div class="veil" @click=${this.#close}></div>` : nothing}
        <header class="top">
          <button
            type="button"
            class="icon menu"
            aria-label=${this.drawer ? t.nav.closeMenu : t.nav.menu}
            aria-expanded=${this.drawer}
            aria-controls="side"
            @click=${this.#toggle}
          >
            <roster-icon name=${this.drawer ? "x" : "menu"}></roster-icon>
          </button>
          <span class="grow" id="bar"></span>
          ${this.#add()} ${this.#account()}
        </header>
        <main id="main" tabindex="-1" class="main">${this.content}</main>
      </div>
    `;
  }

  #entries(): Entry[] {
    const { page } = this.route;
    const rules = session.rules;
    if (!session.team || !rules) return [{ href: "/", icon: "folder", label: t.nav.projects, current: page === "dashboard" }];
    const invites = canAnywhere("team.invite");
    const images = canAnywhere("posts.view") || canAnywhere("images.manage");
    const inviting = page === "team" && router.query("tab") === "invite";
    const entry = (href: string, icon: string, label: string, current: boolean): Entry => ({ href, icon, label, current });
    const on = page === "dashboard" || page === "project" || page === "post";
    return [
      entry("/", "folder", t.nav.projects, on),
      ...(anyAccess() ? [entry("/team", "users", t.nav.team, page === "team" && !inviting)] : []),
      ...(invites ? [entry(INVITE, "user-plus", t.nav.invite, inviting)] : []),
      ...(images ? [entry("/images", "image", t.nav.images, page === "images")] : []),
      ...(session.owner ? [entry("/plan", "card", t.nav.plan, page === "plan")] : []),
      ...(canAnywhere("history.view") ? [entry("/history", "history", t.nav.history, page === "history")] : []),
    ];
  }

  #entry(entry: Entry): TemplateResult {
    return html`<li>
      <a href=${entry.href} aria-current=${entry.current ? "page" : nothing} @click=${this.#leave}>
        <roster-icon name=${entry.icon}></roster-icon>${entry.label}
      </a>
    </li>`;
  }

  #team(): TemplateResult {
    const { team, me } = session;
    if (!team) return html`<div class="team-name"><span class="grow">${t.product}</span></div>`;
    return html`<div class="team-name">
      <span class="mark" aria-hidden="true">${[...team.name][0]}</span>
      <strong class="grow">${team.name}</strong>
      <wa-dropdown placement="bottom-end" @wa-select=${this.#switch}>
        <button slot="trigger" type="button" class="icon" aria-label=${t.nav.switch}>
          <roster-icon name="chevron-down"></roster-icon>
        </button>
        ${me?.teams.map(
          (one) => html`<wa-dropdown-item value=${one.id}>
            ${one.name}${one.owner ? html`<span slot="details">${t.nav.yours}</span>` : nothing}
            ${one.id === team.id ? html`<roster-icon slot="icon" name="check"></roster-icon>` : nothing}
          </wa-dropdown-item>`,
        )}
        <wa-dropdown-item value="new"><roster-icon slot="icon" name="plus"></roster-icon>${t.nav.newTeam}</wa-dropdown-item>
      </wa-dropdown>
    </div>`;
  }

  #add(): TemplateResult {
    return html`<roster-gate can="team.invite" anywhere><a class="button icon-link" href=${INVITE} aria-label=${t.nav.add}><roster-icon name="plus"></roster-icon></a></roster-gate>`;
  }

  #account(): TemplateResult {
    const { me } = session;
    if (!me) return html``;
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.#choose}>
      <button slot="trigger" type="button" class="icon round" aria-label=${t.nav.account}>${avatar(me)}</button>
      <div class="who"><strong>${me.name}</strong><span>${me.address}</span></div>
      ${canAnywhere("team.invite") || anyAccess() ? html`<wa-dropdown-item value="team"><roster-icon slot="icon" name="users"></roster-icon>${t.nav.team}</wa-dropdown-item>` : nothing}
      <wa-dropdown-item value="settings"><roster-icon slot="icon" name="settings"></roster-icon>${t.nav.settings}</wa-dropdown-item>
      <wa-dropdown-item value="out"><roster-icon slot="icon" name="log-out"></roster-icon>${t.nav.signOut}</wa-dropdown-item>
    </wa-dropdown>`;
  }

  #skip(event: Event): void {
    event.preventDefault();
    document.getElementById("main")?.focus();
  }

  #toggle(): void {
    this.drawer = !this.drawer;
    if (this.drawer) void this.updateComplete.then(() => this.querySelector<HTMLElement>(".side a")?.focus());
  }

  #close(): void {
    this.drawer = false;
    this.querySelector<HTMLElement>("button.menu")?.focus();
  }

  #leave(): void {
    this.drawer = false;
  }

  #switch(event: CustomEvent<{ item: { value: string } }>): void {
    const { value } = event.detail.item;
    this.drawer = false;
    if (value === "new") router.go("/?new=team");
    else void session.enter(value).then(() => router.go("/"), fail);
  }

  #choose(event: CustomEvent<{ item: { value: string } }>): void {
    const { value } = event.detail.item;
    if (value === "team") router.go(canAnywhere("team.invite") ? INVITE : "/team");
    else if (value === "settings") router.go("/settings");
    else void session.signOut().then(() => router.go("/sign-in"), fail);
  }
}

function fail(error: unknown): void {
  toasts.say(problemText(problemOf(error)));
}
