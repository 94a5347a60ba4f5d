/**
 * The owner wants to give this project away: to see what that means before anything happens, and to take the offer back
 * while nobody has confirmed it.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "@roster/elements/api/client.js";
import type { Handover, Problem, Project } from "@roster/elements/api/types.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import "../styles/handover.css";
import { problemText, t } from "../texts/index.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { day, moment } from "@roster/elements/parts/format.js";
import { modal } from "@roster/elements/parts/modal.js";
import { trouble } from "@roster/elements/parts/trouble.js";

type Offer = NonNullable<Handover["offer"]>;

@customElement("roster-handover")
export class HandOver extends Part {
  @property({ attribute: false }) project: Project | undefined;
  @state() private known: Handover | undefined;
  @state() private open = false;
  @state() private busy = false;
  @state() private address = "";
  @state() private typed = "";
  @state() private problem: Problem | undefined;
  readonly #watch = new Watch(this, [session]);
  #loaded = "";
  #key = newKey();

  protected override willUpdate(): void {
    const key = `${session.teamId} ${this.project?.id ?? ""} ${session.rules?.snapshot?.version ?? 0}`;
    if (!this.project || this.#loaded === key) return;
    this.#loaded = key;
    void this.#load();
  }

  get #path(): { team: string; project: string } {
    return { team: session.teamId, project: this.project?.id ?? "" };
  }

  async #load(): Promise<void> {
    try {
      this.known = await call("get", "/api/v1/teams/{team}/projects/{project}/handover", { path: this.#path });
    } catch (error) {
      this.problem = problemOf(error);
      this.#loaded = "";
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { known, project } = this;
    if (!project || !known) return nothing;
    return html`<section class="stack handing-over" aria-labelledby="handover">
        <h2 id="handover">${t.handover.title}</h2>
        ${known.offer?.state === "open" ? this.#waiting(known.offer) : this.#offer(known)}
        ${this.open ? nothing : trouble(this.problem, "handover-problem")}
      </section>
      ${modal({ label: t.handover.dialog(project.name), open: this.open, closed: () => (this.open = false), body: this.#form(project, known) })}`;
  }

  #waiting(offer: Offer): TemplateResult {
    return html`<div class="notice row between" role="status">
      <span class="names">
        <span>${t.handover.waiting(offer.address, day(offer.expiresAt))}</span>
        ${offer.mailAt == null ? nothing : html`<span>${t.pending.mailAt(moment(offer.mailAt))}</span>`}
        ${offer.undelivered ? html`<span><span class="tag warn">${t.pending.undelivered}</span></span>` : nothing}
      </span>
      <span class="row">
        ${this.#again(offer, t.pending.resend)}
        ${deed({ label: t.handover.withdraw, name: t.handover.withdrawName(offer.address), busy: this.busy, run: () => void this.#withdraw(offer.id) })}
      </span>
    </div>`;
  }

  #again(offer: Offer, label: string): TemplateResult {
    return deed({ label, name: t.handover.resendName(label, offer.address), icon: "send", busy: this.busy, run: () => void this.#resend(offer) });
  }

  #offer(known: Handover): TemplateResult {
    const { offer } = known;
    const before = offer && t.handover.states[offer.state]?.(offer.address);
    return html`<p class="quiet">${t.handover.lead}</p>
      ${before ? html`<div class="notice row between"><span>${before}</span>${offer?.state === "declined" ? nothing : this.#again(offer as Offer, t.pending.again)}</div>` : nothing}
      <div>${deed({ label: t.handover.open, icon: "swap", denied: known.limit ? limitText(known.limit) : undefined, run: () => this.#show() })}</div>`;
  }

  #show(): void {
    this.problem = undefined;
    this.address = "";
    this.typed = "";
    this.#key = newKey();
    this.open = true;
  }

  #form(project: Project, known: Handover): TemplateResult {
    const own = this.problem?.code === "already_held";
    const ofAddress = own || this.problem?.field === "address" || this.problem?.code.startsWith("address_") === true;
    const addressProblem = !this.problem || !ofAddress ? "" : own ? t.handover.yours : problemText(this.problem);
    const right = this.typed.trim() === project.name;
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      ${consequences(known)}
      <div class="field">
        <label for="handover-address">${t.handover.address}</label>
        <input
          id="handover-address"
          type="email"
          name="email"
          autocomplete="off"
          autofocus
          .value=${this.address}
          aria-invalid=${addressProblem ? "true" : nothing}
          aria-describedby="handover-address-problem handover-hint"
          @input=${(event: Event) => (this.address = (event.target as HTMLInputElement).value)}
        />
        <p id="handover-address-problem" class="problem" role="alert">${addressProblem}</p>
        <p id="handover-hint" class="quiet small">${t.handover.hint}</p>
      </div>
      <div class="field">
        <label for="handover-name">${t.handover.type(project.name)}</label>
        <input id="handover-name" autocomplete="off" .value=${this.typed} @input=${(event: Event) => (this.typed = (event.target as HTMLInputElement).value)} />
      </div>
      ${this.problem?.code === "limit_reached"
        ? html`<p class="problem" role="alert">${limitText(this.problem.field ?? "")}</p>`
        : trouble(ofAddress ? undefined : this.problem, "handover-dialog-problem")}
      <div class="row end">
        ${deed({ label: t.cancel, run: () => (this.open = false) })}
        ${deed({ label: t.handover.yes, kind: "danger", submit: true, busy: this.busy, denied: right ? undefined : t.handover.mismatch, run: () => undefined })}
      </div>
    </form>`;
  }

  #submit(event: Event): void {
    event.preventDefault();
    if (this.typed.trim() === this.project?.name && !this.busy) void this.#send();
  }

  async #send(): Promise<void> {
    const address = this.address.trim();
    await this.#try(async () => {
      await call("post", "/api/v1/teams/{team}/projects/{project}/handover", { path: this.#path, body: { address }, key: this.#key });
      this.open = false;
      toasts.say(t.handover.sent(address));
    });
    if (this.problem) this.#key = newKey();
  }

  #resend(offer: Offer): Promise<void> {
    return this.#try(async () => {
      await call("post", "/api/v1/teams/{team}/handovers/{handover}/resend", { path: { team: session.teamId, handover: offer.id }, key: newKey() });
      toasts.say(t.pending.resent(offer.address));
    });
  }

  #withdraw(handover: string): Promise<void> {
    return this.#try(async () => {
      await call("delete", "/api/v1/teams/{team}/handovers/{handover}", { path: { team: session.teamId, handover } });
      toasts.say(t.handover.withdrawn);
    });
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.busy = false;
    }
    // What was refused may have been answered meanwhile.
    if (!this.problem || this.problem.status === 410 || this.problem.status === 409) await this.#load();
  }
}

/** Why it cannot be moved, and what to do. */
function limitText(limit: string): string {
  return t.handover.limits[limit] ?? problemText({ type: "", title: "", status: 409, code: "limit_reached" });
}

/** Who loses what, and what goes. */
function consequences(known: Handover): TemplateResult {
  const lines = [
    t.handover.moves(known.posts, known.images),
    t.handover.everybody(session.team?.name ?? ""),
    ...(known.people > 0 ? [t.handover.people(known.people)] : []),
    ...(known.invitations > 0 ? [t.handover.invited(known.invitations)] : []),
    t.handover.ways,
    t.handover.stays,
  ];
  return html`<section class="notice warn stack tight" aria-labelledby="handover-what">
    <h3 id="handover-what">${t.handover.what}</h3>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
    <p><strong>${t.handover.final}</strong></p>
  </section>`;
}
