// Rooms and their sockets, as the platform has them. What is known of each page is the text attached to its socket, which
// outlives the module's memory; a socket without one is on its way out.

/** Opens a socket with what is known of its page; the answer has the browser's end. */
export function admit(state, text) {
  const { 0: client, 1: server } = new WebSocketPair();
  state.acceptWebSocket(server);
  server.serializeAttachment(text);
  return new Response(null, { status: 101, webSocket: client });
}

/** The open pages: each socket with its text, in turns. */
export function pages(state) {
  const sockets = state.getWebSockets();
  return sockets.flatMap((socket) => {
    const text = socket.deserializeAttachment();
    return text === null ? [] : [socket, text];
  });
}

/** When a page last said that it is alive, in milliseconds; of one that never did, nothing is known. */
export function heardAt(state, socket) {
  return state.getWebSocketAutoResponseTimestamp(socket)?.getTime();
}

/** Another text for a socket. */
export function attach(socket, text) {
  socket.serializeAttachment(text);
}

/** Says something in all of these. */
export function tell(sockets, text) {
  for (const socket of sockets) {
    try {
      socket.send(text);
    } catch {
      // It is closing; the platform says so itself.
    }
  }
}

/** Closes a socket, by whichever side: without this the browser would wait for it. */
export function shut(socket, code, reason) {
  socket.serializeAttachment(null);
  try {
    socket.close(code, reason);
  } catch {
    // It is closed.
  }
}

/** What is kept in the room's storage. */
export function kept(state, key) {
  return state.storage.get(key);
}

/** Keeps a text in the room's storage. */
export function keep(state, key, text) {
  return state.storage.put(key, text);
}

/** Wakes the room in so many milliseconds, unless it is woken before. */
export async function wake(state, millis) {
  if ((await state.storage.getAlarm()) === null) await state.storage.setAlarm(Date.now() + millis);
}

/** Tells rooms something, all at once; what the first answers. */
export async function ask(env, names, headers) {
  const options = env.LOCATION_HINT ? { locationHint: env.LOCATION_HINT } : {};
  const stub = (name) => env.ROOM.get(env.ROOM.idFromName(name), options);
  const [first] = await Promise.all(names.map((name) => stub(name).fetch("https://room/", { headers })));
  return first;
}
