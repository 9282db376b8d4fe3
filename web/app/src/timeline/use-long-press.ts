import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** A finger that rests for this long, in ms, and moves no further than this, in px, asks for the menu. */
const restMs = 450;
const greatestMove = 10;

/** Calls `run` when a finger rests on the message around an element. A mouse has buttons for that. */
export function useLongPress(within: RefObject<HTMLElement | null>, run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const message = within.current?.closest<HTMLElement>("[data-message]");
    if (message === null || message === undefined) return;
    const listening = new AbortController();
    listen(message, listening.signal, () => latest.current());
    return () => listening.abort();
  }, [within]);
}

function listen(message: HTMLElement, signal: AbortSignal, run: () => void): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  let isOpened = false;
  const end = () => clearTimeout(timer);
  const open = () => {
    isOpened = true;
    run();
  };
  const begin = (event: PointerEvent) => {
    end();
    isOpened = false;
    if (event.pointerType === "mouse" || isInMenu(event.target)) return;
    from = { x: event.clientX, y: event.clientY };
    timer = setTimeout(open, restMs);
  };
  const move = ({ clientX, clientY }: PointerEvent) => {
    if (Math.hypot(clientX - from.x, clientY - from.y) > greatestMove) end();
  };
  // The finger that opened the sheet presses nothing more when it is lifted.
  const lift = (event: TouchEvent) => {
    if (isOpened) event.preventDefault();
  };
  message.addEventListener("pointerdown", begin, { signal });
  message.addEventListener("pointermove", move, { signal });
  message.addEventListener("contextmenu", holdBack, { signal });
  message.addEventListener("touchend", lift, { signal, passive: false });
  for (const type of ["pointerup", "pointercancel", "pointerleave"] as const) {
    message.addEventListener(type, end, { signal });
  }
  signal.addEventListener("abort", end);
}

/** The system's own menu would cover the sheet. */
function holdBack(event: Event): void {
  if (!matchMedia("(hover: hover)").matches) event.preventDefault();
}

/** What is open beside the message, and what is written in it, keep their own presses. */
function isInMenu(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(".message-actions, textarea, button, a") !== null;
}
