import { useEffect, useReducer } from "preact/hooks";
import { useStore } from "../store.ts";
import { useFocusHeir } from "../ui/focus.ts";
import { Icon } from "../ui/icon.tsx";
import { stripOf } from "./strip.ts";
import { useOnline } from "./use-online.ts";
import "./connection-strip.css";

/** Says that the connection is lost and what follows from it; nothing while all is well. */
export function ConnectionStrip() {
  const { state } = useStore();
  const isOnline = useOnline();
  useTicks(state.value.connection.kind !== "live" && state.value.connection.kind !== "ended");
  const strip = stripOf(state.value, isOnline, Date.now());
  switch (strip.kind) {
    case "none":
      return null;
    case "offline":
      return (
        <div class="strip" role="status">
          <Icon name="cloud-off" />
          <span>{strip.text}</span>
        </div>
      );
    case "reconnecting":
      return <Reconnecting text={strip.text} isTrying={strip.isTrying} />;
    case "over":
      return <Over text={strip.text} />;
  }
}

/** The countdown is for the eyes: a screen reader hears once that the connection is lost. */
function Reconnecting({ text, isTrying }: { text: string; isTrying: boolean }) {
  const { chat } = useStore();
  useFocusHeir("#messages");
  return (
    <div class="strip lost">
      <Icon name="plug" />
      <span aria-hidden="true">{text}</span>
      <span class="visually-hidden" role="status">
        Reconnecting
      </span>
      <button
        class="link"
        type="button"
        aria-disabled={isTrying}
        onClick={() => chat.reconnectNow()}
      >
        Try now
      </button>
    </div>
  );
}

function Over({ text }: { text: string }) {
  return (
    <div class="strip lost" role="alert">
      <Icon name="unplug" />
      <span>{text}</span>
      <button class="link" type="button" onClick={() => location.reload()}>
        Load again
      </button>
    </div>
  );
}

/** Renders again each half second, so that a countdown goes on. */
function useTicks(isTicking: boolean): void {
  const [, tick] = useReducer<number, void>((ticks) => ticks + 1, 0);
  useEffect(() => {
    if (!isTicking) return;
    const timer = setInterval(() => tick(), 500);
    return () => clearInterval(timer);
  }, [isTicking]);
}
