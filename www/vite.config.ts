/**
 * How the page and the gallery are built: everything bundled, nothing from other hosts.
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** State, texts and the small parts that no page is without. */
const FIRST = /src\/(state|texts\/language|texts\/index|api\/client|parts\/(deed|waiting|person|toasts)\.ts)/;

export default defineConfig({
  // The page is made of the elements' own sources, so that what it does not need is not in it.
  resolve: { alias: [{ find: /^@roster\/elements\//, replacement: at("../elements/src/") }] },
  build: {
    target: "es2022",
    // The first that know `light-dark()`, which is what tells the themes apart.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    // The page's policy allows no data: scripts or fonts, and wasm must be a file to stream.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: [at("index.html"), at("gallery.html")],
      // What every page begins with is one file rather than many small ones: fewer requests, fewer bytes.
      output: { codeSplitting: { groups: [{ name: "page", test: FIRST, tags: ["$initial"] }] } },
    },
  },
});
