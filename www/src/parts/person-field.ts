/**
 * A field that picks one person of the team by the beginning of their name: those on the page first, then whom the edge
 * finds. Arrow keys move in the list, Enter takes, Escape closes.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { call } from "@roster/elements/api/client.js";
import { session } from "@roster/elements/state/session.js";
import { t } from "../texts/index.js";
import { Part } from "@roster/elements/parts/element.js";
import { avatar } from "@roster/elements/parts/person.js";
import { nameAmong } from "@roster/elements/parts/twins.js";

/** Somebody who can be picked. */
export interface Pickable {
  readonly id: string;
  readonly name: string;
  readonly address?: string | null | undefined;
  readonly avatar?: string | null | undefined;
}

const PAUSE = 150;
const MOST = 8;

/** Tells `picked` with the person's id as its detail; with none: the choice is taken back. */
@customElement("roster-person-field")
export class PersonField extends Part {
  @property() label = "";
  /** Whoever is picked. */
  @property({ attribute: false }) chosen: Pickable | undefined;
  /** Those whom the page names, who may have left. */
  @property({ attribute: false }) near: readonly Pickable[] = [];
  @state() private typed: string | undefined;
  @state() private found: readonly Pickable[] = [];
  @state() private at = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #given = false;

  get #list(): readonly Pickable[] {
    if (this.typed === undefined) return [];
    const wanted = this.typed.toLowerCase();
    const near = this.near.filter((one) => one.name.toLowerCase().includes(wanted));
    const known = new Set(near.map((one) => one.id));
    // Whom the edge names come with their addresses; a name on the page is theirs.
    const told = new Map(this.found.map((one) => [one.id, one]));
    return [...near.map((one) => told.get(one.id) ?? one), ...this.found.filter((one) => !known.has(one.id))].slice(0, MOST);
  }

  protected override render(): TemplateResult {
    const list = this.#list;
    const open = this.typed !== undefined && list.length > 0;
    return html`<div class="field picker">
      <label for="person-field">${this.label}</label>
      <div class="row nowrap">
        <input
          id="person-field"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded=${open}
          aria-controls="person-list"
          aria-activedescendant=${open ? `person-${this.at}` : nothing}
          placeholder=${this.chosen?.name ?? t.person.anybody}
          .value=${this.typed ?? this.chosen?.name ?? ""}
          @input=${this.#type}
          @focus=${this.#came}
          @click=${this.#came}
          @keydown=${this.#key}
          @blur=${() => (this.typed = undefined)}
        />
        ${this.chosen
          ? html`<button type="button" class="icon" aria-label=${t.person.clear} @click=${() => this.#pick(undefined)}><roster-icon name="x"></roster-icon></button>`
          : nothing}
      </div>
      <ul id="person-list" role="listbox" aria-label=${this.label} ?hidden=${!open}>
        ${list.map((one, at) => {
          const name = nameAmong(list, one);
          const take = (event: Event): void => {
            event.preventDefault();
            this.#pick(one);
          };
          return html`<li id="person-${at}" role="option" aria-selected=${at === this.at} @mousedown=${take}>${avatar(one)}<span>${name}</span></li>`;
        })}
      </ul>
    </div>`;
  }

  /** Whoever comes to the field sees whom they can pick; not the focus that is given back to it. */
  readonly #came = (): void => {
    if (!this.#given && this.typed === undefined) this.#open("");
  };

  #open(typed: string): void {
    this.typed = typed;
    this.at = 0;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.#search(typed), PAUSE);
  }

  #type(event: Event): void {
    this.#open((event.target as HTMLInputElement).value);
  }

  /** Whom one does not see is not found; that the edge is away only leaves those on the page. */
  async #search(typed: string): Promise<void> {
    try {
      const page = await call("get", "/api/v1/teams/{team}/members", { path: { team: session.teamId }, query: { search: typed.trim() || undefined } });
      if (this.typed === typed) this.found = page.members.map(({ id, name, address, avatar: shown }) => ({ id, name, address, avatar: shown }));
    } catch {
      this.found = [];
    }
  }

  #key(event: KeyboardEvent): void {
    const list = this.#list;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const picked = list[this.at];
    if (step !== 0 && this.typed === undefined) {
      event.preventDefault();
      this.#open("");
    } else if (step !== 0 && list.length > 0) {
      event.preventDefault();
      this.at = (this.at + step + list.length) % list.length;
    } else if (event.key === "Enter" && this.typed !== undefined && picked) {
      event.preventDefault();
      this.#pick(picked);
    } else if (event.key === "Escape") this.typed = undefined;
  }

  #pick(one: Pickable | undefined): void {
    this.typed = undefined;
    this.#given = true;
    this.querySelector("input")?.focus();
    this.#given = false;
    this.dispatchEvent(new CustomEvent<Pickable | undefined>("picked", { detail: one }));
  }
}
