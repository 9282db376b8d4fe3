import type { Clock, Random } from "./ports.ts";
import type { MessageKey } from "./state/state.ts";

/** Makes UUIDv7 keys (RFC 9562, 5.7) that sort in the order in which they are made. */
export class KeySource {
  readonly #clock: Clock;
  readonly #random: Random;
  #millis = 0;
  /** The 12 bits after the time count up within one millisecond (RFC 9562, 6.2, method 1). */
  #counter = 0;

  constructor(clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
  }

  next(): MessageKey {
    this.#advance();
    const time = hex(this.#millis, 12);
    const variant = hex(0x8000 + Math.floor(this.#random() * 0x4000), 4);
    const tail = hex(this.#bits(24), 6) + hex(this.#bits(24), 6);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(this.#counter, 3)}-${variant}-${tail}`;
  }

  /** A clock that stands or steps back does not take the keys with it. */
  #advance(): void {
    const now = this.#clock.now();
    if (now > this.#millis) {
      this.#millis = now;
      this.#counter = this.#bits(10);
    } else if (this.#counter < 0xfff) {
      this.#counter += 1;
    } else {
      this.#millis += 1;
      this.#counter = 0;
    }
  }

  #bits(count: number): number {
    return Math.floor(this.#random() * 2 ** count);
  }
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
