import { useEffect, useState } from "preact/hooks";
import { useStore } from "../store.ts";

/**
 * Whether the device says that it has a network. When that changes, the connection is made or looked at anew: one to
 * this very machine may go on.
 */
export function useOnline(): boolean {
  const { chat } = useStore();
  const [isOnline, setIsOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => {
      setIsOnline(navigator.onLine);
      chat.reconnectNow();
    };
    window.addEventListener("online", look);
    window.addEventListener("offline", look);
    return () => {
      window.removeEventListener("online", look);
      window.removeEventListener("offline", look);
    };
  }, [chat]);
  return isOnline;
}
