/**
 * How the package is built: one entry for each element, what they share beside them, and nothing bundled that npm brings.
 */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const ENTRIES = ["index", "accept-panel", "gate", "invite-button", "link-box", "plan-table", "team-panel"];

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  build: {
    target: "es2022",
    // The first that know `light-dark()`, which is what tells the themes apart.
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    minify: true,
    lib: {
      entry: Object.fromEntries(ENTRIES.map((name) => [name, at(`src/${name}.ts`)])),
      formats: ["es"],
    },
    rolldownOptions: {
      external: [/^lit(\/|$)/, /^@roster\/access/, /^@awesome\.me\//, "papaparse"],
      output: {
        // A shared chunk is named after all who load it: the first word is enough.
        chunkFileNames: ({ name }) => `parts/${name.split("~")[0]}-[hash].js`,
        // What several elements need comes in a few files rather than many small ones: fewer requests, fewer bytes.
        codeSplitting: { groups: [{ name: "shared", minShareCount: 3, entriesAware: true, entriesAwareMergeThreshold: 8_000 }] },
      },
    },
  },
});
