import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const PEERS = join(import.meta.dirname, "..");

/** A peer that runs in a process of its own, as the load generator starts it. */
export class PeerProcess {
  static #running = new Set();
  #process;

  constructor(process, port) {
    this.#process = process;
    this.port = port;
  }

  /** Starts a peer and waits for its ready line. */
  static async start(name, ...options) {
    const { process, line } = await launch(name, options);
    const [, port] = /^ready (\d+)$/.exec(line) ?? [];
    if (port === undefined) throw new Error(`${name} says: ${line}`);
    const peer = new PeerProcess(process, Number(port));
    PeerProcess.#running.add(peer);
    return peer;
  }

  /** Ends those that a failed test has left. */
  static async killAll() {
    for (const peer of PeerProcess.#running) await peer.kill();
  }

  get pid() {
    return this.#process.pid;
  }

  get http() {
    return `http://127.0.0.1:${this.port}`;
  }

  get ws() {
    return `ws://127.0.0.1:${this.port}/`;
  }

  /** Asks it to end, and answers its exit code. */
  stop() {
    return this.#end("SIGTERM");
  }

  /** Ends it without a warning. */
  kill() {
    return this.#end("SIGKILL");
  }

  async #end(signal) {
    PeerProcess.#running.delete(this);
    const ended = once(this.#process, "exit");
    this.#process.kill(signal);
    const [code] = await ended;
    return code;
  }
}

/** Whether a peer can run here: undefined, or the line in which it says why not. */
export async function whyUnavailable(name) {
  const { process, line } = await launch(name, []);
  const ended = process.exitCode === null ? once(process, "exit") : [process.exitCode];
  if (line.startsWith("ready ")) process.kill("SIGTERM");
  const [code] = await ended;
  return code === 3 ? line : undefined;
}

async function launch(name, options) {
  const script = join(PEERS, `${name}.mjs`);
  const peer = spawn(process.execPath, [script, "--port", "0", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(peer.stdout), "line");
  return { process: peer, line };
}
