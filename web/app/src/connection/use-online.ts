import { useEffect, useState } from "preact/hooks";
import { useStore } from "../store.ts";

/** Whether the device says that it has a network. Coming back connects at once. */
export function useOnline(): boolean {
  const { chat } = useStore();
  const [isOnline, setIsOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => {
      setIsOnline(navigator.onLine);
      if (navigator.onLine) chat.reconnectNow();
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
