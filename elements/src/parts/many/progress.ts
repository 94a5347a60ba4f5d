/**
 * How far many invitations have come, and what became of each. The person may leave, come back, and try those again
 * that were refused.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { batch, type BatchRow } from "../../state/batch.js";
import { session } from "../../state/session.js";
import { Watch } from "../../state/watch.js";
import { problemText, t } from "../../texts/index.js";
import { deed } from "../deed.js";
import { Part } from "../element.js";
import { moment } from "../format.js";

/** What went wrong stands where it is seen. */
const refusedFirst = (a: BatchRow, b: BatchRow): number => Number(b.fate === "refused") - Number(a.fate === "refused");

@customElement("roster-progress")
export class Progress extends Part {
  readonly #watch = new Watch(this, [batch, session]);

  protected override render(): TemplateResult | typeof nothing {
    if (!batch.here) return nothing;
    const { rows, done, running, stopped } = batch;
    const refused = rows.filter((row) => row.fate === "refused").length;
    const left = rows.length - done;
    return html`<section class="card stack many" aria-labelledby="batch-title">
      <div class="row between">
        <h2 id="batch-title">${t.many.title}</h2>
        <span role="status">${t.invite.result(done, rows.length)}</span>
      </div>
      <progress max=${rows.length} value=${done} aria-labelledby="batch-title"></progress>
      <p class="hint">${running ? t.many.leave : left > 0 ? t.many.left(left) : t.many.over(rows.length - refused, refused)}</p>
      ${stopped ? html`<p class="problem" role="alert">${problemText(stopped)}</p>` : nothing}
      <div class="scroll" role="region" tabindex="0" aria-labelledby="batch-title">
        <table class="table" role="table" aria-labelledby="batch-title">
          <thead role="rowgroup"><tr role="row">${[t.many.address, t.many.became].map((one) => html`<th role="columnheader" scope="col">${one}</th>`)}</tr></thead>
          <tbody role="rowgroup">${[...rows].sort(refusedFirst).map((row) => this.#row(row))}</tbody>
        </table>
      </div>
      <div class="row">
        ${!running && left > 0 ? deed({ label: t.many.goOn, kind: "primary", run: () => void batch.go() }) : nothing}
        ${!running && left === 0 && refused > 0 ? deed({ label: t.many.again, icon: "refresh", kind: "primary", run: () => batch.again() }) : nothing}
        ${running ? nothing : deed({ label: left > 0 ? t.many.drop : t.many.done, run: () => batch.close() })}
      </div>
    </section>`;
  }

  #row(row: BatchRow): TemplateResult {
    return html`<tr role="row" class=${row.fate === "refused" ? "wrong" : ""}>
      <td role="cell"><strong>${row.label}</strong></td>
      <td role="cell">${row.fate === "refused" ? html`<span class="tag warn">${this.#why(row)}</span>` : this.#fate(row)}</td>
    </tr>`;
  }

  #fate(row: BatchRow): string {
    const { fates } = t.many;
    return row.fate === "later" ? fates.later(moment(row.mailAt ?? 0)) : row.fate === "refused" ? "" : fates[row.fate];
  }

  #why(row: BatchRow): string {
    const { code = "broken", missing, retryAt } = row.problem ?? {};
    if (code === "seats_full" && session.owner) return t.many.fates.seatsFull;
    return problemText({ type: "", title: "", status: 0, code, ...(missing ? { missing } : {}), ...(retryAt == null ? {} : { retryAt }) });
  }
}
