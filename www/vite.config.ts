/**
 * How the page is built: one entry, everything bundled, nothing from other hosts.
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const elements = fileURLToPath(new URL("../elements/src/", import.meta.url));

export default defineConfig({
  // The page is made of the elements' own sources, so that what it does not need is not in it.
  resolve: { alias: [{ find: /^@roster\/elements\//, replacement: elements }] },
  build: {
    target: "es2022",
    // The page's policy allows no data: scripts or fonts, and wasm must be a file to stream.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
