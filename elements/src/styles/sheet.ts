/**
 * The styles of an element, for its own root. The tokens are those of tokens.css: each can be set from outside under
 * its name with `--roster-` before it.
 */
import { unsafeCSS } from "lit";
import base from "./base.css?inline";
import inviting from "./inviting.css?inline";
import island from "./island.css?inline";
import layout from "./layout.css?inline";
import parts from "./parts.css?inline";
import plan from "./plan.css?inline";
import tokens from "./tokens.css?inline";
import webAwesome from "./web-awesome.css?inline";

/** The tokens of an element: what the page around says under `--roster-NAME`, else ours. */
export function tokensOf(css: string): string {
  const own = css.replaceAll(":root", ":host").replace(/([{;])color-scheme:[^;}]+;?/g, "$1");
  return own.replace(/--(?!wa-)([\w-]+):\s*([^;}]+)/g, (_, name: string, value: string) => `--${name}:var(--roster-${name},${value.trim()})`);
}

/** All of it. */
export const sheet = unsafeCSS([tokensOf(tokens), webAwesome, base, island, layout, parts, inviting, plan].join("\n"));
