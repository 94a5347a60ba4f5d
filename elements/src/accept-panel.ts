/**
 * Somebody followed an invitation and wants to know who asks them, for what, and what becomes of what they have.
 */
import { PERMISSIONS, ROLES } from "@roster/access";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "./api/client.js";
import type { InvitedAccess, JoinPreview, Problem } from "./api/types.js";
import "./parts/ask.js";
import type { Ask } from "./parts/ask.js";
import { deed } from "./parts/deed.js";
import { Island } from "./island.js";
import { day } from "./parts/format.js";
import { aboutMerging } from "./parts/merging.js";
import { waiting } from "./parts/waiting.js";
import { navigation } from "./state/navigation.js";
import { session } from "./state/session.js";
import { toasts } from "./state/toasts.js";
import { problemText, t } from "./texts/index.js";
import { language } from "./texts/language.js";

/**
 * An invitation or an invite link, for whoever follows it: who asks them, for what, what they will be able to do, what
 * becomes of their own teams; accepting, declining, another account, asking for a new one. It works for who is signed
 * out, too.
 *
 * @tag roster-accept-panel
 * @fires {CustomEvent<{ team: string }>} roster-joined - It was accepted.
 * @fires {CustomEvent<{ team: string }>} roster-declined - It was declined.
 * @fires {CustomEvent<{ token: string }>} roster-sign-in - One has to sign in first; keep the token, and come back with it.
 * @csspart title - The heading.
 * @csspart abilities - What one will be able to do.
 * @csspart accept - The button that accepts.
 * @csspart decline - The button that declines.
 */
@customElement("roster-accept-panel")
export class AcceptPanel extends Island {
  /** From the mail or the link. Without it, what stands after `#` in the address of the page. */
  @property() token = "";
  /** In place of a token: the id of an invitation to one's own address, with the team in `invitation-team`. */
  @property() invitation = "";
  /** The team that it is of. */
  @property({ attribute: "invitation-team" }) invitationTeam = "";
  @state() private preview: JoinPreview | undefined;
  /** Why it does not open for this browser, as the last try said. */
  @state() private refused: Problem | undefined;
  @state() private problem = "";
  @state() private busy = "";
  @state() private done = "";
  @query("roster-ask") private readonly ask!: Ask;
  /** From the mail or the link; empty for what is named by the list after sign-in. */
  #token = "";
  #named: { token: string } | { team: string; invitation: string } = { token: "" };
  #looked = "";
  #key = "";

