// uWebSockets.js: its own publish. It stores nothing.

import { createRequire } from "node:module";
import { Log } from "./log.mjs";
import { HOST, MAX_FRAME, endOnSigterm, options, ready } from "./peer.mjs";

const EVERYONE = "everyone";
const NOT_UNDERSTOOD = 1007;
const UNAVAILABLE = 3;

const uws = load();
const log = new Log();
let users = 0;

const app = uws.App();
app.ws("/", {
  compression: uws.DISABLED,
  maxPayloadLength: MAX_FRAME,
  maxBackpressure: 0, // no bound, as `ws` has none: with one it would leave out events
  idleTimeout: 0, // no pings, as `ws` sends none
  open(socket) {
    socket.by = `u${++users}`;
    socket.subscribe(EVERYONE);
  },
  message(socket, frame) {
    try {
      app.publish(EVERYONE, log.event(Buffer.from(frame), socket.by), false, false);
    } catch {
      socket.end(NOT_UNDERSTOOD, "Send a JSON object: {key, text}");
    }
  },
});
app.listen(HOST, options().port, (listening) => {
  if (!listening) throw new Error(`Cannot listen on port ${options().port}`);
  ready(uws.us_socket_local_port(listening));
});
endOnSigterm();

/**
 * The library itself, where someone has installed it from its own repository. Else the binary of a
 * build on npm: not through that package's main, which would quietly put an imitation in its place.
 */
function load() {
  const require = createRequire(import.meta.url);
  const build = `uws_${process.platform}_${process.arch}_${process.versions.modules}.node`;
  const failures = [];
  for (const name of ["uWebSockets.js", `@trufflesuite/uws-js-unofficial/binaries/${build}`]) {
    try {
      return require(name);
    } catch (error) {
      failures.push(`${name}: ${error.message.split("\n")[0]}`);
    }
  }
  console.log(`unavailable: no build of uWebSockets.js runs here (${failures.join("; ")})`);
  process.exit(UNAVAILABLE);
}
