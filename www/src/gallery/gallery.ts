/**
 * A front-end developer wants to see each element, try it, and take it along.
 */
import "@roster/elements/accept-panel.js";
import "@roster/elements/gate.js";
import "@roster/elements/invite-button.js";
import "@roster/elements/link-box.js";
import "@roster/elements/plan-table.js";
import "@roster/elements/team-panel.js";
import { copy } from "@roster/elements/parts/clipboard.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { roster } from "@roster/elements/state/roster.js";
import { session } from "@roster/elements/state/session.js";
import { html, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { languageChoice } from "../parts/language.js";
import { lookAs, type Viewer } from "./sample.js";
import { INSTALL, SNIPPETS, TOKENS, type Shown, type Snippet } from "./snippets.js";
import { g, speakOfElements } from "./texts.js";

const VIEWERS: readonly Viewer[] = ["owner", "editor", "out"];
const ORDER: readonly Shown[] = ["gate", "team", "invite", "link", "accept", "plan"];

@customElement("roster-gallery")
export class Gallery extends Part {
  @state() private viewer: Viewer = "owner";

  protected override render(): TemplateResult {
    return html`<main class="gallery stack loose">
      <header class="stack tight">
        <h1>${g.title}</h1>
        <p class="quiet">${g.lead}</p>
        <div class="row choices">
          <span class="field"><label for="language">${g.language}</label>${languageChoice("language", (wanted) => void speakOfElements(wanted))}</span>
          ${this.#viewers()}
        </div>
      </header>
      <section class="stack" aria-labelledby="install">
        <h2 id="install">${g.install}</h2>
        <p>${g.installLead}</p>
        ${snippets(g.install, INSTALL)}
      </section>
      ${ORDER.map((one) => this.#shown(one))}
      <section class="stack" aria-labelledby="tokens">
        <h2 id="tokens">${g.tokensTitle}</h2>
        <p>${g.tokensLead}</p>
        ${snippets(g.tokensTitle, TOKENS)}
      </section>
    </main>`;
  }

  #viewers(): TemplateResult {
    const change = (event: Event): void => {
      const wanted = VIEWERS.find((one) => one === (event.target as HTMLSelectElement).value);
      if (wanted) void this.#look(wanted);
    };
    return html`<span class="field"
      ><label for="viewer">${g.as}</label>
      <select id="viewer" @change=${change}>
        ${VIEWERS.map((one) => html`<option value=${one} ?selected=${one === this.viewer}>${g.people[one]}</option>`)}
      </select></span
    >`;
  }

  /** Everything is read again, as somebody else. */
  async #look(viewer: Viewer): Promise<void> {
    lookAs(viewer);
    this.viewer = viewer;
    session.ended();
    if (viewer === "out") return;
    await session.load();
    await roster.load();
  }

  #shown(name: Shown): TemplateResult {
    const { title, line } = g[name];
    return html`<section class="stack" aria-labelledby=${name}>
      <div>
        <h2 id=${name}>${title} <code class="quiet">${TAGS[name]}</code></h2>
        <p>${line}</p>
      </div>
      <div class="live" role="group" aria-label=${g.live(title)}>${live(name)}</div>
      ${snippets(title, SNIPPETS[name])}
    </section>`;
  }
}

const TAGS: Readonly<Record<Shown, string>> = {
  gate: "<roster-gate>",
  team: "<roster-team-panel>",
  invite: "<roster-invite-button>",
  link: "<roster-link-box>",
  accept: "<roster-accept-panel>",
  plan: "<roster-plan-table>",
};

function live(name: Shown): TemplateResult {
  switch (name) {
    case "gate":
      return html`<roster-gate can="posts.publish" reason><p><roster-icon name="check"></roster-icon> ${g.open}</p></roster-gate>`;
    case "team":
      return html`<roster-team-panel></roster-team-panel>`;
    case "invite":
      return html`<roster-invite-button></roster-invite-button>`;
    case "link":
      return html`<roster-link-box></roster-link-box>`;
    case "accept":
      return html`<roster-accept-panel token="sample"></roster-accept-panel>`;
    case "plan":
      return html`<roster-plan-table></roster-plan-table>`;
  }
}

function snippets(title: string, list: readonly Snippet[]): TemplateResult {
  return html`<div class="snippets">
    ${list.map(
      ({ kind, code }) => html`<figure>
        <figcaption class="row between">
          <span class="small quiet">${kind}</span>
          ${deed({ label: g.copy(`${title}, ${kind}`), icon: "copy", kind: "icon", bare: true, run: () => void copy(code, g.copied) })}
        </figcaption>
        <pre tabindex="0" role="region" aria-label=${g.code(title, kind)}><code>${code}</code></pre>
      </figure>`,
    )}
  </div>`;
}
