// What the platform starts with. worker-build puts the module's imports where the dollars stand.
import { WorkerEntrypoint } from "cloudflare:workers";
import * as glue from "./index_bg.js";
import module from "./index.wasm";
$SNIPPET_JS_IMPORTS

const instance = new WebAssembly.Instance(module, { "./index_bg.js": glue, $SNIPPET_WASM_IMPORTS });
glue.__wbg_set_wasm(instance.exports);
instance.exports.__wbindgen_start();

export default class extends WorkerEntrypoint {
  fetch(request) {
    return glue.fetch(request, this.env, this.ctx);
  }

  scheduled(event) {
    return glue.scheduled(event, this.env, this.ctx);
  }
}

export const TeamObject = glue.TeamObject;