  protected override willUpdate(): void {
    const listed = { team: this.invitationTeam, invitation: this.invitation };
    const token = this.token || (listed.invitation ? "" : location.hash.slice(1));
    const key = `${token} ${listed.invitation} ${session.me?.id ?? ""}`;
    if (session.stage === "loading" || this.#looked === key) return;
    this.#looked = key;
    this.#token = token;
    this.#named = token || !listed.invitation ? { token } : listed;
    this.refused = undefined;
    if (token || listed.invitation) void this.#look();
  }

  async #look(): Promise<void> {
    this.problem = "";
    try {
      // What is accepted is what was shown last: another page is another request.
      this.#key = newKey();
      this.preview = await call("post", "/api/v1/join/preview", { body: this.#named });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 401) navigation.go("sign-in", true);
      else if (problem.status === 404 || problem.status === 410) this.refused = problem;
      else this.problem = problemText(problem);
    }
  }

  /** Its heading, as soon as there is one. */
  get heading(): HTMLElement | null {
    return this.find("h1");
  }

  /** It is for those who are signed out, too. */
  protected override around(): undefined {
    return undefined;
  }

  protected override content(): TemplateResult {
    return html`<div class="stack loose">${this.#body()}</div>
      <roster-ask></roster-ask>`;
  }

  #body(): TemplateResult {
    const { preview } = this;
    if (!this.#token && !("invitation" in this.#named) && session.stage !== "loading") return this.#dead(t.join.deadTitle, t.join.none);
    if (this.done) return html`<h1 tabindex="-1" part="title">${t.join.title(preview?.team.name ?? "")}</h1><p role="status">${this.done}</p>${this.#home()}`;
    if (!preview) {
      if (this.refused) return this.#dead(t.join.deadTitle, t.join.dead[this.refused.code] ?? problemText(this.refused));
      return this.problem ? html`<h1 tabindex="-1" part="title">${t.join.deadTitle}</h1><p class="problem" role="alert">${this.problem}</p>` : waiting(3, t.join.looking);
    }
    const code = this.refused?.code ?? preview.closed?.code;
    if (code === "wrong_person") return this.#wrong(preview);
    if (code === "sign_in_as" || code === "sign_in_needed") return this.#account(preview);
    if (code !== undefined) return this.#closed(preview, code);
    return this.#open(preview);
  }

  #open(preview: JoinPreview): TemplateResult {
    const invitation = preview.kind === "invitation";
    const nobody = !preview.you && !invitation;
    const label = nobody ? t.join.signInLink : invitation ? t.join.accept : t.join.join;
    return html`${this.#about(preview)}
      <p class="problem" role="alert">${this.problem}</p>
      <div class="row">
        ${deed({ label, kind: "primary", part: "accept", busy: this.busy === "join", run: () => (nobody ? this.#signIn() : void this.#join(preview)) })}
        ${invitation ? deed({ label: t.join.decline, part: "decline", busy: this.busy === "decline", run: () => this.#decline(preview) }) : nothing}
      </div>
      ${preview.you ? html`<p class="quiet small row between">${t.join.as(preview.you.address)} ${deed({ label: t.join.switch, kind: "link", run: () => void this.#switch() })}</p>` : nothing}`;
  }

  #about(preview: JoinPreview): TemplateResult {
    return html`<div class="stack">
        <h1 tabindex="-1" part="title">${t.join.title(preview.team.name)}</h1>
        <p>${t.join.by(preview.inviter)} <strong>${preview.address ? t.join.forWhom(preview.address) : t.join.forAnyone}</strong></p>
      </div>
      ${preview.access.length > 0 ? html`<div class="preview stack tight" part="abilities">${preview.access.map((one) => abilities(one))}</div>` : nothing}
      ${aboutMerging(preview)}
      <p class="quiet">${preview.mode === "merge" ? nothing : t.join.own} ${preview.expiresAt == null ? nothing : t.join.open(day(preview.expiresAt))}</p>`;
  }

  #wrong(preview: JoinPreview): TemplateResult {
    const whom = this.refused?.address ?? preview.address ?? "";
    const me = preview.you?.address ?? session.me?.address ?? "";
    return html`<h1 tabindex="-1" part="title">${t.join.title(preview.team.name)}</h1>
      <p>${t.join.by(preview.inviter)}</p>
      <p class="notice warn" role="status">${t.join.wrong(me, whom)}</p>
      <div class="row">${deed({ label: t.join.switch, kind: "primary", icon: "swap", busy: this.busy === "switch", run: () => void this.#switch() })} ${this.#home()}</div>
      <p class="problem" role="alert">${this.problem}</p>`;
  }

  #account(preview: JoinPreview): TemplateResult {
    const whom = this.refused?.address ?? preview.address ?? "";
    return html`${this.#about(preview)} ${preview.kind === "invitation" && whom ? html`<p>${t.join.hasAccount(whom)}</p>` : nothing}
      <div class="row">
        ${deed({ label: preview.kind === "invitation" ? t.join.signIn : t.join.signInLink, kind: "primary", run: () => this.#signIn() })}
      </div>`;
  }

  #closed(preview: JoinPreview, code: string): TemplateResult {
    const member = code === "already_member";
    const into = code === "merged" ? session.me?.merged?.team.name : undefined;
    const text = into ? t.merging.elsewhere(into) : t.join.dead[code] ?? problemText(this.refused ?? { type: "", title: "", status: 0, code });
    return html`<h1 tabindex="-1" part="title">${member ? t.join.title(preview.team.name) : t.join.deadTitle}</h1>
      ${preview.team.name && !member ? html`<p class="quiet">${t.join.title(preview.team.name)}</p>` : nothing}
      <p role="status">${text}</p>
      <p class="problem" role="alert">${this.problem}</p>
      <div class="row">
        ${preview.closed?.askAgain ? deed({ label: t.join.ask, kind: "primary", icon: "mail", busy: this.busy === "ask", run: () => void this.#askAgain() }) : nothing}
        ${into ? html`<a class="button primary" href=${navigation.href("parked") ?? nothing}>${t.merging.toParked}</a>` : nothing} ${this.#home()}
      </div>`;
  }

