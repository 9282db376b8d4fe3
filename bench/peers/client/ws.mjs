import { once } from "node:events";
import { WebSocket } from "ws";

/** A person at a peer that speaks plain WebSocket. */
export class Person {
  #socket;

  /** Every event that came, in its order. */
  messages = [];

  constructor(socket, receive = (event) => this.messages.push(event)) {
    this.#socket = socket;
    socket.on("message", (frame) => receive(JSON.parse(frame)));
  }

  /** Connects; `receive` is given every event in place of `messages`. */
  static async connect(peer, receive) {
    const person = new Person(new WebSocket(peer.ws, { perMessageDeflate: false }), receive);
    await once(person.#socket, "open");
    return person;
  }

  send(key, text) {
    this.#socket.send(JSON.stringify({ key, text }));
  }

  sendRaw(frame) {
    this.#socket.send(frame);
  }

  /** The code with which the peer closes the connection. */
  async closed() {
    const [code] = await once(this.#socket, "close");
    return code;
  }

  /** The first `count` messages, once there are so many. */
  async received(count) {
    while (this.messages.length < count) await once(this.#socket, "message");
    return this.messages.slice(0, count);
  }

  close() {
    this.#socket.terminate();
  }
}
