/**
 * What a page asks for and complains about: nothing of a third party, nothing against the content security policy.
 */
import { expect, type Page } from "@playwright/test";

export interface Seen {
  /** Addresses asked for that are not the page's own. */
  readonly foreign: string[];
  /** What the content security policy stopped, and errors nobody caught. */
  readonly complaints: string[];
  /** How many requests there were at all. */
  requests: number;
}

/** Listens from now on. */
export function watchRequests(page: Page, own: string): Seen {
  const seen: Seen = { foreign: [], complaints: [], requests: 0 };
  page.on("request", (request) => {
    seen.requests += 1;
    const { origin, protocol } = new URL(request.url());
    if (origin !== own && protocol !== "data:" && protocol !== "blob:") seen.foreign.push(request.url());
  });
  page.on("websocket", (socket) => {
    if (new URL(socket.url()).host !== new URL(own).host) seen.foreign.push(socket.url());
  });
  page.on("console", (message) => {
    if (/content.security.policy/i.test(message.text())) seen.complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => seen.complaints.push(`${page.url()}: ${error.message}`));
  return seen;
}

/** Holds what was seen to the page's own. */
export function expectAllOwn(seen: Seen): void {
  expect(seen.requests).toBeGreaterThan(0);
  expect(seen.foreign).toEqual([]);
  expect(seen.complaints).toEqual([]);
}
