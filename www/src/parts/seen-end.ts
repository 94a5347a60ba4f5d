/**
 * What stands at the end of a list and is run when it comes near the window, so that one need not press it.
 */
import { noChange } from "lit";
import { AsyncDirective, directive } from "lit/async-directive.js";
import type { ElementPart } from "lit/directive.js";

const NEAR = "400px";

class SeenEnd extends AsyncDirective {
  #key: string | undefined;
  #run: () => void = () => undefined;
  #observer: IntersectionObserver | undefined;

  override render(_key: string, _run: () => void): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [key, run]: [string, () => void]): typeof noChange {
    this.#run = run;
    if (this.#key === key) return noChange;
    this.#key = key;
    this.#observer?.disconnect();
    this.#observer = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && this.#run(), { rootMargin: NEAR });
    this.#observer.observe(part.element);
    return noChange;
  }

  protected override disconnected(): void {
    this.#observer?.disconnect();
  }
}

/** Runs it when the element comes near the window, once for each key: what failed is left to the person. */
export const seenEnd = directive(SeenEnd);
