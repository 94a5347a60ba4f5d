/**
 * The entry for Workers, whose bundler hands over a compiled module. What can be asked of it is left to `index.ts`.
 */
import module from "./wasm/roster_bg.wasm";
import { initSync } from "./wasm/roster.js";

initSync({ module });

export * from "./index.js";
