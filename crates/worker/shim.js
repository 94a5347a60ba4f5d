// What the platform starts with. worker-build puts the module's imports where the dollars stand.
import { DurableObject, WorkerEntrypoint } from "cloudflare:workers";
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

/** A room. What happens in it is told to the module; that a page is alive, its socket answers by itself. */
export class RoomObject extends DurableObject {
  constructor(state, env) {
    super(state, env);
    state.setWebSocketAutoResponse(new WebSocketRequestResponsePair("ping", "pong"));
  }

  fetch(request) {
    return glue.roomEvent(this.ctx, this.env, request);
  }

  webSocketMessage(socket, text) {
    glue.roomMessage(this.ctx, socket, text);
  }

  webSocketClose(socket) {
    return glue.roomEvent(this.ctx, this.env, undefined, socket);
  }

  webSocketError(socket) {
    return glue.roomEvent(this.ctx, this.env, undefined, socket);
  }

  alarm() {
    return glue.roomEvent(this.ctx, this.env);
  }
}
