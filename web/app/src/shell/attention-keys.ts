import { titleOf } from "../people/names.ts";
import { isSwitchedOff } from "../settings/letter-keys.ts";
import type { Store } from "../store.ts";
import { offerUndo } from "../ui/undo.tsx";

/** Shift Esc: everything is read, in threads as well; that can be taken back for a while. */
export function markAllRead({ chat, state }: Store): void {
  const isAny = [...state.peek().rooms.values()].some(({ unread, threads }) => unread > 0 || threads.news.size > 0);
  if (isAny) offerUndo("Everything is marked as read.", chat.markAllRead());
}

/** Whether a key press asks, on a message that has the focus, to mute its room or to end that. */
export function asksToMute(event: KeyboardEvent): boolean {
  const { target } = event;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  const isMessage = target instanceof HTMLElement && target.dataset["message"] !== undefined;
  return event.key === "m" && isPlain && isMessage && !isSwitchedOff(event);
}

/** Mutes the open room, or lets all of its messages draw attention again; that can be taken back. */
export async function toggleMute({ chat, openRoom, state }: Store): Promise<void> {
  const room = openRoom.peek();
  if (room === undefined) return;
  const isMuted = room.notify === "none";
  try {
    await chat.setNotify(room.id, isMuted ? "all" : "none");
  } catch {
    // Without an answer the room is as it was, and looks so.
    return;
  }
  const words = `${titleOf(room, state.peek())} is ${isMuted ? "heard again" : "muted"}.`;
  offerUndo(words, () => void chat.setNotify(room.id, room.notify).catch(() => undefined));
}
