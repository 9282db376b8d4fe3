// What the peers have in common: their options, the line that says they are ready, and their end.

import { parseArgs } from "node:util";

/** Only this machine may connect. */
export const HOST = "127.0.0.1";

/** Connections that the kernel keeps until they are accepted: a thousand come at once. */
export const BACKLOG = 4096;

/** The longest frame that a peer takes, in bytes: as Parley. */
export const MAX_FRAME = 64 * 1024;

/**
 * `--port N` (0, the default, takes a free one), `--data DIR` (for what is stored), and `--batch`
 * (a variant of `socketio`).
 */
export function options() {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "0" },
      data: { type: "string" },
      batch: { type: "boolean", default: false },
    },
  });
  return { ...values, port: Number(values.port) };
}

/** Says, once, that connections are accepted. Nothing else is ever written to standard output. */
export function ready(port) {
  console.log(`ready ${port}`);
}

/** Ends the process on SIGTERM, after `close`. */
export function endOnSigterm(close = () => {}) {
  process.once("SIGTERM", async () => {
    await close();
    process.exit(0);
  });
}
