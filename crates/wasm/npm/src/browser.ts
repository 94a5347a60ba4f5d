/**
 * The entry for browsers: loads the module beside it. What can be asked of it is left to `index.ts`.
 */
import load from "./wasm/roster.js";

await load({ module_or_path: new URL("./wasm/roster_bg.wasm", import.meta.url) });

export * from "./index.js";
