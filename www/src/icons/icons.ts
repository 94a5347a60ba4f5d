/**
 * The icons: one local sprite for ours and for those that Web Awesome draws by itself. Nothing comes from elsewhere.
 */
import { registerIconLibrary } from "@awesome.me/webawesome/dist/components/icon/library.js";
import "@awesome.me/webawesome/dist/components/icon/icon.js";
import sprite from "./sprite.svg?url";

/** Web Awesome's names for what the sprite has under ours. */
const SYSTEM: Readonly<Record<string, string>> = {
  xmark: "x",
  "circle-xmark": "x",
  ellipsis: "more",
};

/** Makes both libraries local. */
export function registerIcons(): void {
  const resolver = (name: string): string => `${sprite}#${SYSTEM[name] ?? name}`;
  registerIconLibrary("default", { resolver, spriteSheet: true });
  registerIconLibrary("system", { resolver, spriteSheet: true });
}
