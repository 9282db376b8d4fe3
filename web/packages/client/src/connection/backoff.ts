import type { Random } from "../ports.ts";

const SHORTEST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * Pauses with decorrelated jitter: each is drawn between half a second and three times the one before, at most
 * 30 s. Clients that lost the same server spread out instead of coming back in waves.
 */
export class Backoff {
  readonly #random: Random;
  #last = SHORTEST_MS;

  constructor(random: Random) {
    this.#random = random;
  }

  /** The next pause, in milliseconds. */
  next(): number {
    const drawn = SHORTEST_MS + this.#random() * (this.#last * 3 - SHORTEST_MS);
    this.#last = Math.min(LONGEST_MS, drawn);
    return Math.round(this.#last);
  }

  /** Begins anew after success. */
  reset(): void {
    this.#last = SHORTEST_MS;
  }
}
