/**
 * The person wants to find an image, add some, and keep the library in order.
 */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { call, problemOf } from "@roster/elements/api/client.js";
import type { LibraryImage } from "@roster/elements/api/types.js";
import "@roster/elements/parts/ask.js";
import type { Ask } from "@roster/elements/parts/ask.js";
import { deed } from "@roster/elements/parts/deed.js";
import { Part } from "@roster/elements/parts/element.js";
import { goOn } from "@roster/elements/parts/focus.js";
import { whyNot, type Off } from "@roster/elements/parts/lacking.js";
import { waiting } from "@roster/elements/parts/waiting.js";
import { canAnywhere } from "@roster/elements/state/rights.js";
import { roster } from "@roster/elements/state/roster.js";
import { router } from "../state/router.js";
import { session } from "@roster/elements/state/session.js";
import { toasts } from "@roster/elements/state/toasts.js";
import { Watch } from "@roster/elements/state/watch.js";
import "../styles/images.css";
import { problemText, t } from "../texts/index.js";
import { ACCEPTED } from "./images/prepare.js";
import { queue } from "./images/queue.js";
import { tile } from "./images/tile.js";
import { uploads } from "./images/uploads.js";

/** The whole team, in the address and for the edge. */
const TEAM = "team";
/** Pages that may hold nothing for this person before one stops looking by oneself. */
const LOOKS = 5;

@customElement("roster-images")
export class ImagesPage extends Part {
  @state() private images: readonly LibraryImage[] | undefined;
  @state() private next: string | undefined;
  @state() private busy = false;
  @state() private over = false;
  @state() private target: string | undefined;
  @state() private problem = "";
  @query("roster-ask") private readonly ask!: Ask;
  @query("input[type=file]") private readonly chooser!: HTMLInputElement;
  readonly #watch = new Watch(this, [session, roster, router, uploads]);
  #loaded = "";

