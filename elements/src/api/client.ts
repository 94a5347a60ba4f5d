/**
 * Calls of the API: typed by the contract, retried under one key while the edge is busy, failures as problems.
 */
import type { paths } from "@roster/access";
import type { Problem } from "./types.js";

type Method = "get" | "post" | "put" | "patch" | "delete";

/** The paths of the contract that take this method. */
type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, infer O> ? (undefined extends O ? never : P) : never;
}[keyof paths];

type Operation<M extends Method, P extends keyof paths> = paths[P] extends Record<M, infer O> ? O : never;

type Answers<O> = O extends { responses: infer R } ? R : never;

type Good<R> = R extends { 200: infer A } ? A : R extends { 201: infer A } ? A : R extends { 202: infer A } ? A : never;

type Answer<O> = Good<Answers<O>> extends { content: { "application/json": infer T } } ? T : never;

type Body<O> = O extends { requestBody?: { content: { "application/json": infer B } } } ? B : never;

/** What a call carries. */
interface Carried<O> {
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | undefined>>;
  body?: Body<O>;
  /** A key that stays the same when the person presses the same button again. */
  key?: string;
  signal?: AbortSignal;
}

/** A failure, with the contract's problem. `offline`: nothing came back. */
export class Failure extends Error {
  override readonly name = "Failure";
  constructor(readonly problem: Problem) {
    super(problem.code);
  }

  /** The problem's code. */
  get code(): string {
    return this.problem.code;
  }
}

/** The problem of anything that was thrown. */
export function problemOf(error: unknown): Problem {
  return error instanceof Failure ? error.problem : own("broken");
}

/** A key that no other call has. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** Waits until somebody is signed in again; nothing: there is nobody to wait for. */
export type Wait = () => Promise<void> | undefined;

let signedIn: Wait = () => undefined;

/** Says what a call does that is refused since its session is over: it goes out again after this. */
export function waitFor(wait: Wait): void {
  signedIn = wait;
}

/** Does it, and once more after each time that it was refused since the session was over.
 * @throws Failure */
export async function signedInAgain<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const back = error instanceof Failure && error.code === "sign_in_needed" ? signedIn() : undefined;
      if (!back) throw error;
      await back;
    }
  }
}

/** What stands before the contract's paths. */
let base = "";

/** Says where the API is reached: a path of the page's own host, or nothing. */
export function reachedAt(where: string): void {
  base = where.replace(/\/$/, "");
}

/** How requests go out. */
export type Send = (input: string, init?: RequestInit) => Promise<Response>;

let sending: Send = (input, init) => globalThis.fetch(input, init);

/** Has requests go out in another way: through a wrapper, or to samples. */
export function sendBy(send: Send): void {
  sending = send;
}

/** Sends a request the way that was chosen. */
export const sent: Send = (input, init) => sending(input, init);

/** Where the API is reached. */
export function reached(): string {
  return base;
}

const TRIES = 5;
const LONGEST_WAIT = 8_000;

/** Calls the API.
 * @throws Failure */
export async function call<M extends Method, P extends keyof paths>(
  method: M,
  path: P & PathWith<M>,
  carried: Carried<Operation<M, P>> = {},
): Promise<Answer<Operation<M, P>>> {
  const url = base + filled(path, carried.path) + query(carried.query);
  const init = request(method, carried.body, carried.key);
  if (carried.signal) init.signal = carried.signal;
  const answer = await signedInAgain(() => good(url, init));
  return (await answer.json()) as Answer<Operation<M, P>>;
}

/** A good answer, after a few tries while the edge is busy.
 * @throws Failure */
async function good(url: string, init: RequestInit): Promise<Response> {
  for (let tried = 1; ; tried += 1) {
    const answer = await send(url, init);
    if (answer.ok) return answer;
    const wait = waitOf(answer);
    if (wait === undefined || tried === TRIES) throw new Failure(await problem(answer));
    await new Promise((done) => setTimeout(done, wait));
  }
}

function request(method: Method, body: unknown, key: string | undefined): RequestInit {
  const headers: Record<string, string> = { accept: "application/json" };
  const init: RequestInit = { method: method.toUpperCase(), headers, credentials: "same-origin", cache: "no-store" };
  if (method === "get") return init;
  headers["content-type"] = "application/json";
  if (method === "post") headers["idempotency-key"] = key ?? newKey();
  return { ...init, body: JSON.stringify(body ?? {}) };
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await sent(url, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Failure(own("offline"));
  }
}

/** How long to wait before the same is sent again; nothing: not again. */
function waitOf(answer: Response): number | undefined {
  const after = answer.headers.get("retry-after");
  if (answer.status !== 503 || after === null) return undefined;
  const seconds = Number(after);
  return Math.min(Number.isFinite(seconds) ? seconds * 1_000 : 1_000, LONGEST_WAIT);
}

async function problem(answer: Response): Promise<Problem> {
  try {
    const read = (await answer.json()) as Partial<Problem>;
    return typeof read.code === "string" ? (read as Problem) : own("broken", answer.status);
  } catch {
    return own("broken", answer.status);
  }
}

function own(code: string, status = 0): Problem {
  return { type: `/problems/${code}`, title: code, status, code };
}

function filled(path: string, values: Readonly<Record<string, string>> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
}

function query(values: Readonly<Record<string, string | undefined>> = {}): string {
  const set = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return set.length === 0 ? "" : `?${new URLSearchParams(set).toString()}`;
}
