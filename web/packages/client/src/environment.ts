import type { Clock, OpenSocket, Random, Socket } from "./ports.ts";

/** What browsers and Node share, as far as it is used here. */
interface Environment {
  readonly WebSocket?: new (url: string, subprotocol: string) => Socket;
  readonly crypto: { getRandomValues(values: Uint32Array): Uint32Array };
  setTimeout(task: () => void, delayMs: number): unknown;
  clearTimeout(timer: unknown): void;
}

const environment = globalThis as unknown as Environment;

/** The environment's own timers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, task) => {
    const timer = environment.setTimeout(task, delayMs);
    return () => environment.clearTimeout(timer);
  },
};

/** The environment's secure source. */
export const secureRandom: Random = () => {
  const [bits = 0] = environment.crypto.getRandomValues(new Uint32Array(1));
  return bits / 2 ** 32;
};

/** The environment's own WebSocket. Node before 22 has none: give `openSocket` there. */
export const openWebSocket: OpenSocket = (url, subprotocol) => {
  if (environment.WebSocket === undefined) {
    throw new TypeError("There is no WebSocket here. Give createChat an openSocket.");
  }
  return new environment.WebSocket(url, subprotocol);
};
