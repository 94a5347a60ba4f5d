/**
 * Who is in the team, and how do more get in? The person wants either, one click apart.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { problemOf } from "@roster/elements/api/client.js";
import "../parts/asked.js";
import { Part } from "@roster/elements/parts/element.js";
import "../parts/colleagues.js";
import "@roster/elements/parts/invite-form.js";
import type { InviteForm } from "@roster/elements/parts/invite-form.js";
import { lacking, lackOf } from "@roster/elements/parts/lacking.js";
import "@roster/elements/link-box.js";
import "@roster/elements/team-panel.js";
import "@roster/elements/parts/pending.js";
import { tabs, type Tab } from "../parts/tabs.js";
import { anyAccess, canAnywhere } from "@roster/elements/state/rights.js";
import { router, type TeamTab } from "../state/router.js";
import { roster } from "@roster/elements/state/roster.js";
import { session } from "@roster/elements/state/session.js";
import { Watch } from "@roster/elements/state/watch.js";
import { problemText, t } from "../texts/index.js";

@customElement("roster-team")
export class TeamPage extends Part {
  @property({ attribute: false }) tab: TeamTab = "members";
  @state() private problem = "";
  @query("roster-invite-form") private readonly form!: InviteForm | null;
  readonly #watch = new Watch(this, [session, roster, router]);
  #loaded = "";
  #focused = false;

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("tab")) this.#focused = false;
    const key = `${session.teamId} ${session.rules?.snapshot?.version ?? 0}`;
    if (!session.access || this.#loaded === key) return;
    this.#loaded = key;
    roster.load().then(
      () => (this.problem = ""),
      (error: unknown) => (this.problem = problemText(problemOf(error))),
    );
  }

  /** All ways to the Invite tab lead into its first field; who goes through the tabs stays on them. */
  protected override updated(): void {
    if (this.tab !== "invite" || this.#focused || !this.form) return;
    this.#focused = true;
    const { form } = this;
    if (!document.activeElement?.matches("[role=tab]")) requestAnimationFrame(() => form.focus());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    router.addEventListener("change", this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    router.removeEventListener("change", this.#again);
  }

  /** The same entry pressed again leads to the same field again. */
  readonly #again = (): void => {
    this.#focused = false;
  };

  protected override render(): TemplateResult {
    const invites = canAnywhere("team.invite");
    const list: Tab<TeamTab>[] = [{ key: "members", label: t.team.members }];
    if (invites || this.tab === "invite") list.push({ key: "invite", label: t.team.invite });
    if (invites || canAnywhere("team.access") || this.tab === "roles") list.push({ key: "roles", label: t.roles.tab });
    const choose = (key: TeamTab): void => router.go(key === "members" ? "/team" : `/team?tab=${key}`);
    return html`<div class="page">
      <div class="head"><h1 tabindex="-1">${t.team.title}</h1></div>
      ${session.access && anyAccess()
        ? html`${tabs(list, this.tab, choose)}
            <p class="problem" role="alert">${this.problem}</p>
            <div id="panel" role="tabpanel" aria-labelledby="tab-${this.tab}">${this.#panel(invites)}</div>`
        : this.#nothing()}
    </div>`;
  }

  /** The roles are not on first sight: their code comes when somebody looks at them. */
  #panel(invites: boolean): TemplateResult {
    if (this.tab === "members") return html`<roster-asked></roster-asked><roster-team-panel></roster-team-panel>`;
    if (this.tab === "invite") return this.#invite(invites);
    void import("../parts/roles-tab.js");
    return html`<roster-roles></roster-roles>`;
  }

  #invite(invites: boolean): TemplateResult {
    if (!invites) {
      const why = session.access?.explain("team.invite");
      return html`<div class="empty"><h2>${t.invite.denied}</h2><p>${why && !why.allowed ? why.text : nothing}</p>${lacking(why && !why.allowed ? lackOf(why) : undefined)}</div>`;
    }
    return html`<div class="stack loose">
      <roster-invite-form></roster-invite-form>
      <roster-link-box></roster-link-box>
      <roster-colleagues></roster-colleagues>
      <roster-pending></roster-pending>
    </div>`;
  }

  #nothing(): TemplateResult {
    const owner = session.rules?.snapshot?.ownedBy.name ?? "";
    return html`<div class="empty"><p>${t.dashboard.noAccess(session.team?.name ?? "", owner)}</p></div>`;
  }
}
