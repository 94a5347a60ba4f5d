/**
 * What was just done, said once, with "Undo" where it can be undone.
 */

/** A toast. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly undo?: () => Promise<void>;
}

const SHORT = 6_000;
/** How long an action can be undone from its toast (RULES.md, "Undo"). */
const LONG = 30_000;

/** The toasts that stand now. */
export class Toasts extends EventTarget {
  list: readonly Toast[] = [];
  /** How many places show them. */
  places = 0;
  #next = 1;

  /** Says something, unless the app around says it itself. */
  say(text: string, undo?: () => Promise<void>): void {
    const notice = new CustomEvent("roster-notice", { detail: { text, undo }, cancelable: true });
    if (!window.dispatchEvent(notice)) return;
    if (this.places === 0) void import("../notices.js").then(({ place }) => place());
    const toast: Toast = undo ? { id: this.#next, text, undo } : { id: this.#next, text };
    this.#next += 1;
    this.list = [...this.list.slice(-2), toast];
    setTimeout(() => this.close(toast.id), undo ? LONG : SHORT);
    this.dispatchEvent(new Event("change"));
  }

  /** Takes one away. */
  close(id: number): void {
    this.list = this.list.filter((toast) => toast.id !== id);
    this.dispatchEvent(new Event("change"));
  }
}

/** The one list. */
export const toasts = new Toasts();
