/**
 * Shows what is on its way into the library, and what went wrong with which file.
 */
import { html, nothing, type TemplateResult } from "lit";
import { deed } from "@roster/elements/parts/deed.js";
import { problemText, t } from "../../texts/index.js";
import { type Upload, uploads } from "./uploads.js";

/** Draws the list, if there is one. */
export function queue(): TemplateResult | typeof nothing {
  const { list } = uploads;
  if (list.length === 0) return nothing;
  const count = (state: Upload["state"]): number => list.filter((one) => one.state === state).length;
  const [done, failed] = [count("done"), count("failed")];
  const over = done + failed === list.length;
  return html`<section class="card uploads" aria-labelledby="uploads">
    <div class="row">
      <h2 id="uploads" class="grow">${t.images.uploads}</h2>
      ${over ? deed({ label: t.images.close, icon: "x", bare: true, kind: "icon", run: () => uploads.forget() }) : nothing}
    </div>
    <p class="quiet small" role="status">${t.images.progress(done, list.length)}${failed ? html`. ${t.images.failed(failed)}.` : nothing}</p>
    <ul>
      ${list.filter((one) => one.state !== "done").map(line)}
    </ul>
  </section>`;
}

function line(upload: Upload): TemplateResult {
  const { name, state, trouble } = upload;
  const sending = state === "sending" || state === "preparing";
  return html`<li>
    <div class="row">
      <span class="grow name">${name}</span>
      <span class="quiet small">${state === "failed" || state === "done" ? nothing : t.images[state]}</span>
      ${state === "failed" ? deed({ label: t.retry, name: t.images.retry(name), icon: "refresh", bare: true, kind: "icon", run: () => uploads.retry(upload) }) : nothing}
      ${state === "failed" ? deed({ label: t.close, name: t.images.dismiss(name), icon: "x", bare: true, kind: "icon", run: () => uploads.forget(upload) }) : nothing}
    </div>
    ${sending ? html`<progress max="1" .value=${upload.progress} aria-label=${name}></progress>` : nothing}
    ${trouble === undefined ? nothing : html`<p class="problem" role="alert">${typeof trouble === "string" ? t.images[trouble] : problemText(trouble)}</p>`}
  </li>`;
}
