import { WebSocket } from "ws";
import { type Chat, type ChatState, createChat, type Room, type Socket } from "../../packages/client/src/index.ts";
import type { Account } from "./account.ts";
import { type Cable, layCable } from "./cable.ts";

/** How long anything may take to come about, in milliseconds. */
const PATIENCE_MS = 30_000;

/** A client of somebody, without a window: the real one, over a cable of its own. */
export class Device {
  readonly account: Account;
  readonly cable: Cable;
  readonly chat: Chat;

  private constructor(account: Account, cable: Cable, random: () => number) {
    this.account = account;
    this.cable = cable;
    this.chat = createChat({
      url: new URL("/v1/connect", cable.url).href.replace("http", "ws"),
      access: () => Promise.resolve({ accessToken: account.accessToken }),
      openSocket: (url, subprotocol) => new WebSocket(url, subprotocol) as unknown as Socket,
      random,
    });
  }

  /** Connects; resolves when it knows its rooms. */
  static async connect(server: URL, account: Account, random: () => number): Promise<Device> {
    const device = new Device(account, await layCable(server), random);
    await device.until("it knows its rooms", ({ roomsKnown }) => roomsKnown);
    return device;
  }

  /** Waits for a state; fails with what was awaited when it does not come. */
  until(what: string, holds: (state: ChatState) => boolean): Promise<void> {
    return untilAll([this], what, () => holds(this.chat.state));
  }

  /** The room, which must be there. */
  room(id: string): Room {
    const room = this.chat.state.rooms.get(id);
    if (room === undefined) throw new Error(`${id} is not in the state`);
    return room;
  }

  async close(): Promise<void> {
    this.chat.close();
    await this.cable.close();
  }
}

/** Waits for what devices come to together: it is looked at whenever the state of any of them changes. */
export function untilAll(devices: readonly Device[], what: string, holds: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      for (const forget of subscriptions) forget();
    };
    const look = () => {
      if (!holds()) return;
      stop();
      resolve();
    };
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`It did not come about that ${what}`));
    }, PATIENCE_MS);
    const subscriptions = devices.map(({ chat }) => chat.subscribe(look));
    look();
  });
}
