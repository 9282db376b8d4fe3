import { once } from "node:events";
import { io } from "socket.io-client";

/** A person at the `socketio` peer, with the official client. */
export class Person {
  #socket;
  #events = new Map();

  constructor(socket) {
    this.#socket = socket;
    socket.onAny((name, data) => this.#named(name).push(data));
  }

  static async connect(peer, auth, transports = ["websocket"]) {
    const socket = io(peer.http, { auth, transports, forceNew: true, reconnection: false });
    const person = new Person(socket);
    const refused = once(socket, "connect_error").then(([error]) => {
      throw error;
    });
    await Promise.race([once(socket, "connect"), refused]);
    return person;
  }

  /** Sends, and waits for the acknowledgement. */
  send(room, key, text) {
    return this.ask("send", { room, key, text });
  }

  ask(name, data) {
    return this.#socket.emitWithAck(name, data);
  }

  /** The first `count` events `message`, once there are so many. */
  received(count) {
    return this.events("message", count);
  }

  /** The first `count` events of a name that came since the connection began. */
  async events(name, count) {
    while (this.#named(name).length < count) await once(this.#socket, name);
    return this.#named(name).slice(0, count);
  }

  #named(name) {
    if (!this.#events.has(name)) this.#events.set(name, []);
    return this.#events.get(name);
  }

  close() {
    this.#socket.close();
  }
}
