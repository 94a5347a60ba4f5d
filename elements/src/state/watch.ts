/**
 * Draws an element again whenever something that it shows says "change".
 */
import type { ReactiveController, ReactiveControllerHost } from "lit";

/** Listens while its element is on the page. */
export class Watch implements ReactiveController {
  readonly #again: () => void;

  constructor(
    host: ReactiveControllerHost,
    readonly sources: readonly EventTarget[],
  ) {
    this.#again = () => host.requestUpdate();
    host.addController(this);
  }

  hostConnected(): void {
    for (const source of this.sources) source.addEventListener("change", this.#again);
  }

  hostDisconnected(): void {
    for (const source of this.sources) source.removeEventListener("change", this.#again);
  }
}
