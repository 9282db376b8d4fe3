import type { Clock } from "../ports.ts";
import { pause, pauseBefore, wireErrorOf } from "./pauses.ts";

/** Asks the server for something at each connection: until it answers, refuses for good, or another connection begins. */
export class EachConnection {
  readonly #clock: Clock;
  readonly #ask: () => Promise<() => void>;
  /** Counts connections, so that the asking of an older one ends. */
  #turn = 0;

  /** `ask` asks once, and answers how to take in what came; that is run if the connection is still the same. */
  constructor(clock: Clock, ask: () => Promise<() => void>) {
    this.#clock = clock;
    this.#ask = ask;
  }

  connected(): void {
    this.#turn += 1;
    void this.#untilAnswered(this.#turn);
  }

  disconnected(): void {
    this.#turn += 1;
  }

  async #untilAnswered(turn: number): Promise<void> {
    for (let attempt = 1; this.#turn === turn; attempt += 1) {
      try {
        const takeIn = await this.#ask();
        if (this.#turn === turn) takeIn();
        return;
      } catch (problem) {
        const error = wireErrorOf(problem);
        if (!error.retry) return;
        await pause(this.#clock, pauseBefore(attempt, error));
      }
    }
  }
}
