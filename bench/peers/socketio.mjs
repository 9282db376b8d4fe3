// A chat server as the best users of Socket.IO write it, as durable as Parley: a message is on disk
// before anyone is sent it and before it is acknowledged.

import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import express from "express";
import { Server } from "socket.io";
import { BACKLOG, HOST, MAX_FRAME, endOnSigterm, options, ready } from "./peer.mjs";
import { Chat } from "./socketio/chat.mjs";
import { CommitEach, CommitTurn } from "./socketio/commits.mjs";
import { historyRoutes } from "./socketio/history.mjs";
import { Store } from "./socketio/store.mjs";

const { port, data, batch } = options();
if (data === undefined) throw new Error("--data DIR is needed: where the messages are kept");
mkdirSync(data, { recursive: true });
const store = new Store(join(data, "chat.db"));
const commits = batch ? new CommitTurn(store) : new CommitEach(store);

const app = express();
app.disable("x-powered-by");
app.disable("etag");
app.use(historyRoutes(store));

const server = createServer(app);
const io = new Server(server, { serveClient: false, maxHttpBufferSize: MAX_FRAME });
// The request of the handshake is forgotten: what Socket.IO's guide advises to save memory.
io.engine.on("connection", (connection) => {
  connection.request = null;
});
new Chat(io, store, commits).serve();

server.listen({ host: HOST, port, backlog: BACKLOG }, () => ready(server.address().port));
endOnSigterm(async () => {
  const closed = io.close();
  server.closeAllConnections();
  await closed;
  commits.flush();
  store.close();
});
