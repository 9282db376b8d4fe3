import type { Commands } from "../../packages/client/src/generated/protocol.ts";

/** Somebody who takes part over HTTP: company for those at a window, without a window of their own. */
export class Guest {
  readonly #server: URL;
  #accessToken = "";
  /** The user's id. */
  id = "";

  private constructor(server: URL) {
    this.#server = server;
  }

  static async register(server: URL, username: string, displayName: string): Promise<Guest> {
    const guest = new Guest(server);
    const { accessToken, user } = await guest.#call<"account.register">("POST", "accounts", {
      username,
      displayName,
      password: "correct horse battery",
    });
    guest.#accessToken = accessToken;
    guest.id = user.id;
    return guest;
  }

  /** The id of whoever has this name. */
  async find(username: string): Promise<string> {
    const { users } = await this.#call<"user.search">("GET", `users?query=${username}`);
    const found = users.find((user) => user.username === username);
    if (found === undefined) throw new Error(`Nobody is called ${username}`);
    return found.id;
  }

  /** Makes a public room in which these people are; gives its id. */
  async createRoom(name: string, topic: string, members: readonly string[]): Promise<string> {
    const { room } = await this.#call<"room.create">("POST", "rooms", { kind: "public", name, topic });
    for (const user of members) {
      await this.#call<"member.add">("POST", `rooms/${room.id}/members`, { user });
    }
    return room.id;
  }

  /** Opens the private conversation with somebody; gives its id. */
  async openDirect(user: string): Promise<string> {
    const { room } = await this.#call<"direct.open">("POST", "direct", { users: [user] });
    return room.id;
  }

  async say(room: string, text: string): Promise<void> {
    const key = crypto.randomUUID();
    await this.#call<"message.send">("POST", `rooms/${room}/messages`, { key, text });
  }

  async #call<C extends keyof Commands>(
    method: "GET" | "POST",
    path: string,
    body?: object,
  ): Promise<Commands[C]["ok"]> {
    const response = await fetch(new URL(`/v1/${path}`, this.#server), {
      method,
      headers: {
        ...(body && { "content-type": "application/json" }),
        ...(this.#accessToken !== "" && { authorization: `Bearer ${this.#accessToken}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} /v1/${path}: ${JSON.stringify(answer)}`);
    return answer as Commands[C]["ok"];
  }
}
