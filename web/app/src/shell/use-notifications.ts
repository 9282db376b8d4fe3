import { useEffect } from "preact/hooks";
import { stayNotified } from "../notifications/notifications.ts";
import { useStore } from "../store.ts";

/** Keeps the server knowing of this browser, where I am notified on it. */
export function useNotifications(): void {
  const { chat, state } = useStore();
  const me = state.value.me?.id;
  useEffect(() => {
    // Without an answer the next page tries again.
    if (me !== undefined) stayNotified(chat, me).catch(() => undefined);
  }, [chat, me]);
}
