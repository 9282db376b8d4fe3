import { ParleyError } from "../errors.ts";
import type { Commands as Catalogue } from "../generated/protocol.ts";
import type { Clock } from "../ports.ts";
import { encode, type Result } from "./frames.ts";
import { Pending } from "./pending.ts";

/** Commands that a chat may send; hello and ping belong to the connection. */
export type CommandType = Exclude<keyof Catalogue, "hello" | "ping">;

/** The server takes 32 at a time on a socket; two places are left to hello and ping. */
const MAX_IN_FLIGHT = 30;
const MAX_WAITING = 256;

/**
 * Gives each reply to the command that it belongs to. At most 30 are in flight and 256 wait; beyond that a command
 * is refused as `overloaded`. What is not answered within 20 s is given up as `unavailable`.
 */
export class Commands {
  readonly #clock: Clock;
  readonly #inFlight = new Map<number, Pending>();
  #waiting: Pending[] = [];
  #lastId = 0;
  #send: ((text: string) => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Asks, and asks again after a lost connection: for commands that may be repeated without harm. */
  ask<T extends CommandType>(type: T, data: Catalogue[T]["data"]): Promise<Catalogue[T]["ok"]> {
    return this.#enqueue(type, data, true);
  }

  /** Asks on this connection only; rejects as `unavailable` when it is lost or there is none. */
  askOnce<T extends CommandType>(type: T, data: Catalogue[T]["data"]): Promise<Catalogue[T]["ok"]> {
    if (this.#send === undefined) return Promise.reject(lost());
    return this.#enqueue(type, data, false);
  }

  #enqueue<T extends CommandType>(
    type: T,
    data: Catalogue[T]["data"],
    lasting: boolean,
  ): Promise<Catalogue[T]["ok"]> {
    this.#waiting = this.#waiting.filter(({ over }) => !over);
    if (this.#waiting.length >= MAX_WAITING) {
      return Promise.reject(ParleyError.overloaded("Too much is waiting for the server already."));
    }
    const pending = new Pending(type, data, lasting, this.#clock);
    this.#waiting.push(pending);
    this.#pump();
    return pending.answer as Promise<Catalogue[T]["ok"]>;
  }

  /** A connection stands: what waits goes out, in order. */
  connected(send: (text: string) => void): void {
    this.#send = send;
    this.#pump();
  }

  /** Sends what there is room for. What nobody waits for any more keeps its place in flight until it is answered. */
  #pump(): void {
    while (this.#send !== undefined && this.#inFlight.size < MAX_IN_FLIGHT) {
      const pending = this.#waiting.shift();
      if (pending === undefined) return;
      if (pending.over) continue;
      this.#lastId += 1;
      this.#inFlight.set(this.#lastId, pending);
      this.#send(encode(this.#lastId, pending.type, pending.data));
    }
  }

  /** A reply came. */
  answered(id: number, result: Result): void {
    const pending = this.#inFlight.get(id);
    if (pending === undefined) return;
    this.#inFlight.delete(id);
    pending.settle(result);
    this.#pump();
  }

  /** The connection is lost: what may be repeated waits for the next one, before everything newer. */
  disconnected(): void {
    this.#send = undefined;
    const unanswered = [...this.#inFlight.values(), ...this.#waiting];
    this.#inFlight.clear();
    this.#waiting = unanswered.filter(({ lasting, over }) => lasting && !over);
    for (const pending of unanswered) {
      if (!pending.lasting) pending.fail(lost());
    }
  }

  /** There will be no other connection. */
  close(): void {
    this.disconnected();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const pending of waiting) pending.fail(lost());
  }
}

function lost(): ParleyError {
  return ParleyError.unavailable("There is no connection to the server. Try again when it is back.");
}
