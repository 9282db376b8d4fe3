import { ParleyError } from "../errors.ts";
import type { Cancel, Clock } from "../ports.ts";
import type { Result } from "./frames.ts";

/** How long anybody waits for an answer, in milliseconds, with or without a connection. */
const PATIENCE_MS = 20_000;

/** A command and who waits for its answer. */
export class Pending {
  readonly type: string;
  readonly data: object;
  /** Whether it may be sent again on the next connection. */
  readonly lasting: boolean;
  /** What the server answers, or why it did not. */
  readonly answer: Promise<unknown>;
  /** Nobody waits any more. */
  over = false;
  #resolve!: (ok: unknown) => void;
  #reject!: (error: ParleyError) => void;
  readonly #patience: Cancel;

  constructor(type: string, data: object, lasting: boolean, clock: Clock) {
    this.type = type;
    this.data = data;
    this.lasting = lasting;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#patience = clock.after(PATIENCE_MS, () =>
      this.fail(ParleyError.unavailable("The server did not answer in time. Try again.")),
    );
  }

  settle(result: Result): void {
    this.#end();
    if (result.kind === "ok") this.#resolve(result.ok);
    else this.#reject(new ParleyError(result.error));
  }

  fail(error: ParleyError): void {
    this.#end();
    this.#reject(error);
  }

  #end(): void {
    this.over = true;
    this.#patience();
  }
}