  #dead(title: string, text: string): TemplateResult {
    return html`<h1 tabindex="-1" part="title">${title}</h1><p role="status">${text}</p><div>${this.#home()}</div>`;
  }

  #home(): TemplateResult | typeof nothing {
    const href = navigation.href("home");
    return href === undefined ? nothing : html`<a class="button" href=${href}>${t.join.home}</a>`;
  }

  #join(preview: JoinPreview): Promise<void> {
    return this.#try("join", async () => {
      const body = { ...this.#named, language: language(), mode: preview.mode, parks: preview.parks.map((team) => team.id) };
      const joined = await call("post", "/api/v1/join", { body, key: this.#key });
      this.tell("roster-joined", { team: joined.team });
      if (joined.newcomer || !session.me) await session.load();
      await session.reread(joined.team);
      toasts.say(joined.nothingNew ? t.join.nothingNew : t.join.joined(preview.team.name));
      navigation.go("home", true);
    });
  }

  #decline(preview: JoinPreview): void {
    const team = preview.team.name;
    const run = async (): Promise<void> => {
      await call("post", "/api/v1/join/decline", { body: this.#named });
      this.tell("roster-declined", { team: preview.team.id });
      this.done = t.join.declined(team);
    };
    this.ask.ask({ title: t.join.declineTitle, text: t.join.declineText(team), yes: t.join.decline, danger: true, run });
  }

  #signIn(): void {
    this.tell("roster-sign-in", { token: this.#token });
    navigation.go("sign-in");
  }

  /** Signs out. Where the mail itself proves the mailbox, that is enough; else a sign-in brings one back here. */
  #switch(): Promise<void> {
    return this.#try("switch", async () => {
      await session.signOut();
      this.#looked = `${this.#token}  `;
      this.refused = undefined;
      await this.#look();
      const code = this.preview?.closed?.code;
      if (this.preview?.kind === "link" || code === "sign_in_as" || code === "sign_in_needed") this.#signIn();
    });
  }

  #askAgain(): Promise<void> {
    return this.#try("ask", async () => {
      await call("post", "/api/v1/join/ask", { body: { token: this.#token } });
      this.done = t.join.asked;
    });
  }

  async #try(busy: string, work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = busy;
    this.problem = "";
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      const turns = problem.status === 401 || problem.status === 410 || problem.code === "wrong_person" || problem.code === "barred";
      if (problem.code === "changed") {
        await this.#look();
        this.problem = t.merging.changed;
      } else if (turns) this.refused = problem;
      else this.problem = problemText(problem);
    } finally {
      this.busy = "";
    }
  }
}

/** What one will be able to do at a place, in words. */
function abilities(one: InvitedAccess): TemplateResult {
  const role = ROLES.find((known) => known.id === one.grant.role);
  const ids: ReadonlySet<string> = new Set(role ? role.permissions : (one.grant.permissions ?? []));
  const marks = PERMISSIONS.filter((mark) => mark.shipped && ids.has(mark.id));
  const name = role ? t.rules.role(role.id).label : one.roleName;
  return html`<div>
    <h2>${one.projectName ?? t.join.everywhere}${name ? html`: ${name}` : nothing}</h2>
    <p class="quiet">${t.join.youCan}:</p>
    <ul class="abilities">
      ${marks.map((mark) => html`<li><roster-icon name="check"></roster-icon>${t.rules.permission(mark.id).label}</li>`)}
    </ul>
    ${one.grant.until == null ? nothing : html`<p>${t.join.until(day(one.grant.until))}</p>`}
  </div>`;
}
