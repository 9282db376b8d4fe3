import type { OpenSocket, Socket } from "../../src/ports.ts";

/** A frame, read back from its text. */
export type Json = Readonly<Record<string, unknown>>;

/** The server's end of a wire. */
export interface Peer {
  received(frame: Json): void;
  closed(): void;
}

/** What the server may do with its end. */
export interface ServerEnd {
  send(frame: Json): void;
  close(code: number): void;
}

/** A socket whose frames travel one by one, when the test lets them. */
export class Wire implements Socket, ServerEnd {
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;
  onclose: ((event: { readonly code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly toServer: string[] = [];
  readonly toClient: (string | { readonly close: number })[] = [];
  opened = false;
  dead = false;
  readonly #peer: Peer;

  constructor(accept: (end: ServerEnd) => Peer) {
    this.#peer = accept(this);
  }

  send(frame: string | Json): void {
    if (this.dead) return;
    if (typeof frame === "string") this.toServer.push(frame);
    else this.toClient.push(JSON.stringify(frame));
  }

  /** By the server: with a code, after what is on the way. By the client: at once. */
  close(code?: number): void {
    if (code === undefined) this.cut();
    else this.toClient.push({ close: code });
  }

  open(): void {
    if (this.opened || this.dead) return;
    this.opened = true;
    this.onopen?.();
  }

  /** One frame arrives at the server. */
  deliverUp(): void {
    const text = this.toServer.shift();
    if (text !== undefined && !this.dead) this.#peer.received(JSON.parse(text) as Json);
  }

  /** One frame, or the close, arrives at the client. */
  deliverDown(): void {
    const frame = this.toClient.shift();
    if (frame === undefined || this.dead) return;
    if (typeof frame === "string") this.onmessage?.({ data: frame });
    else this.cut(frame.close);
  }

  /** Both ends are gone, with everything on the way. */
  cut(code = 1006): void {
    if (this.dead) return;
    this.dead = true;
    this.#peer.closed();
    this.onclose?.({ code });
  }
}

/** Where all wires run. */
export class Network {
  readonly wires: Wire[] = [];
  /** While false, every new socket fails. */
  up = true;
  readonly #accept: (end: ServerEnd) => Peer;

  constructor(accept: (end: ServerEnd) => Peer) {
    this.#accept = accept;
  }

  readonly openSocket: OpenSocket = () => {
    const wire = new Wire(this.#accept);
    this.wires.push(wire);
    return wire;
  };

  get alive(): readonly Wire[] {
    return this.wires.filter(({ dead }) => !dead);
  }

  /** Moves one thing on one wire; false where nothing is on the way. */
  step(wire: Wire): boolean {
    if (!wire.opened) {
      if (this.up) wire.open();
      else wire.cut();
    } else if (wire.toServer.length > 0) wire.deliverUp();
    else if (wire.toClient.length > 0) wire.deliverDown();
    else return false;
    return true;
  }

  /** Moves everything that is on the way, and what follows from it. */
  async flow(settled: () => Promise<void>): Promise<void> {
    for (;;) {
      await settled();
      if (!this.alive.some((wire) => this.step(wire))) return;
    }
  }

  /** The cable is pulled. */
  cut(): void {
    this.up = false;
    for (const wire of this.alive) wire.cut();
  }
}
