/**
 * Events for the page around: they leave the element's root.
 */

/** Tells the page around of something that happened in an element. */
export function tell<T>(element: HTMLElement, name: string, detail: T): void {
  element.dispatchEvent(new CustomEvent<T>(name, { detail, bubbles: true, composed: true }));
}
