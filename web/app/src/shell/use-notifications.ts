import { useEffect } from "preact/hooks";
import { stayNotified, takeBack } from "../notifications/notifications.ts";
import { useStore } from "../store.ts";
import { usePaused } from "../ui/use-load.ts";

/** What changes is looked at once this long after it. */
const pauseMs = 500;

/** Keeps the server knowing of this browser, where I am notified on it, and what is shown there true. */
export function useNotifications(): void {
  const { chat, state } = useStore();
  const me = state.value.me?.id;
  useEffect(() => {
    // Without an answer the next page tries again.
    if (me !== undefined) stayNotified(chat, me).catch(() => undefined);
  }, [chat, me]);
  const rooms = usePaused(state.value.rooms, pauseMs);
  useEffect(() => {
    takeBack(rooms).catch(() => undefined);
  }, [rooms]);
}
