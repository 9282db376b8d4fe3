import type { ChatState, Room } from "@parley/client";

/** What the worker keeps with a notification. */
interface Shown {
  readonly room: string;
  readonly seq: number;
}

/** What of a registration is needed here. */
type Notifier = Pick<ServiceWorkerRegistration, "getNotifications">;

/** Closes what is shown of messages that were read or deleted meanwhile, here or elsewhere. */
export async function closeStale(notifier: Notifier, rooms: ChatState["rooms"]): Promise<void> {
  for (const notification of await notifier.getNotifications()) {
    const { room, seq }: Partial<Shown> = notification.data ?? {};
    const known = room === undefined ? undefined : rooms.get(room);
    if (known !== undefined && seq !== undefined && isStale(known, seq)) notification.close();
  }
}

/** Whether the message at `seq` draws no attention any more. A deletion is known as far as the room is loaded. */
function isStale({ read, timeline }: Room, seq: number): boolean {
  return read >= seq || timeline.items.some((item) => item.kind === "message" && item.seq === seq && item.deleted === true);
}
