/**
 * A room: one's own access as it changes, who else is there, and what they do. It comes back by itself when the
 * connection is lost, and is told then what it missed. An entry of its own: a page that only asks needs none of it.
 */
import type { components } from "./generated/api.js";
import type { Team } from "./team.js";

type Heard = components["schemas"]["Heard"];
/** Somebody who is in the room. */
export type Present = components["schemas"]["Present"];
/** What somebody does there. */
export type Doing = components["schemas"]["Doing"];

/** The least time between two messages of a page. */
const PACE = 150;
/** How often a page says that it is alive; a room that has not answered by the next time is lost. */
const HEARTBEAT = 20_000;
/** Pauses before the first try to come back, before the longest, and after saying too much. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
const SCOLDED_PAUSE = 10_000;

/** One's own page in the room of a project; without a project, of the team: there nobody is seen.
 *
 * Events: `change`, when somebody came, went or does something else; `scrolled`, when somebody scrolled whom one follows;
 * `over`, when the room is closed to one for good. */
export class Live extends EventTarget {
  readonly #people = new Map<string, Present>();
  #socket: WebSocket | undefined;
  #doing: Doing = { act: "reading", scroll: 0 };
  #saidAt = 0;
  #speaking: ReturnType<typeof setTimeout> | undefined;
  #beating: ReturnType<typeof setInterval> | undefined;
  #returning: ReturnType<typeof setTimeout> | undefined;
  #tries = 0;
  #answered = true;
  #closed = false;
  readonly #wake = (): void => {
    if (this.#returning !== undefined && document.visibilityState === "visible") this.#enter();
  };

  constructor(
    readonly team: Team,
    readonly project?: string,
  ) {
    super();
    addEventListener("online", this.#wake);
    document.addEventListener("visibilitychange", this.#wake);
    this.#enter();
  }

  /** Who is there, oneself included, in the order of their coming. */
  get people(): readonly Present[] {
    return [...this.#people.values()];
  }

  /** Says what one does; of many in a short time, the last. */
  say(doing: Doing): void {
    this.#doing = doing;
    if (this.#speaking !== undefined) return;
    const wait = Math.max(this.#saidAt + PACE - Date.now(), 0);
    this.#speaking = setTimeout(() => this.#speak(), wait);
  }

  /** Leaves the room. */
  close(): void {
    this.#closed = true;
    removeEventListener("online", this.#wake);
    document.removeEventListener("visibilitychange", this.#wake);
    clearTimeout(this.#speaking);
    this.#leave();
  }

  #enter(): void {
    this.#leave();
    const { origin, team } = this.team.source;
    const url = new URL(`/api/v1/teams/${encodeURIComponent(team)}/live`, origin || location.href);
    url.protocol = url.protocol === "http:" ? "ws:" : "wss:";
    if (this.project !== undefined) url.searchParams.set("project", this.project);
    const socket = new WebSocket(url);
    this.#socket = socket;
    socket.onopen = () => this.#beat();
    socket.onmessage = ({ data }) => this.#hear(String(data));
    socket.onclose = () => this.#lost();
  }

  #leave(): void {
    clearTimeout(this.#returning);
    clearInterval(this.#beating);
    this.#returning = undefined;
    const socket = this.#socket;
    this.#socket = undefined;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  /** The connection is gone. Why it was refused, if it was, is not said to pages: asking for one's access tells. */
  #lost(pause = FIRST_PAUSE * 2 ** this.#tries): void {
    const waited = this.#tries > 0;
    this.#leave();
    if (this.#closed) return;
    this.#tries += 1;
    // Not everybody at once.
    const wait = Math.min(pause, LONGEST_PAUSE) * (0.5 + Math.random() / 2);
    this.#returning = setTimeout(() => void this.#return(waited), wait);
  }

  async #return(asks: boolean): Promise<void> {
    if (asks) await this.team.refresh();
    if (this.#returning === undefined) return;
    if (this.team.state && this.team.held(this.project).seen) this.#enter();
    else this.#end();
  }

  #beat(): void {
    this.#answered = true;
    const beat = (): void => {
      if (!this.#answered) return this.#lost();
      this.#answered = false;
      this.#socket?.send("ping");
    };
    beat();
    this.#beating = setInterval(beat, HEARTBEAT);
  }

  #speak(): void {
    this.#speaking = undefined;
    if (this.#socket?.readyState !== 1 || this.#tries > 0) return;
    this.#saidAt = Date.now();
    this.#socket.send(JSON.stringify(this.#doing));
  }

  #hear(data: string): void {
    this.#answered = true;
    if (data === "pong") return;
    const heard = JSON.parse(data) as Heard;
    if (heard.all) {
      this.#tries = 0;
      this.#people.clear();
      this.say(this.#doing);
    }
    for (const one of heard.people ?? []) this.#people.set(one.id, one);
    for (const id of heard.gone ?? []) this.#people.delete(id);
    if (heard.snapshot) this.team.hear(heard.snapshot);
    if (heard.scrolled) this.dispatchEvent(new CustomEvent("scrolled", { detail: heard.scrolled }));
    if (heard.people || heard.gone) this.#tell("change");
    if (heard.over) this.#over(heard.over);
  }

  #over(why: string): void {
    if (why === "too_much" || why === "try_later") return this.#lost(SCOLDED_PAUSE);
    this.#end();
    if (why !== "elsewhere") this.team.hear(undefined);
  }

  #end(): void {
    this.close();
    this.#people.clear();
    this.#tell("change");
    this.#tell("over");
  }

  #tell(event: string): void {
    this.dispatchEvent(new Event(event));
  }
}
