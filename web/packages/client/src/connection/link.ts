import type { Commands as Catalogue, Welcome, WireError } from "../generated/protocol.ts";
import type { Cancel, Clock, OpenSocket, Socket } from "../ports.ts";
import { decode, encode, type Frame } from "./frames.ts";
import { Heartbeat } from "./heartbeat.ts";

/** The contract's subprotocol. */
const SUBPROTOCOL = "parley.v1";
/** How long opening and hello may take together, in milliseconds. */
const GREETING_MS = 15_000;
const HELLO_ID = 0;
const PING_ID = -1;
/** RFC 6455's code for a connection that was lost without a close frame. */
const LOST = 1006;

/** What hello takes and answers. */
export type Hello = Catalogue["hello"]["data"];
export type Greeting = Welcome;

/** Hears what becomes of a link; nothing more after `closed` or `refused`. */
export interface LinkListener {
  greeted(greeting: Greeting): void;
  received(frame: Frame): void;
  /** The server refused hello. */
  refused(error: WireError): void;
  /** The socket is closed, by a code of RFC 6455 or the contract's own. */
  closed(code: number): void;
}

/** One socket's life: opening, hello, frames, heartbeat, closing. */
export class Link {
  readonly #socket: Socket;
  readonly #clock: Clock;
  readonly #hello: Hello;
  readonly #listener: LinkListener;
  readonly #patience: Cancel;
  #heartbeat: Heartbeat | undefined;

  /** Begins to connect. Throws what `open` throws. */
  constructor(url: string, open: OpenSocket, clock: Clock, hello: Hello, listener: LinkListener) {
    this.#clock = clock;
    this.#hello = hello;
    this.#listener = listener;
    this.#socket = open(url, SUBPROTOCOL);
    this.#socket.onopen = () => this.#greet();
    this.#socket.onmessage = ({ data }) => this.#receive(decode(data));
    this.#socket.onclose = ({ code }) => this.#end(() => this.#listener.closed(code));
    this.#socket.onerror = () => {};
    this.#patience = clock.after(GREETING_MS, () => this.#lost());
  }

  #greet(): void {
    this.#socket.send(encode(HELLO_ID, "hello", this.#hello));
  }

  #receive(frame: Frame): void {
    this.#heartbeat?.heard();
    if (frame.kind === "reply" && frame.id === PING_ID) return;
    if (frame.kind !== "reply" || frame.id !== HELLO_ID) {
      this.#listener.received(frame);
      return;
    }
    const { result } = frame;
    if (result.kind === "error") this.#end(() => this.#listener.refused(result.error));
    else this.#live(result.ok as Greeting);
  }

  #live(greeting: Greeting): void {
    this.#patience();
    this.#heartbeat = new Heartbeat(this.#clock, greeting.heartbeatMs, {
      ping: () => this.send(encode(PING_ID, "ping", {})),
      lost: () => this.#lost(),
    });
    this.#listener.greeted(greeting);
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  /** Makes sure that the other side still answers. */
  probe(): void {
    this.#heartbeat?.probe();
  }

  /** Closes without telling the listener. */
  close(): void {
    this.#end(() => {});
  }

  #lost(): void {
    this.#end(() => this.#listener.closed(LOST));
  }

  /** Lets go of the socket first, so that nothing comes after the last word. */
  #end(lastWord: () => void): void {
    this.#patience();
    this.#heartbeat?.stop();
    this.#socket.onopen = null;
    this.#socket.onmessage = null;
    this.#socket.onclose = null;
    this.#socket.close();
    lastWord();
  }
}
