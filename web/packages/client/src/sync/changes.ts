import type { Commands } from "../connection/commands.ts";
import type { Changed } from "../generated/protocol.ts";
import type { KeySource } from "../keys.ts";
import { reduceChange } from "../state/changes.ts";
import type { MessageChange, MessageKey, RoomId } from "../state/state.ts";
import type { Store } from "../state/store.ts";

/** Makes changes of messages: shown at once, and taken back where the server refuses. */
export class Changes {
  readonly #store: Store;
  readonly #commands: Commands;
  readonly #keys: KeySource;

  constructor(store: Store, commands: Commands, keys: KeySource) {
    this.#store = store;
    this.#commands = commands;
    this.#keys = keys;
  }

  /** Rejects with the server's refusal. */
  async make(room: RoomId, target: number, change: MessageChange): Promise<void> {
    const key = this.#keys.next();
    this.#store.apply(reduceChange, { type: "change.made", room, key, target, change });
    try {
      const { seq } = await this.#ask(room, target, key, change);
      this.#store.apply(reduceChange, { type: "change.done", room, key, seq });
    } catch (problem) {
      this.#store.apply(reduceChange, { type: "change.refused", room, key });
      throw problem;
    }
  }

  #ask(room: RoomId, target: number, key: MessageKey, change: MessageChange): Promise<Changed> {
    const data = { room, target, key };
    switch (change.type) {
      case "edit":
        return this.#commands.ask("message.edit", { ...data, text: change.text });
      case "delete":
        return this.#commands.ask("message.delete", data);
      case "react":
        return this.#commands.ask("reaction.add", { ...data, emoji: change.emoji });
      case "unreact":
        return this.#commands.ask("reaction.remove", { ...data, emoji: change.emoji });
      case "vote":
        return this.#commands.ask("poll.vote", { ...data, options: change.options });
      case "close poll":
        return this.#commands.ask("poll.close", data);
      case "pin":
        return this.#commands.ask("pin.add", data);
      case "unpin":
        return this.#commands.ask("pin.remove", data);
      default:
        return change satisfies never;
    }
  }
}