  override connectedCallback(): void {
    super.connectedCallback();
    uploads.addEventListener("arrived", this.#again);
    document.addEventListener("paste", this.#paste);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    uploads.removeEventListener("arrived", this.#again);
    document.removeEventListener("paste", this.#paste);
  }

  /** The place that is shown; nothing: all of them. */
  get #place(): string | undefined {
    return router.query("project");
  }

  protected override willUpdate(_: PropertyValues): void {
    const key = `${session.teamId} ${this.#place ?? ""} ${session.rules?.snapshot?.version ?? 0}`;
    if (this.#loaded === key || !this.#sees()) return;
    if (this.#loaded.split(" ", 2).join(" ") !== key.split(" ", 2).join(" ")) this.images = undefined;
    this.#loaded = key;
    void this.#load();
    void roster.load().catch((error: unknown) => (this.problem = problemText(problemOf(error))));
  }

  #sees(): boolean {
    return canAnywhere("posts.view") || canAnywhere("images.manage");
  }

  readonly #again = (): void => void this.#load();

  /** A page can be empty for those who do not see all: then the next one is asked for too. */
  async #load(after?: string): Promise<void> {
    const [path, project] = [{ team: session.teamId }, this.#place];
    this.busy = after !== undefined;
    let [found, next]: [readonly LibraryImage[], string | undefined] = [[], after];
    try {
      for (let looks = 0; looks < LOOKS && (looks === 0 || (next !== undefined && found.length === 0)); looks += 1) {
        const page = await call("get", "/api/v1/teams/{team}/images", { path, query: { project, after: next } });
        [found, next] = [page.images, page.next ?? undefined];
      }
      if (path.team !== session.teamId || project !== this.#place) return;
      this.images = after === undefined ? found : [...(this.images ?? []), ...found];
      this.next = next;
      this.problem = "";
    } catch (error) {
      this.problem = problemText(problemOf(error));
    } finally {
      this.busy = false;
    }
  }

  protected override render(): TemplateResult {
    if (!this.#sees()) {
      return html`<div class="page"><div class="head"><h1 tabindex="-1">${t.images.title}</h1></div>
        <div class="empty"><roster-icon name="lock"></roster-icon><p>${t.images.none}</p></div></div>`;
    }
    const why = this.#why();
    const { denied } = why;
    return html`<div
      class="page library ${this.over ? "over" : ""}"
      @dragover=${this.#drag}
      @dragleave=${() => (this.over = false)}
      @drop=${this.#drop}
    >
      <div class="head">
        <h1 tabindex="-1">${t.images.title}</h1>
        ${deed({ label: t.images.upload, icon: "upload", kind: "primary", ...why, run: () => this.chooser.click() })}
      </div>
      <input type="file" hidden multiple accept=${ACCEPTED} @change=${this.#chosen} />
      ${denied === undefined ? html`<p class="quiet small">${t.images.hint}</p>` : nothing}
      <p class="problem" role="alert">${this.problem}</p>
      ${roster.invitations || this.problem ? this.#shown(denied === undefined) : waiting(4, t.loading)}
      <p class="drop-note" aria-hidden="true">${t.images.drop}</p>
      <roster-ask></roster-ask>
    </div>`;
  }

  /** Not before the projects are known: which fields stand above the images depends on them. */
  #shown(manages: boolean): TemplateResult {
    return html`<div class="row filters">${this.#filter()} ${this.#targets()}</div>
      ${queue()} ${this.#body(manages)}`;
  }

  #filter(): TemplateResult {
    const change = (event: Event): void => {
      router.note("project", (event.target as HTMLSelectElement).value || undefined);
      this.requestUpdate();
    };
    const option = (value: string, label: string): TemplateResult =>
      html`<option value=${value} ?selected=${(this.#place ?? "") === value}>${label}</option>`;
    return html`<div class="field">
      <label for="images-show">${t.images.show}</label>
      <select id="images-show" @change=${change}>
        ${option("", t.images.all)} ${option(TEAM, t.images.ofTeam)} ${roster.projects.map((one) => option(one.id, one.name))}
      </select>
    </div>`;
  }

  /** Where one may upload to. */
  #places(): readonly { id: string; name: string }[] {
    const can = (project?: string): boolean => session.access?.at(project).can("images.manage") ?? false;
    const team = can() ? [{ id: TEAM, name: t.images.ofTeam }] : [];
    return [...team, ...roster.open.filter((one) => can(one.id)).map(({ id, name }) => ({ id, name }))];
  }

  #chosenPlace(): string | undefined {
    const places = this.#places();
    const wanted = [this.target, this.#place].find((one) => places.some(({ id }) => id === one));
    return wanted ?? places[0]?.id;
  }

  #targets(): TemplateResult | typeof nothing {
    const places = this.#places();
    if (places.length < 2) return nothing;
    const change = (event: Event): void => void (this.target = (event.target as HTMLSelectElement).value);
    return html`<div class="field">
      <label for="images-to">${t.images.to}</label>
      <select id="images-to" @change=${change}>
        ${places.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#chosenPlace()}>${name}</option>`)}
      </select>
    </div>`;
  }

  /** Why one may not upload anything anywhere. */
  #why(): Off {
    return canAnywhere("images.manage") ? {} : whyNot(session.access?.at(this.#project()).explain("images.manage"));
  }

  /** The project that is shown, if one is. */
  #project(): string | undefined {
    return this.#place === TEAM ? undefined : this.#place;
  }

  #body(manages: boolean): TemplateResult | typeof nothing {
    const { images } = this;
    if (!images) return this.problem ? nothing : waiting(4, t.loading);
    if (images.length === 0 && !this.next) {
      const title = this.#place ? t.images.emptyHere : t.images.empty;
      return html`<div class="empty"><roster-icon name="image"></roster-icon><h2>${title}</h2><p>${manages ? t.images.emptyLead : t.images.emptyWait}</p></div>`;
    }
    return html`<ul class="tiles" aria-label=${t.images.list}>
        ${images.map((image) => this.#tile(image))}
      </ul>
      ${this.next ? html`<p class="row more">${deed({ label: t.more, busy: this.busy, run: () => void goOn(this, ".tiles > li", () => this.#load(this.next)) })}</p>` : nothing}`;
  }

  #tile(image: LibraryImage): TemplateResult {
    const why = session.access?.at(image.project ?? undefined).explain("images.manage");
    const put = roster.projects.find((one) => one.id === image.project);
    const archived = put?.archivedAt == null ? {} : { denied: t.project.archived };
    return tile({
      image,
      team: session.teamId,
      place: image.project == null ? t.images.ofTeam : (put?.name ?? ""),
      off: why && !why.allowed ? whyNot(why) : archived,
      describe: () => this.#describe(image),
      remove: () => this.#remove(image),
    });
  }

  #describe(image: LibraryImage): void {
    const wrong = (value: string): string | undefined =>
      value === "" ? t.images.describeEmpty : [...value].length > 200 ? t.images.describeLong : undefined;
    this.ask.ask({
      title: t.images.describeTitle,
      text: t.images.describeText,
      yes: t.save,
      field: { label: t.images.description, value: image.name, wrong },
      run: async (name) => {
        await call("patch", "/api/v1/teams/{team}/images/{image}", { path: { team: session.teamId, image: image.id }, body: { name } });
        this.images = this.images?.map((one) => (one.id === image.id ? { ...one, name } : one));
      },
    });
  }

  /** What stands in posts is asked about; all of it can be undone. */
  #remove(image: LibraryImage): void {
    if (image.used === 0) return void this.#delete(image).catch((error: unknown) => (this.problem = problemText(problemOf(error))));
    this.ask.ask({
      title: t.images.deleteTitle(image.name),
      text: t.images.deleteText(image.used),
      yes: t.images.deleteYes,
      danger: true,
      run: () => this.#delete(image),
    });
  }

  async #delete(image: LibraryImage): Promise<void> {
    const path = { team: session.teamId, image: image.id };
    await call("delete", "/api/v1/teams/{team}/images/{image}", { path });
    this.images = this.images?.filter((one) => one.id !== image.id);
    toasts.say(t.images.deleted(image.name), async () => {
      await call("post", "/api/v1/teams/{team}/images/{image}/restore", { path });
      toasts.say(t.images.restored(image.name));
      await this.#load();
    });
  }

  #take(files: Iterable<File>): void {
    const place = this.#chosenPlace();
    if (place !== undefined) uploads.add(files, session.teamId, place === TEAM ? undefined : place);
  }

  #chosen(): void {
    this.#take(this.chooser.files ?? []);
    this.chooser.value = "";
  }

  #drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.over = canAnywhere("images.manage");
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.#take(event.dataTransfer?.files ?? []);
  }

  readonly #paste = (event: ClipboardEvent): void => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || this.querySelector("dialog[open]")) return;
    event.preventDefault();
    this.#take(files);
  };
}
