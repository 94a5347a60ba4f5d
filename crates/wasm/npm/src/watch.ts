/**
 * When to ask again: as the page comes back into view, and every 30 seconds while it is in view.
 */
const PERIOD = 30_000;

/** Calls back at those times; the answer ends it. Outside a page it never calls. */
export function watchPage(ask: () => void): () => void {
  if (typeof document === "undefined") return () => undefined;
  const ifVisible = (): void => {
    if (document.visibilityState === "visible") ask();
  };
  const timer = setInterval(ifVisible, PERIOD);
  document.addEventListener("visibilitychange", ifVisible);
  window.addEventListener("focus", ifVisible);
  window.addEventListener("online", ifVisible);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", ifVisible);
    window.removeEventListener("focus", ifVisible);
    window.removeEventListener("online", ifVisible);
  };
}
