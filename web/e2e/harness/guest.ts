import { Account } from "./account.ts";

/** Somebody who takes part over HTTP: company for those at a window, without a window of their own. */
export class Guest {
  readonly #account: Account;

  private constructor(account: Account) {
    this.#account = account;
  }

  static async register(server: URL, username: string, displayName: string): Promise<Guest> {
    return new Guest(await Account.register(server, username, displayName));
  }

  /** The user's id. */
  get id(): string {
    return this.#account.id;
  }

  /** The id of whoever has this name. */
  async find(username: string): Promise<string> {
    const { users } = await this.#account.ask<"user.search">("GET", `users?query=${username}`);
    const found = users.find((user) => user.username === username);
    if (found === undefined) throw new Error(`Nobody is called ${username}`);
    return found.id;
  }

  /** Makes a public room in which these people are; gives its id. */
  async createRoom(name: string, topic: string, members: readonly string[]): Promise<string> {
    const { room } = await this.#account.ask<"room.create">("POST", "rooms", { kind: "public", name, topic });
    for (const user of members) {
      await this.#account.ask<"member.add">("POST", `rooms/${room.id}/members`, { user });
    }
    return room.id;
  }

  /** Opens the private conversation with somebody; gives its id. */
  async openDirect(user: string): Promise<string> {
    const { room } = await this.#account.ask<"direct.open">("POST", "direct", { users: [user] });
    return room.id;
  }

  async say(room: string, text: string): Promise<void> {
    const key = crypto.randomUUID();
    await this.#account.ask<"message.send">("POST", `rooms/${room}/messages`, { key, text });
  }
}
