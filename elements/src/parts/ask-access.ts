/**
 * Somebody lacks one checkmark and wants it: the person sees who will be mailed what, and asks with one click.
 */
import { PERMISSIONS } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "../api/client.js";
import type { MyAsk } from "../api/types.js";
import { roster } from "../state/roster.js";
import { session } from "../state/session.js";
import { toasts } from "../state/toasts.js";
import { Watch } from "../state/watch.js";
import { problemText, t } from "../texts/index.js";
import { Part } from "./element.js";
import { day } from "./format.js";
import type { Shape } from "./lacking.js";
import { permissionName, projectName } from "./phrase.js";

/** When somebody looks at what it stands beside. */
const LOOKS = ["pointerenter", "focusin", "wa-show"] as const;

let made = 0;

@customElement("roster-ask-access")
export class AskAccess extends Part {
  @property({ attribute: false }) permission = "";
  /** The project; empty: the team. */
  @property({ attribute: false }) project = "";
  @property({ attribute: false }) shape: Shape = "";
  @state() private names: readonly string[] | undefined;
  @state() private mine: MyAsk | undefined;
  @state() private busy = false;
  @state() private problem = "";
  readonly #watch = new Watch(this, [roster]);
  #loaded = "";
  #host: Element | null = null;
  readonly #look = (): void => void this.#load();

  /** Beside a control it waits until somebody looks at the reason, or opens the menu; in a page it is looked at. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#host = this.closest(".deed, .check, .choice, .hint, wa-dropdown");
    for (const look of LOOKS) this.#host?.addEventListener(look, this.#look);
    if (!this.#host || this.#host.matches(":hover, :focus-within")) this.#look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const look of LOOKS) this.#host?.removeEventListener(look, this.#look);
  }

  async #load(): Promise<void> {
    await this.updateComplete;
    const { permission, project, mine } = this;
    const key = `${session.teamId} ${session.rules?.snapshot?.version ?? 0} ${permission} ${project}`;
    if (this.#loaded === key || !session.access) return;
    this.#loaded = key;
    if (project && !roster.name(project)) void roster.load().catch(() => undefined);
    try {
      const query = { permission, project: project || undefined };
      const asks = await call("get", "/api/v1/teams/{team}/asks", { path: { team: session.teamId }, query });
      this.names = (asks.granters ?? []).map((one) => one.name);
      const here = (one: MyAsk): boolean => one.missing.permission === permission && (one.missing.project ?? "") === this.#place;
      // Who has asked meanwhile knows better.
      if (this.mine === mine) this.mine = asks.mine.find(here);
    } catch {
      // The reason stands without it; whoever presses the button reads why it cannot be.
      this.#loaded = "";
    }
  }

  /** What only the team can give is asked for at the team. */
  get #place(): string {
    return this.#entry?.scope === "team" ? "" : this.project;
  }

  get #entry(): (typeof PERMISSIONS)[number] | undefined {
    return PERMISSIONS.find((one) => one.id === this.permission);
  }

  protected override render(): TemplateResult {
    const { mine } = this;
    if (mine) {
      const when = day(mine.askedAt);
      return html`<span class="asks" role=${this.shape === "entry" ? nothing : "status"}>${mine.declined ? t.asks.declined(when) : t.asks.asked(when)}</span>`;
    }
    const what = permissionName(this.permission);
    const where = this.#place ? projectName(this.#place) : (session.team?.name ?? "");
    const mails = this.names ? t.asks.mails(this.names, session.me?.name ?? "", what, where) : nothing;
    if (this.shape === "entry") return html`${t.asks.ask}<span class="reason">${mails}</span>`;
    const link = this.shape === "link";
    return html`<span class=${link ? "asks deed" : "asks"}>
      <button
        type="button"
        class="link"
        part="ask"
        aria-busy=${this.busy ? "true" : nothing}
        aria-label=${link ? t.asks.askFor(what) : nothing}
        aria-describedby=${this.#id}
        @click=${this.#clicked}
      >${t.asks.ask}</button>
      <span class=${link ? "why" : "small"} id=${this.#id}>${mails}</span>
      ${this.problem ? html`<span role="alert">${this.problem}</span>` : nothing}
    </span>`;
  }

  readonly #id = `asks-${(made += 1)}`;

  readonly #clicked = (event: Event): void => {
    event.stopPropagation();
    this.ask();
  };

  /** Asks, once. */
  ask(): void {
    if (!this.busy && !this.mine) void this.#send();
  }

  async #send(): Promise<void> {
    this.busy = true;
    this.problem = "";
    const missing = { permission: this.permission, ...(this.#place ? { project: this.#place } : {}) };
    try {
      const { askedAt } = await call("post", "/api/v1/teams/{team}/asks", { path: { team: session.teamId }, body: missing, key: newKey() });
      // What was asked stands in place of the button, and so does the focus.
      if (this.contains((this.getRootNode() as Document | ShadowRoot).activeElement)) {
        this.tabIndex = -1;
        this.focus();
      }
      this.mine = { missing, askedAt, declined: false };
      toasts.say(t.asks.sent(this.names ?? []));
    } catch (error) {
      const problem = problemOf(error);
      this.problem = problemText(problem);
      if (this.shape === "entry") toasts.say(this.problem);
      if (problem.code === "already_held") await session.refresh();
    } finally {
      this.busy = false;
    }
  }
}
