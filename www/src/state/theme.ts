/**
 * Tells Web Awesome whether the reader's system is dark; our own tokens ask the system themselves.
 */
export function followTheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const apply = (): void => void document.documentElement.classList.toggle("wa-dark", dark.matches);
  dark.addEventListener("change", apply);
  apply();
}
