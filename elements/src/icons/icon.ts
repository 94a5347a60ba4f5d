/**
 * `<roster-icon name="…">`: an icon of our own sprite, drawn in place, so that nothing is asked of anybody.
 */
import sprite from "./sprite.svg?raw";

let symbols: Document | undefined;

/** The drawing of an icon; nothing: there is none of this name. */
function drawing(name: string): SVGSVGElement | undefined {
  symbols ??= new DOMParser().parseFromString(sprite, "image/svg+xml");
  const symbol = symbols.getElementById(name);
  if (!symbol) return undefined;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const { name: key, value } of symbol.attributes) if (key !== "id") svg.setAttribute(key, value);
  svg.setAttribute("aria-hidden", "true");
  svg.append(...[...symbol.childNodes].map((node) => document.importNode(node, true)));
  return svg;
}

class Icon extends HTMLElement {
  static readonly observedAttributes = ["name"];

  /** Not before it is on the page: while a template is made, its nodes are being counted. */
  connectedCallback(): void {
    this.#draw();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#draw();
  }

  #draw(): void {
    const svg = drawing(this.getAttribute("name") ?? "");
    this.replaceChildren(...(svg ? [svg] : []));
  }
}

if (!customElements.get("roster-icon")) customElements.define("roster-icon", Icon);
