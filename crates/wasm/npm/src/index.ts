/**
 * What a front-end asks of Roster. The module is loaded by the entries beside this file.
 */
export { version } from "./wasm/roster.js";
