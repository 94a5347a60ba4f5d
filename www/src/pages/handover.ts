/**
 * Somebody was offered a project and wants to know from whom, what comes with it and what does not, and to choose the
 * team of theirs that takes it.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "@roster/elements/api/client.js";
import type { HandoverPreview, MyTeam, Problem } from "@roster/elements/api/types.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { day } from "@roster/elements/parts/format.js";
import { waiting } from "@roster/elements/parts/waiting.js";
import { forgetJoin, rememberJoin } from "../state/invitation.js";
import { router } from "../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import "../styles/handover.css";
import { problemText, t } from "../texts/index.js";

@customElement("roster-take-over")
export class TakeOverPage extends Part {
  @state() private preview: HandoverPreview | undefined;
  /** Why it does not open for this browser, as the last try said. */
  @state() private refused: Problem | undefined;
  @state() private problem = "";
  @state() private nameProblem = "";
  @state() private busy = "";
  @state() private done = "";
  @state() private into = "";
  @state() private name = "";
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session]);
  #token = "";
  #named: { token: string } | { team: string; handover: string } = { token: "" };
  #looked = "";
  #key = newKey();
  #teamKey = newKey();

  protected override willUpdate(): void {
    const token = location.hash.slice(1);
    const listed = { team: router.query("team") ?? "", handover: router.query("handover") ?? "" };
    const key = `${token} ${listed.handover} ${session.me?.id ?? ""}`;
    if (session.stage === "loading" || this.#looked === key) return;
    this.#looked = key;
    this.#token = token;
    this.#named = token || !listed.handover ? { token } : listed;
    this.refused = undefined;
    if (token || listed.handover) void this.#look();
  }

  async #look(): Promise<void> {
    this.problem = "";
    try {
      this.preview = await call("post", "/api/v1/handover/preview", { body: this.#named });
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status === 401) router.replace("/sign-in");
      else if (problem.status === 404 || problem.status === 410) this.refused = problem;
      else this.problem = problemText(problem);
    }
  }

  /** The teams of one's own that are within reach. */
  get #teams(): readonly MyTeam[] {
    return session.me?.merged ? [] : (session.me?.teams ?? []).filter((team) => team.owner);
  }

  protected override render(): TemplateResult {
    return html`<div class="card wide stack loose">
        <div class="brand"><img src="/icon.svg" alt="" width="28" height="28" />${t.product}</div>
        ${this.#body()}
      </div>
      <roster-ask></roster-ask>`;
  }

  #body(): TemplateResult {
    const { preview } = this;
    if (!this.#token && !("handover" in this.#named) && session.stage !== "loading") return this.#dead(t.handover.none);
    if (this.done) return html`<h1 tabindex="-1">${preview?.projectName ?? ""}</h1><p role="status">${this.done}</p>${this.#home()}`;
    if (!preview) {
      if (this.refused) return this.#dead(t.handover.dead[this.refused.code] ?? problemText(this.refused));
      return this.problem ? html`<h1 tabindex="-1">${t.join.deadTitle}</h1><p class="problem" role="alert">${this.problem}</p>` : waiting(3, t.handover.looking);
    }
    const code = this.refused?.code ?? preview.closed;
    if (code === "wrong_person") return this.#wrong(preview);
    if (code === "sign_in_needed") return this.#account(preview);
    if (code != null) return this.#dead(t.handover.dead[code] ?? problemText({ type: "", title: "", status: 0, code }));
    return this.#open(preview);
  }

  #about(preview: HandoverPreview): TemplateResult {
    return html`<div class="stack">
        <h1 tabindex="-1">${t.handover.take(preview.projectName)}</h1>
        <p>${t.handover.by(preview.sender, preview.team.name)} <strong>${t.join.forWhom(preview.address)}</strong></p>
      </div>
      <section class="preview stack tight" aria-labelledby="get">
        <h2 id="get">${t.handover.get}</h2>
        <ul class="abilities">
          <li><roster-icon name="check"></roster-icon>${t.handover.gets(preview.posts, preview.images)}</li>
          <li><roster-icon name="check"></roster-icon>${t.handover.alone}</li>
        </ul>
      </section>
      <p class="quiet">${t.join.open(day(preview.expiresAt))}</p>`;
  }

  #open(preview: HandoverPreview): TemplateResult {
    const merged = session.me?.merged?.team.name;
    if (merged) {
      return html`${this.#about(preview)}
        <p class="notice warn">${t.handover.merged(merged)}</p>
        <div class="row"><a class="button primary" href="/settings">${t.merging.toParked}</a> ${this.#home()}</div>`;
    }
    return html`${this.#about(preview)}
      <form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, preview)}>
        ${this.#teams.length > 0 ? this.#choice(this.#teams) : this.#newTeam()}
        <p class="notice warn">${t.handover.yourFinal}</p>
        <p class="problem" role="alert">${this.problem}</p>
        <div class="row">
          ${deed({ label: t.handover.accept, kind: "primary", submit: true, busy: this.busy === "accept", run: () => undefined })}
          ${deed({ label: t.handover.decline, busy: this.busy === "decline", run: () => this.#decline(preview) })}
        </div>
      </form>
      ${preview.you ? html`<p class="quiet small row between">${t.join.as(preview.you.address)} ${deed({ label: t.join.switch, kind: "link", run: () => void this.#switch() })}</p>` : nothing}`;
  }

  #choice(teams: readonly MyTeam[]): TemplateResult {
    const chosen = this.#chosen(teams);
    return html`<div class="field">
      <label for="into">${t.handover.into}</label>
      <select id="into" @change=${(event: Event) => (this.into = (event.target as HTMLSelectElement).value)}>
        ${teams.map((team) => html`<option value=${team.id} ?selected=${team.id === chosen}>${team.name}</option>`)}
      </select>
    </div>`;
  }

  #chosen(teams: readonly MyTeam[]): string | undefined {
    return (teams.find((team) => team.id === this.into) ?? teams[0])?.id;
  }

  #newTeam(): TemplateResult {
    return html`<p>${t.handover.noTeam}</p>
      <div class="field">
        <label for="team-name">${t.handover.teamName}</label>
        <input
          id="team-name"
          autocomplete="organization"
          .value=${this.name}
          aria-invalid=${this.nameProblem ? "true" : nothing}
          aria-describedby="team-name-problem"
          @input=${(event: Event) => (this.name = (event.target as HTMLInputElement).value)}
        />
        <p id="team-name-problem" class="problem" role="alert">${this.nameProblem}</p>
      </div>`;
  }

  #wrong(preview: HandoverPreview): TemplateResult {
    const whom = this.refused?.address ?? preview.address;
    const me = preview.you?.address ?? session.me?.address ?? "";
    return html`<h1 tabindex="-1">${t.handover.take(preview.projectName)}</h1>
      <p class="notice warn" role="status">${t.join.wrong(me, whom)}</p>
      <div class="row">${deed({ label: t.join.switch, kind: "primary", icon: "swap", busy: this.busy === "switch", run: () => void this.#switch() })} ${this.#home()}</div>
      <p class="problem" role="alert">${this.problem}</p>`;
  }

  #account(preview: HandoverPreview): TemplateResult {
    return html`${this.#about(preview)}
      <p>${t.handover.account(preview.address)}</p>
      <div class="row">${deed({ label: t.handover.signIn, kind: "primary", run: () => this.#signIn() })}</div>`;
  }

  #dead(text: string): TemplateResult {
    return html`<h1 tabindex="-1">${t.join.deadTitle}</h1><p role="status">${text}</p><div>${this.#home()}</div>`;
  }

  #home(): TemplateResult {
    return html`<a class="button" href="/">${t.join.home}</a>`;
  }

  #submit(event: Event, preview: HandoverPreview): void {
    event.preventDefault();
    void this.#try("accept", () => this.#accept(preview));
  }

  async #accept(preview: HandoverPreview): Promise<void> {
    let into = this.#chosen(this.#teams);
    if (into === undefined) {
      const made = await call("post", "/api/v1/teams", { body: { name: this.name }, key: this.#teamKey });
      into = made.team;
      this.into = into;
      await session.reread();
    }
    const { project } = await call("post", "/api/v1/handover", { body: { ...this.#named, into }, key: this.#key });
    forgetJoin();
    await session.reread(into);
    toasts.say(t.handover.accepted(preview.projectName, session.team?.name ?? ""));
    router.replace(`/projects/${project}`);
  }

  #decline(preview: HandoverPreview): void {
    const run = async (): Promise<void> => {
      await call("post", "/api/v1/handover/decline", { body: this.#named });
      forgetJoin();
      this.done = t.handover.declined;
      await session.reread().catch(() => undefined);
    };
    this.ask.ask({ title: t.handover.declineTitle, text: t.handover.declineText(preview.sender), yes: t.handover.decline, danger: true, run });
  }

  #signIn(): void {
    rememberJoin(this.#token);
    router.go("/sign-in");
  }

  #switch(): Promise<void> {
    return this.#try("switch", async () => {
      rememberJoin(this.#token);
      await session.signOut();
      router.go("/sign-in");
    });
  }

  async #try(busy: string, work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = busy;
    this.problem = "";
    this.nameProblem = "";
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      // Another try is another request, unless nothing came back.
      if (problem.status > 0) [this.#key, this.#teamKey] = [newKey(), newKey()];
      if (problem.field === "name") this.nameProblem = problemText(problem);
      else if (problem.status === 401 || problem.status === 410 || problem.code === "wrong_person") this.refused = problem;
      else this.problem = t.handover.limits[problem.field ?? ""] ?? problemText(problem);
    } finally {
      this.busy = "";
    }
  }
}
