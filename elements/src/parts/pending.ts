/**
 * Who has not come yet, and why? The person wants to nudge them, or to take back what was sent by mistake.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, newKey, problemOf } from "../api/client.js";
import type { Invitation, Problem } from "../api/types.js";
import { roster } from "../state/roster.js";
import { session } from "../state/session.js";
import { toasts } from "../state/toasts.js";
import { Watch } from "../state/watch.js";
import { t } from "../texts/index.js";
import "./ask.js";
import type { Ask } from "./ask.js";
import { askCap } from "./cap.js";
import { copy } from "./clipboard.js";
import { deed } from "./deed.js";
import { Part } from "./element.js";
import { FewFirst } from "./few-first.js";
import { goOn } from "./focus.js";
import { ago, day, moment } from "./format.js";
import { menu } from "./menu.js";
import type { PendingDialog } from "./pending-dialog.js";
import { phraseOf } from "./phrase.js";
import { trouble } from "./trouble.js";
import { waiting } from "./waiting.js";
import { whom } from "./whom.js";

@customElement("roster-pending")
export class Pending extends Part {
  @state() private problem: Problem | undefined;
  @state() private busy = "";
  @query("roster-pending-dialog") private readonly dialog!: PendingDialog;
  @query("roster-ask") private readonly ask!: Ask;
  readonly #few = new FewFirst(this);
  readonly #watch = new Watch(this, [session, roster]);

  protected override render(): TemplateResult {
    const { invitations } = roster;
    return html`<section class="stack" aria-labelledby="pending-title">
        <h2 id="pending-title">${t.pending.title}</h2>
        ${trouble(this.problem, "pending-problem")}
        ${invitations === undefined ? waiting(2, t.loading) : this.#list(invitations)}
        ${roster.nextInvitations ? html`<p>${deed({ label: t.more, run: () => void goOn(this, "tbody tr", () => this.#try("", () => roster.more())) })}</p>` : nothing}
      </section>
      <roster-pending-dialog></roster-pending-dialog>
      <roster-ask></roster-ask>`;
  }

  #list(invitations: readonly Invitation[]): TemplateResult {
    if (invitations.length === 0) return html`<p class="quiet">${t.pending.empty}</p>`;
    const head = [t.pending.address, t.pending.access, t.pending.by, t.pending.sent, t.pending.expires];
    return html`<table class="table" role="table" aria-labelledby="pending-title">
      <thead role="rowgroup">
        <tr role="row">
          ${head.map((one) => html`<th role="columnheader" scope="col">${one}</th>`)}
          <th role="columnheader" scope="col"><span class="hidden-text">${t.team.actions}</span></th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${this.#few.of(invitations).map((one) => this.#row(one))}
      </tbody>
    </table>`;
  }

  #row(one: Invitation): TemplateResult {
    const now = session.rules?.now() ?? Date.now();
    const waits = one.mailAt != null && one.mailAt > now;
    return html`<tr role="row">
      <td role="cell">
        <span class="person"><span class="names"><strong>${whom(one)}</strong>
          ${waits ? html`<span>${t.pending.mailAt(moment(one.mailAt ?? 0))}</span>` : nothing}
          ${one.undelivered ? html`<span class="tag warn">${t.pending.undelivered}</span>` : nothing}
          ${one.address == null ? html`<span>${t.editPending.colleague}</span>` : nothing}
        </span></span>
      </td>
      <td role="cell">${phraseOf({ id: one.id, access: one.access })}</td>
      <td role="cell" class="quiet" data-label=${t.pending.by}>${one.sentBy.name}</td>
      <td role="cell" class="quiet" data-label=${t.pending.sent}>${ago(one.sentAt, now)}</td>
      <td role="cell" class="quiet" data-label=${t.pending.expires}>${this.#end(one)}</td>
      <td role="cell" class="actions">${this.#actions(one)}</td>
    </tr>`;
  }

  #end(one: Invitation): TemplateResult {
    if (one.needsSender) return html`<span class="tag warn">${t.pending.needsSender}</span>`;
    if (one.expired) return html`<span class="tag warn">${t.pending.expired}</span>`;
    return html`${day(one.expiresAt)}`;
  }

  #actions(one: Invitation): TemplateResult {
    const stale = one.expired || one.needsSender;
    const { address } = one;
    const again = (): void => void this.#resend(one);
    return html`<span class="row end">
      ${stale ? deed({ label: t.pending.again, busy: this.busy === one.id, run: again }) : nothing}
      ${menu(t.pending.more(whom(one)), [
        stale ? undefined : { label: t.pending.resend, icon: "send", run: again },
        address ? { label: t.pending.copy, icon: "copy", run: () => void copy(address) } : undefined,
        { label: t.editPending.edit, icon: "pencil", run: () => void this.#edit(one) },
        { label: t.pending.remove, icon: "trash", danger: true, run: () => this.#withdraw(one) },
      ])}
    </span>`;
  }

  async #edit(one: Invitation): Promise<void> {
    await import("./pending-dialog.js");
    await this.updateComplete;
    this.dialog.show(one, whom(one));
  }

  #resend(one: Invitation, raiseCap?: number): Promise<void> {
    const path = { team: session.teamId, invitation: one.id };
    const body = raiseCap === undefined ? {} : { raiseCap };
    return this.#try(one.id, async () => {
      await call("post", "/api/v1/teams/{team}/invitations/{invitation}/resend", { path, body, key: newKey() });
      toasts.say(t.pending.resent(whom(one)));
      await roster.refresh();
    }, (cap) => this.#resend(one, cap));
  }

  #withdraw(one: Invitation): void {
    const path = { team: session.teamId, invitation: one.id };
    const run = async (): Promise<void> => {
      await call("delete", "/api/v1/teams/{team}/invitations/{invitation}", { path });
      toasts.say(t.pending.removed(whom(one)));
      await roster.refresh();
    };
    const title = t.pending.removeTitle(whom(one));
    this.ask.ask({ title, text: t.pending.removeText, yes: t.pending.removeYes, danger: true, run });
  }

  async #try(busy: string, work: () => Promise<void>, withCap?: (cap: number) => Promise<void>): Promise<void> {
    this.busy = busy;
    this.problem = undefined;
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      if (!withCap || !askCap(this.ask, problem, withCap)) this.problem = problem;
    } finally {
      this.busy = "";
    }
  }
}
