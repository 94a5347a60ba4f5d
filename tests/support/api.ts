/**
 * A browser as the API sees it: a cookie jar of its own, and the headers that a page would send. It knows no rule
 * and judges nothing: a test looks at the answer.
 */

/** What a request may have beyond its path and body. */
export interface Options {
  /** The Idempotency-Key. */
  readonly key?: string;
  /** The Origin; `null`: none is sent. */
  readonly origin?: string | null;
  /** Headers in place of the usual ones; `undefined` leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** What came back. `body` is what the JSON was, or `undefined` when there was none. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly text: string;
  readonly headers: Headers;
  /** Round trips to D1 that it cost, as the development build counts them. */
  readonly trips: number;
  /** Rows that D1 read for it. */
  readonly rows: number;
}

/** A failure (RFC 9457), with the members that tests look at. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly field?: string;
  readonly missing?: { readonly permission: string; readonly project?: string };
  readonly granters?: readonly { readonly id: string; readonly name: string }[];
  readonly address?: string;
  readonly domain?: string;
  readonly retryAt?: number;
  readonly neededCap?: number;
  readonly totalCents?: number;
  readonly taken?: number;
  readonly reserved?: number;
  readonly limit?: number;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

export class Browser {
  readonly #cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  /** The same cookies at another isolate. */
  at(url: string): Browser {
    const other = new Browser(url);
    for (const [name, value] of this.#cookies) other.#cookies.set(name, value);
    return other;
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  /** All of them, as a request carries them. */
  cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value);
  }

  get<T = unknown>(path: string, options: Options = {}): Promise<Answer<T>> {
    return this.ask("GET", path, undefined, options);
  }

  post<T = unknown>(path: string, body: unknown = {}, options: Options = {}): Promise<Answer<T>> {
    return this.ask("POST", path, body, options);
  }

  put<T = unknown>(path: string, body: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.ask("PUT", path, body, options);
  }

  patch<T = unknown>(path: string, body: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.ask("PATCH", path, body, options);
  }

  delete<T = unknown>(path: string, options: Options = {}): Promise<Answer<T>> {
    return this.ask("DELETE", path, undefined, options);
  }

  /** Sends JSON, as a page would. */
  ask<T>(method: Method, path: string, body: unknown, options: Options = {}): Promise<Answer<T>> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    return this.raw(method, path, text, options);
  }

  /** Sends a body as it is. */
  async raw<T>(method: Method, path: string, body: string | Uint8Array<ArrayBuffer> | undefined, options: Options = {}): Promise<Answer<T>> {
    const response = await fetch(this.url + path, {
      method,
      headers: this.#headers(method, body, options),
      redirect: "manual",
      ...(body === undefined ? {} : { body }),
    });
    this.#keep(response.headers.getSetCookie());
    return read(response);
  }

  #headers(method: Method, body: string | Uint8Array<ArrayBuffer> | undefined, options: Options): Record<string, string> {
    const origin = options.origin === undefined ? this.url : options.origin;
    const all: Record<string, string | undefined> = {
      cookie: this.#cookies.size > 0 ? this.cookieHeader() : undefined,
      // A connection of its own: one that is kept may be closed by the other side just when it is used again.
      connection: "close",
      origin: method === "GET" || origin === null ? undefined : origin,
      "content-type": body === undefined ? undefined : "application/json",
      "idempotency-key": options.key,
      ...options.headers,
    };
    return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
  }

  #keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = "", ...attributes] = cookie.split(";").map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf("="));
      const value = pair.slice(pair.indexOf("=") + 1);
      const over = value === "" || attributes.some((attribute) => attribute.toLowerCase() === "max-age=0");
      if (over) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
  }
}

async function read<T>(response: Response): Promise<Answer<T>> {
  const text = await response.text();
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  return {
    status: response.status,
    body: (isJson && text !== "" ? JSON.parse(text) : undefined) as T,
    text,
    headers: response.headers,
    trips: Number(response.headers.get("x-roster-round-trips") ?? Number.NaN),
    rows: Number(response.headers.get("x-roster-rows-read") ?? Number.NaN),
  };
}

/** The answer's body, once it is known to have gone well. */
export function ok<T>(answer: Answer<T>): T {
  if (answer.status < 200 || answer.status > 299) throw new Error(`${answer.status}: ${answer.text}`);
  return answer.body;
}

/** Status and code in one, for tables: `403 missing_permission`, or `200`. */
export function outcome(answer: Answer<unknown>): string {
  const body = answer.body as Partial<Problem> | undefined;
  return answer.status < 400 ? `${answer.status}` : `${answer.status} ${body?.code ?? answer.text}`;
}
