import { useComputed } from "@preact/signals";
import { useEffect, useRef, useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { byAttention, held, type Sections } from "./attention.ts";

/** Rows stay where they are until this long after the pointer and the focus have left the list. */
const settleMs = 2000;

/** The sections to show, and the handlers of the list that keep its rows in place while it is used. */
export function useSections() {
  const { state } = useStore();
  const fresh = useComputed(() => byAttention(state.value)).value;
  const shown = useRef<Sections>(fresh);
  const [steady, handlers] = useSteady();
  shown.current = steady ? held(shown.current, fresh) : fresh;
  return { sections: shown.current, handlers };
}

function useSteady() {
  const [steady, setSteady] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const enter = () => {
    clearTimeout(timer.current);
    setSteady(true);
  };
  const leave = (event: PointerEvent | FocusEvent) => {
    const list = event.currentTarget as HTMLElement;
    const used = () => list.matches(":hover") || list.contains(document.activeElement);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSteady(used()), settleMs);
  };
  const handlers = {
    onPointerEnter: enter,
    onPointerLeave: leave,
    onFocusCapture: enter,
    onBlurCapture: leave,
  };
  return [steady, handlers] as const;
}
