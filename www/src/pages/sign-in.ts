/**
 * The person wants to be in, with nothing but their mailbox, and back where they were going.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { Challenge, SignedIn } from "@roster/elements/api/types.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { router } from "../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { wasSignedIn } from "../state/host.js";
import { forgetChallenge, pendingChallenge, rememberChallenge } from "../state/challenge.js";
import { pendingJoin } from "../state/invitation.js";
import { problemText, t } from "../texts/index.js";
import { language } from "../texts/language.js";

/** Another mail can be asked for after this many seconds. */
const PAUSE = 30;

@customElement("roster-sign-in")
export class SignIn extends Part {
  @state() private challenge: Challenge | undefined;
  @state() private confirm: string | undefined;
  @state() private problem = "";
  @state() private busy = false;
  @state() private wait = 0;
  #address = "";
  #token = "";
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#token = router.route.page === "sign-in" ? location.hash.slice(1) : "";
    if (this.#token) {
      history.replaceState(null, "", location.pathname + location.search);
      void this.#follow(false);
      return;
    }
    const again = router.query("code") !== undefined;
    if (session.stage === "in" && !again && router.route.page === "sign-in") this.#leave();
    else this.#resume(again);
  }

  /** Goes on where a reload broke off, or with one's own address when a code is asked for once more. */
  #resume(again: boolean): void {
    const asked = pendingChallenge();
    this.#address = asked?.address ?? (again || session.over ? session.me?.address : undefined) ?? "";
    this.challenge = asked?.challenge;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override render(): TemplateResult {
    return html`<div class="card narrow stack">
      <div class="brand"><img src="/icon.svg" alt="" width="28" height="28" />${t.product}</div>
      ${this.confirm ? this.#confirming(this.confirm) : this.challenge ? this.#coding(this.challenge) : this.#asking()}
    </div>`;
  }

  #asking(): TemplateResult {
    const lead = session.over ? t.signIn.overLead : pendingJoin() ? t.signIn.forJoin : router.query("code") ? t.signIn.forCode : wasSignedIn() ? t.signIn.ended : t.signIn.lead;
    return html`<form class="stack" novalidate @submit=${this.#ask}>
      <h1 tabindex="-1">${session.over ? t.signIn.over : t.signIn.title}</h1>
      <p class="quiet">${this.busy && this.#token ? t.signIn.link : lead}</p>
      <div class="field">
        <label for="address">${t.signIn.email}</label>
        <input
          id="address"
          name="address"
          type="email"
          autocomplete="email"
          .value=${this.#address}
          aria-invalid=${this.problem ? "true" : nothing}
          aria-describedby="problem"
          autofocus
        />
        ${this.#trouble()}
      </div>
      ${deed({ label: t.signIn.send, kind: "primary", submit: true, busy: this.busy, run: () => undefined })}
    </form>`;
  }

  #coding(challenge: Challenge): TemplateResult {
    return html`<form class="stack" novalidate @submit=${this.#enter}>
      <h1 tabindex="-1">${t.signIn.title}</h1>
      <p role="status">${t.signIn.sent(challenge.address)}</p>
      <div class="field">
        <label for="code">${t.signIn.code}</label>
        <input
          id="code"
          name="code"
          class="code"
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength="12"
          aria-invalid=${this.problem ? "true" : nothing}
          aria-describedby="problem"
        />
        ${this.#trouble()}
      </div>
      ${deed({ label: t.signIn.signIn, kind: "primary", submit: true, busy: this.busy, run: () => undefined })}
      <div class="row between quiet">
        ${this.wait > 0
          ? html`<span>${t.signIn.againIn(this.wait)}</span>`
          : deed({ label: t.signIn.again, kind: "link", run: () => void this.#send(this.#address) })}
        ${deed({ label: t.signIn.other, kind: "link", run: () => this.#restart() })}
      </div>
    </form>`;
  }

  #confirming(address: string): TemplateResult {
    return html`<div class="stack">
      <h1 tabindex="-1">${t.signIn.title}</h1>
      <p>${t.signIn.confirm(address)}</p>
      ${this.#trouble()}
      <div class="row">
        ${deed({ label: t.signIn.confirmYes, kind: "primary", busy: this.busy, run: () => void this.#follow(true) })}
        ${deed({ label: t.signIn.confirmNo, run: () => this.#restart() })}
      </div>
    </div>`;
  }

  #trouble(): TemplateResult {
    return html`<p id="problem" class="problem" role="alert">${this.problem}</p>`;
  }

  #ask(event: Event): void {
    event.preventDefault();
    const address = this.querySelector<HTMLInputElement>("#address")?.value.trim() ?? "";
    if (!address) this.problem = t.signIn.needed;
    else void this.#send(address);
  }

  async #send(address: string): Promise<void> {
    this.#address = address;
    await this.#try(async () => {
      this.challenge = await call("post", "/api/v1/sign-in", { body: { address, language: language() } });
      rememberChallenge({ challenge: this.challenge, address });
      this.#count();
      await this.updateComplete;
      this.querySelector<HTMLInputElement>("#code")?.focus();
    });
  }

  #enter(event: Event): void {
    event.preventDefault();
    const code = this.querySelector<HTMLInputElement>("#code")?.value.replace(/\D/g, "") ?? "";
    const { challenge } = this;
    if (code.length !== 8 || !challenge) {
      this.problem = t.signIn.codeNeeded;
      return;
    }
    const body = { challenge: challenge.challenge, code };
    void this.#try(async () => this.#done(await call("post", "/api/v1/sign-in/code", { body })));
  }

  #follow(confirmed: boolean): Promise<void> {
    const body = { token: this.#token, confirmed };
    return this.#try(async () => this.#done(await call("post", "/api/v1/sign-in/link", { body })));
  }

  async #done(signed: SignedIn): Promise<void> {
    if (signed.confirm) {
      this.confirm = signed.confirm;
      return;
    }
    forgetChallenge();
    // Over what was shown: that goes on.
    const { over } = session;
    await session.load();
    if (!over) this.#leave();
  }

  /** To the invitation that waits, to where the person was going, or home. */
  #leave(): void {
    const waits = pendingJoin();
    const then = router.query("then");
    if (waits) router.replace(waits);
    else if (then?.startsWith("/") && !then.startsWith("//")) router.replace(then);
    else if (router.route.page === "sign-in") router.replace("/");
  }

  async #try(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = "";
    try {
      await work();
    } catch (error) {
      this.problem = problemText(problemOf(error));
    } finally {
      this.busy = false;
    }
  }

  #restart(): void {
    forgetChallenge();
    this.challenge = undefined;
    this.confirm = undefined;
    this.problem = "";
    void this.updateComplete.then(() => this.querySelector<HTMLInputElement>("#address")?.focus());
  }

  #count(): void {
    clearInterval(this.#timer);
    this.wait = PAUSE;
    this.#timer = setInterval(() => {
      this.wait -= 1;
      if (this.wait <= 0) clearInterval(this.#timer);
    }, 1_000);
  }
}
