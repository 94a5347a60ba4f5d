/**
 * The entry for Node: reads the module from the disk. What can be asked of it is left to `index.ts`.
 */
import { readFileSync } from "node:fs";
import { initSync } from "./wasm/roster.js";

initSync({ module: readFileSync(new URL("./wasm/roster_bg.wasm", import.meta.url)) });

export * from "./index.js";
