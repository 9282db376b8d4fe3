// The bare `ws` library: a loop over the clients. It stores nothing.

import { WebSocket, WebSocketServer } from "ws";
import { Log } from "./log.mjs";
import { BACKLOG, HOST, MAX_FRAME, endOnSigterm, options, ready } from "./peer.mjs";

const NOT_UNDERSTOOD = 1007;

const log = new Log();
const server = new WebSocketServer({
  host: HOST,
  port: options().port,
  backlog: BACKLOG,
  path: "/",
  maxPayload: MAX_FRAME,
  perMessageDeflate: false,
});
let users = 0;

server.on("connection", (socket) => {
  const by = `u${++users}`;
  socket.on("error", (error) => console.error(`${by}: ${error.message}`));
  socket.on("message", (frame) => {
    try {
      sendToAll(log.event(frame, by));
    } catch {
      socket.close(NOT_UNDERSTOOD, "Send a JSON object: {key, text}");
    }
  });
});

/** The text becomes bytes once, not once for each client. */
function sendToAll(event) {
  const bytes = Buffer.from(event);
  for (const client of server.clients) {
    if (client.readyState === WebSocket.OPEN) client.send(bytes, { binary: false });
  }
}

server.on("listening", () => ready(server.address().port));
endOnSigterm();
