/**
 * Who is in the project now, at the right of its dark bar: each in a ring of their colour, named with what they do. The
 * person wants to see at a glance who else is here, and with one click where.
 */
import "@awesome.me/webawesome/dist/components/dropdown/dropdown.js";
import type { Present } from "@roster/access/live";
import { call } from "@roster/elements/api/client.js";
import { Part } from "@roster/elements/parts/element.js";
import { avatar } from "@roster/elements/parts/person.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { here } from "../state/room.js";
import "../styles/live.css";
import { t } from "../texts/index.js";

/** Signs that stand in the bar; on a phone, fewer. */
const SHOWN = 5;
const SHOWN_NARROW = 2;
const HUES = 12;
const RINGS = 4;

@customElement("roster-present")
export class PresentPeople extends Part {
  /** The titles of posts that somebody is in; empty: it is not one's own to know. */
  @state() private titles: ReadonlyMap<string, string> = new Map();
  readonly #watch = new Watch(this, [here]);
  readonly #narrow = matchMedia("(max-width: 640px)");
  readonly #again = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#narrow.addEventListener("change", this.#again);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#narrow.removeEventListener("change", this.#again);
  }

  protected override willUpdate(): void {
    for (const { doing } of here.others) if (doing.post && !this.titles.has(doing.post)) void this.#read(doing.post);
  }

  /** Whoever may not read posts reads no title either. */
  async #read(post: string): Promise<void> {
    this.titles = new Map([...this.titles, [post, ""]]);
    try {
      const { title } = await call("get", "/api/v1/teams/{team}/posts/{post}", { path: { team: session.teamId, post } });
      this.titles = new Map([...this.titles, [post, title || t.project.untitled]]);
    } catch {
      // It stays unnamed.
    }
  }

  protected override render(): TemplateResult {
    const { others, followed } = here;
    const most = this.#narrow.matches ? SHOWN_NARROW : SHOWN;
    const [shown, rest] = [others.slice(0, most), others.slice(most)];
    return html`${others.length === 0
        ? nothing
        : html`<ul class="present" aria-label=${t.live.present}>
            ${shown.map((one) => html`<li>${this.#sign(one)}</li>`)} ${rest.length === 0 ? nothing : html`<li>${this.#rest(rest)}</li>`}
          </ul>`}
      ${followed ? this.#following(followed) : nothing}
      <p class="hidden-text" role="status">${followed ? this.#follows(followed) : ""}</p>`;
  }

  #sign(one: Present): TemplateResult {
    const label = t.live.one(one.name, this.#does(one));
    const followed = here.followed?.id === one.id;
    return html`<button type="button" class="ring ${ring(one)} ${one.doing.act}" aria-label=${label} title=${label} aria-pressed=${followed} @click=${() => this.#toggle(one)}>
      ${avatar(one)}
    </button>`;
  }

  #rest(rest: readonly Present[]): TemplateResult {
    return html`<wa-dropdown placement="bottom-end" @wa-select=${this.#choose}>
      <button slot="trigger" type="button" class="ring rest" aria-label=${t.live.more(rest.length)}>+${rest.length}</button>
      ${rest.map((one) => html`<wa-dropdown-item value=${one.id}>${t.live.one(one.name, this.#does(one))}</wa-dropdown-item>`)}
    </wa-dropdown>`;
  }

  #following(one: Present): TemplateResult {
    return html`<div class="following ${ring(one)}">
      <span>${this.#follows(one)}</span>
      <button type="button" @click=${() => here.stop()}>${t.live.stop}</button>
    </div>`;
  }

  #follows(one: Present): string {
    return t.live.follows(one.name, this.#does(one));
  }

  /** What somebody does, in words. */
  #does({ doing }: Present): string {
    const title = doing.post ? this.titles.get(doing.post) || t.live.somePost : undefined;
    const leader = here.others.find((other) => other.id === doing.following);
    const after = leader ? t.live.following(leader.name) : "";
    if (doing.act === "away") return t.live.away;
    if (doing.act === "editing" && title) return t.live.editing(doing.part ?? undefined, title) + after;
    return t.live.reading(title) + after;
  }

  #toggle(one: Present): void {
    if (here.followed?.id === one.id) here.stop();
    else this.#follow(one.id);
  }

  #choose(event: CustomEvent<{ item: { value: string } }>): void {
    this.#follow(event.detail.item.value);
  }

  #follow(id: string): void {
    const refused = here.follow(id);
    if (refused) toasts.say(t.live.followsYou(refused.name));
  }
}

/** Hue and kind of ring. */
function ring(one: Present): string {
  return `hue-${one.colour % HUES} kind-${Math.floor(one.colour / HUES) % RINGS}`;
}
