/**
 * A page in a room, as the API sees it: what it heard, and what it says. It knows no rule.
 */
import type { components } from "@roster/access";
import type { Browser } from "./api";

export type Heard = components["schemas"]["Heard"];
export type Present = components["schemas"]["Present"];
export type Doing = components["schemas"]["Doing"];

export const READING: Doing = { act: "reading", scroll: 0 };

/** How a socket ended. */
export interface Ended {
  readonly code: number;
  readonly reason: string;
}

export class RoomPage {
  /** Everything that it heard, in order. */
  readonly heard: Heard[] = [];
  /** Who is there, by id, as far as it was told. */
  readonly people = new Map<string, Present>();
  ended: Ended | undefined;
  /** Why the room was closed to it, as its last message said. */
  over: string | undefined;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => data !== "pong" && this.#take(JSON.parse(String(data)) as Heard));
    socket.addEventListener("close", ({ code, reason }) => this.#end({ code, reason }));
    // One that was never let in only fails.
    socket.addEventListener("error", () => this.#end({ code: 1006, reason: "" }));
  }

  /** Opens a page in the room of a project, or of a team, and waits for its first message. */
  static async open(browser: Browser, team: string, project?: string): Promise<RoomPage> {
    const page = RoomPage.begin(browser, team, project);
    await page.until(() => page.heard.length > 0);
    return page;
  }

  /** The same, without waiting. */
  static begin(browser: Browser, team: string, project?: string, origin = browser.url): RoomPage {
    const url = new URL(`/api/v1/teams/${team}/live${project === undefined ? "" : `?project=${project}`}`, browser.url);
    url.protocol = "ws:";
    const headers = { cookie: browser.cookieHeader(), origin };
    return new RoomPage(new WebSocket(url, { headers } as never));
  }

  /** What those who are there are called, by when they came. */
  get names(): string[] {
    return [...this.people.values()].map((one) => one.name);
  }

  /** The epoch of the latest snapshot that it heard. */
  get snapshot(): components["schemas"]["Snapshot"] | undefined {
    return this.heard.filter((one) => one.snapshot).at(-1)?.snapshot ?? undefined;
  }

  say(doing: Doing): void {
    this.#socket.send(JSON.stringify(doing));
  }

  /** Sends what no page sends. */
  raw(text: string): void {
    this.#socket.send(text);
  }

  /** Says that it is alive, as pages do every 20 seconds. */
  beat(): void {
    this.#socket.send("ping");
  }

  close(): Promise<void> {
    this.#socket.close();
    return this.until(() => this.ended !== undefined);
  }

  /** Resolves as soon as it holds; rejects when the socket ends before. */
  until(holds: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const is = holds();
        if (!is && this.ended === undefined && this.over === undefined) return;
        this.#waiting.delete(look);
        if (is) resolve();
        else reject(new Error(`the room is closed: ${this.over ?? this.ended?.code}`));
      };
      this.#waiting.add(look);
      look();
    });
  }

  #take(heard: Heard): void {
    this.heard.push(heard);
    if (heard.all) this.people.clear();
    for (const one of heard.people ?? []) this.people.set(one.id, one);
    for (const id of heard.gone ?? []) this.people.delete(id);
    this.over = heard.over ?? undefined;
    this.#look();
  }

  #end(ended: Ended): void {
    this.ended ??= ended;
    this.#look();
  }

  #look(): void {
    for (const look of [...this.#waiting]) look();
  }
}
