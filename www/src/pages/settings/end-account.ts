/**
 * The person wants to be gone from here, and to know first what that means for them and for those they worked with.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query } from "lit/decorators.js";
import { call } from "@roster/elements/api/client.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { router } from "../../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { t } from "../../texts/index.js";

@customElement("roster-end-account")
export class EndAccount extends Part {
  @query("roster-ask") private readonly ask!: Ask;
  readonly #watch = new Watch(this, [session]);

  protected override render(): TemplateResult {
    const { me } = session;
    if (!me) return html``;
    const owned = [...me.teams.filter((team) => team.owner), ...(me.merged?.parked ?? [])].map((team) => team.name);
    const others = me.teams.filter((team) => !team.owner).map((team) => team.name);
    const denied = owned.length > 0 ? t.ending.ownsFirst(owned) : undefined;
    return html`<section class="card stack danger-zone" aria-labelledby="end-account">
        <h2 id="end-account">${t.ending.account}</h2>
        <p>${t.ending.accountLead}</p>
        <ul>
          ${t.ending.accountMeans.map((line) => html`<li>${line}</li>`)}
        </ul>
        ${others.length > 0 ? html`<p>${t.ending.leaves(others)}</p>` : nothing}
        ${denied ? html`<p>${denied}</p>` : nothing}
        <div>${deed({ label: t.ending.account, kind: "danger", icon: "trash", denied, run: () => this.#ask(me.address) })}</div>
      </section>
      <roster-ask></roster-ask>`;
  }

  #ask(address: string): void {
    const same = (typed: string): boolean => typed.toLowerCase() === address.toLowerCase();
    const run = async (typed: string): Promise<void> => {
      await call("delete", "/api/v1/me", { body: { address: typed } });
      session.ended();
      router.go("/sign-in");
      toasts.say(t.ending.accountDone);
    };
    const { accountTitle: title, accountField: label, accountYes: yes, differs } = t.ending;
    const field = { label, wrong: (typed: string) => (same(typed) ? undefined : differs) };
    this.ask.ask({ title, text: t.ending.accountText(address), yes, danger: true, field, run });
  }
}
