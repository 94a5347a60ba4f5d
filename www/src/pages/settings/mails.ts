/**
 * Which mails do I want? The person turns off what they read in the page anyway. What matters always comes.
 */
import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { Problem } from "@roster/elements/api/types.js";
import { Part } from "@roster/elements/parts/element.js";
import { trouble } from "@roster/elements/parts/trouble.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { t } from "../../texts/index.js";

const SWITCHES = ["asks", "verdicts", "seats"] as const;

@customElement("roster-mails")
export class Mails extends Part {
  @state() private problem: Problem | undefined;
  readonly #watch = new Watch(this, [session]);

  protected override render(): TemplateResult {
    const off = session.me?.mailsOff ?? [];
    return html`<section class="card stack" aria-labelledby="mails">
      <h2 id="mails">${t.account.mails}</h2>
      <p>${t.account.mailsText}</p>
      <div class="stack tight">
        ${SWITCHES.map(
          (one) => html`<div class="check">
            <input type="checkbox" id="mail-${one}" .checked=${!off.includes(one)} @change=${(event: Event) => void this.#set(one, event)} />
            <label for="mail-${one}">${t.account.mail[one]}</label>
          </div>`,
        )}
      </div>
      ${trouble(this.problem, "mails-problem")}
    </section>`;
  }

  /** At once; what the edge does not take is taken back. */
  async #set(one: string, event: Event): Promise<void> {
    const box = event.target as HTMLInputElement;
    const others = (session.me?.mailsOff ?? []).filter((other) => other !== one);
    this.problem = undefined;
    try {
      await call("put", "/api/v1/me/mails", { body: { off: box.checked ? others : [...others, one] } });
      await session.reread();
      toasts.say(t.settings.saved);
    } catch (error) {
      box.checked = !box.checked;
      this.problem = problemOf(error);
    }
  }
}
