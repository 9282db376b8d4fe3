import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A fresh clone builds before it serves. */
const START_MS = 300_000;
const STOP_MS = 15_000;
const root = fileURLToPath(new URL("../../..", import.meta.url));

/** A running server of its own, on a port and data of its own. */
export interface Server {
  /** Where the browser goes, such as `http://127.0.0.1:41234`. */
  readonly url: URL;
  /** Kills it without a word, and starts it again at the same address, on the same data. */
  killAndStartAgain(): Promise<void>;
  /** Stops it in good order and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts the real server, which also lets pages of these origins connect. `E2E_SERVER_COMMAND` names another command
 * than the repository's `./parley serve`; the data folder and a free port are given to either. Programs on this machine
 * may be told and asked.
 */
export async function startServer(origins: readonly string[] = []): Promise<Server> {
  const data = await mkdtemp(join(tmpdir(), "parley-e2e-"));
  let child = start(data, origins, "0");
  const url = await announced(child);
  return {
    url,
    killAndStartAgain: async () => {
      child.kill("SIGKILL");
      await once(child, "exit");
      child = start(data, origins, url.port);
      await announced(child);
    },
    stop: async () => {
      await ended(child);
      await rm(data, { recursive: true, force: true });
    },
  };
}

function start(data: string, origins: readonly string[], port: string): ChildProcess {
  const command = process.env["E2E_SERVER_COMMAND"] ?? join(root, "parley serve");
  return spawn(`exec ${command} --port ${port} --data "$E2E_DATA" --limits off --outbound anywhere --origins "$E2E_ORIGINS"`, {
    shell: true,
    cwd: root,
    env: { ...process.env, E2E_DATA: data, E2E_ORIGINS: origins.join(",") },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** An address of this machine; a build before it may print others. */
const LOCAL = /http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+/;

/** The first address of its own that the server prints; what it said instead, when it ends without one. */
function announced(child: ChildProcess): Promise<URL> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail("did not start in time"), START_MS);
    const fail = (what: string) => {
      child.kill("SIGKILL");
      reject(new Error(`The server ${what}. It said:\n${said.join("\n")}`));
    };
    const listen = (line: string) => {
      said.push(line);
      const address = LOCAL.exec(line)?.[0];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(new URL(address));
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream !== null) createInterface(stream).on("line", listen);
    }
    child.once("error", (problem) => fail(`cannot be run: ${problem.message}`));
    child.once("exit", (code) => fail(`ended with ${code}`));
  });
}

/** Asks the process to drain, and ends it where that does not happen. */
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_MS);
    child.once("exit", () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
