/**
 * Where the focus goes when what had it is gone: back to where it came from, else to the row that took the place of the
 * one that vanished, else to the heading above. Who works by keyboard or screen reader is never sent back to the top.
 */

import type { LitElement } from "lit";

/** Where the focus was last, outside of dialogs and toasts: they go, and it comes back from them. */
interface Place {
  readonly path: readonly Element[];
  readonly list: Element | null | undefined;
  readonly at: number;
}

const PASSING = "dialog, .toasts";
/** What had the focus, unless it was left on purpose. */
let holder: Element | undefined;
let last: Place | undefined;
let looking = false;

/** What is around: a move within a root is told up to the root alone, and its host stands above all the same. */
function elements(event: Event): Element[] {
  const root = event.currentTarget;
  const path = event.composedPath().filter((one) => one instanceof Element);
  return root instanceof ShadowRoot ? [...path, root.host] : path;
}

function came(event: Event): void {
  const path = elements(event);
  holder = path.some((one) => one.localName.startsWith("roster-")) ? path[0] : undefined;
  if (!holder || path.some((one) => one.matches(PASSING))) return;
  const row = path.find((one) => one.matches("tr, li"));
  const list = row?.parentElement;
  last = { path, list, at: row && list ? [...list.children].indexOf(row) : -1 };
}

/** Nothing takes the focus: it was left on purpose, or what had it is gone. */
function went(event: Event): void {
  if (!(event as FocusEvent).relatedTarget) soon();
}

/** What moves within a shadow root is heard there alone. */
const heard = new WeakSet<Node>();

/** Looks, once what the element draws is there, whether the focus was lost, and gives it a place. */
export function keepFocus(element: Element): void {
  const root = element.getRootNode();
  if (!heard.has(root)) {
    heard.add(root);
    root.addEventListener("focusin", came);
    root.addEventListener("focusout", went);
  }
  soon();
}

/** Looks a little later: what a closed dialog hides has the focus until the next frame. */
function soon(): void {
  if (!holder || looking) return;
  looking = true;
  setTimeout(look, 50);
}

function look(): void {
  looking = false;
  if (!holder || document.activeElement !== document.body) return;
  if (holder.checkVisibility()) holder = undefined;
  else give();
}

function give(): void {
  if (!last) return;
  const { path, list, at } = last;
  const before = path[0];
  if (before instanceof HTMLElement && before.isConnected && before.checkVisibility()) return before.focus();
  const row = list?.isConnected ? list.children[Math.min(at, list.children.length - 1)] : undefined;
  if (row instanceof HTMLElement) return into(row, "last");
  const around = path.filter((one) => one.isConnected && !one.matches("body, html, roster-app"));
  const heading = around.map((one) => (one.shadowRoot ?? one).querySelector<HTMLElement>("h1, h2")).find((one) => one);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus();
}

/** More rows come at the press of a button, which may be gone then: the focus goes on to the first of them. */
export async function goOn(host: LitElement, rows: string, more: () => Promise<unknown>): Promise<void> {
  const shown = host.querySelectorAll(rows).length;
  await more();
  await host.updateComplete;
  const row = host.querySelectorAll<HTMLElement>(rows)[shown];
  if (row) into(row, "first");
}

/** Gives the focus to a control of a row, or to the row itself, where it has none. */
function into(row: HTMLElement, which: "first" | "last"): void {
  const controls = [...row.querySelectorAll<HTMLElement>("button, a[href], input, .sign")];
  const control = controls.at(which === "first" ? 0 : -1);
  if (!control) row.tabIndex = -1;
  (control ?? row).focus();
}
