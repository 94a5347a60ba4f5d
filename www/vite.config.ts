/**
 * How the page is built: one entry, everything bundled, nothing from other hosts.
 */
import { defineConfig } from "vite";

export default defineConfig({
  build: {
    target: "es2022",
    // The page's policy allows no data: scripts or fonts, and wasm must be a file to stream.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
