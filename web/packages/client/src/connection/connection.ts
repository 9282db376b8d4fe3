import { ParleyError } from "../errors.ts";
import type { WireError } from "../generated/protocol.ts";
import type { AccessSource, Cancel, Clock, OpenSocket, Random } from "../ports.ts";
import type { Connection as Standing, EndReason, Instant } from "../state/state.ts";
import { Backoff } from "./backoff.ts";
import { verdictOn } from "./closing.ts";
import type { Frame } from "./frames.ts";
import { type Greeting, type Hello, Link } from "./link.ts";

/** What a connection needs. */
export interface ConnectionOptions {
  readonly url: string;
  readonly access: AccessSource;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
  readonly random: Random;
}

/** Hears what becomes of a connection. */
export interface ConnectionListener {
  /** What to say in hello, apart from the token. Asked anew at each attempt. */
  hello(): Omit<Hello, "token">;
  changed(standing: Standing): void;
  greeted(greeting: Greeting, send: (text: string) => void): void;
  received(frame: Frame): void;
  /** A greeted connection is lost. */
  lost(): void;
}

/** Where the machine stands; each phase holds what it has to let go of. */
type Phase =
  | { readonly kind: "asking" }
  | { readonly kind: "linking"; readonly link: Link }
  | { readonly kind: "live"; readonly link: Link }
  | { readonly kind: "waiting"; readonly cancel: Cancel }
  | { readonly kind: "ended" };

/** Keeps one link standing: connects, comes back after each loss, and stops where the server says so. */
export class Connection {
  readonly #options: ConnectionOptions;
  readonly #listener: ConnectionListener;
  readonly #backoff: Backoff;
  #phase: Phase = { kind: "asking" };
  /** Since when there is no live connection. */
  #since: Instant;
  /** The token of the newest attempt. */
  #token: string | undefined;
  /** A token was refused since the last greeting; a second refusal means signed out. */
  #refreshed = false;
  /** When to come back, as a draining server told. */
  #drainedMs: number | undefined;

  constructor(options: ConnectionOptions, listener: ConnectionListener) {
    this.#options = options;
    this.#listener = listener;
    this.#backoff = new Backoff(options.random);
    this.#since = options.clock.now();
  }

  /** Makes the first attempt. */
  start(): void {
    this.#attempt({ kind: "connecting", since: this.#since });
  }

  /** Gets a token and links with it. `refused` is a token that must not come again. */
  #attempt(standing: Standing, refused?: string): void {
    const asking: Phase = { kind: "asking" };
    this.#phase = asking;
    this.#listener.changed(standing);
    void this.#ask(asking, refused);
  }

  async #ask(asking: Phase, refused: string | undefined): Promise<void> {
    const access = await this.#options.access(refused).catch((problem: unknown) => {
      if (this.#phase === asking) this.#noAccess(problem);
      return undefined;
    });
    if (access !== undefined && this.#phase === asking) this.#link(access.accessToken);
  }

  #noAccess(problem: unknown): void {
    const error = problem instanceof ParleyError ? problem.error : undefined;
    if (error?.code === "unauthenticated") this.#end("signed_out");
    else this.#wait(error?.retryAfterMs);
  }

  #link(token: string): void {
    this.#token = token;
    const { url, openSocket, clock } = this.#options;
    const hello = { token, ...this.#listener.hello() };
    const link = new Link(url, openSocket, clock, hello, {
      greeted: (greeting) => this.#greeted(link, greeting),
      received: (frame) => this.#received(frame),
      refused: (error) => this.#refused(error),
      closed: (code) => this.#closed(code),
    });
    this.#phase = { kind: "linking", link };
  }

  #greeted(link: Link, greeting: Greeting): void {
    this.#phase = { kind: "live", link };
    this.#backoff.reset();
    this.#refreshed = false;
    this.#drainedMs = undefined;
    this.#listener.greeted(greeting, (text) => link.send(text));
  }

  #received(frame: Frame): void {
    if (frame.kind === "signal" && frame.signal.type === "server.draining") {
      this.#drainedMs = frame.signal.data.reconnectInMs;
    }
    this.#listener.received(frame);
  }

  #refused(error: WireError): void {
    if (error.code === "unauthenticated") this.#refresh();
    else if (error.code === "unsupported") this.#end("unsupported_version");
    else this.#wait(error.retryAfterMs);
  }

  #closed(code: number): void {
    if (this.#phase.kind === "live") {
      this.#since = this.#options.clock.now();
      this.#phase = { kind: "asking" };
      this.#listener.lost();
    }
    const verdict = verdictOn(code);
    if (verdict.kind === "reconnect") this.#wait(this.#takeDrained());
    else if (verdict.kind === "refresh") this.#refresh();
    else this.#end(verdict.reason);
  }

  /** Counts for one attempt: when the server is not back by then, jitter decides. */
  #takeDrained(): number | undefined {
    const told = this.#drainedMs;
    this.#drainedMs = undefined;
    return told;
  }

  /** Brings another token, once. */
  #refresh(): void {
    if (this.#refreshed) {
      this.#end("signed_out");
      return;
    }
    this.#refreshed = true;
    this.#attempt({ kind: "offline", since: this.#since }, this.#token);
  }

  /** Waits as long as the server told, or else as jitter has it, and tries again. */
  #wait(toldMs: number | undefined): void {
    const pause = toldMs ?? this.#backoff.next();
    const until = this.#options.clock.now() + pause;
    const cancel = this.#options.clock.after(pause, () => this.#again());
    this.#phase = { kind: "waiting", cancel };
    this.#listener.changed({ kind: "waiting", since: this.#since, until });
  }

  #again(): void {
    this.#attempt({ kind: "offline", since: this.#since });
  }

  /** Does not wait any longer; a live connection is asked whether it still is. */
  reconnectNow(): void {
    if (this.#phase.kind === "waiting") {
      this.#phase.cancel();
      this.#again();
    } else if (this.#phase.kind === "live") {
      this.#phase.link.probe();
    }
  }

  /** Ends for good. */
  close(): void {
    this.#end("closed");
  }

  #end(reason: EndReason): void {
    const phase = this.#phase;
    if (phase.kind === "ended") return;
    this.#phase = { kind: "ended" };
    if (phase.kind === "waiting") phase.cancel();
    if (phase.kind === "linking" || phase.kind === "live") phase.link.close();
    if (phase.kind === "live") this.#listener.lost();
    this.#listener.changed({ kind: "ended", reason });
  }
}
