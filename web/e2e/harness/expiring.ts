import type { Account } from "./account.ts";
import type { Device } from "./device.ts";

/** The shortest life of a message that there is, and one that outlasts any test, in seconds. */
export const [SHORT, LONG] = [5, 3600] as const;

/** How long messages of a room last that are posted from now on; 0 for ever. */
export async function setLife(owner: Account, room: string, expireSeconds: number): Promise<void> {
  await owner.ask<"room.update">("PATCH", `rooms/${room}`, { key: crypto.randomUUID(), expireSeconds });
}

/**
 * Waits until the server has deleted whatever was said before with a short life, in any room: what is said last goes
 * last, and a device of the owner's hears of it in a room of its own.
 */
export async function allExpired(owner: Account, devices: readonly Device[]): Promise<void> {
  const device = devices.find(({ account }) => account === owner);
  const own = { key: crypto.randomUUID(), kind: "private", name: "Hourglass" };
  const { room } = await owner.ask<"room.create">("POST", "rooms", own);
  await setLife(owner, room.id, SHORT);
  const last = { key: crypto.randomUUID(), text: "last" };
  const { seq } = await owner.ask<"message.send">("POST", `rooms/${room.id}/messages`, last);
  await device?.until("the last message expires", ({ rooms }) => (rooms.get(room.id)?.lastSeq ?? 0) > seq);
}
