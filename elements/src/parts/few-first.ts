/**
 * Long lists are drawn a few rows first, and the rest right after: whoever looks sees the first rows as soon as those of a
 * short list.
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";

const FEW = 10;

/** Says how many rows to draw. */
export class FewFirst implements ReactiveController {
  #all = false;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** The rows to draw now. */
  of<T>(rows: readonly T[]): readonly T[] {
    if (this.#all || rows.length <= FEW) return rows;
    // After the frame that shows them, not within it.
    requestAnimationFrame(() => setTimeout(() => this.#rest()));
    return rows.slice(0, FEW);
  }

  /** Nothing is begun for a host that is only connected. */
  hostConnected(): void {
    this.#all = false;
  }

  #rest(): void {
    this.#all = true;
    this.host.requestUpdate();
  }
}
