import { useEffect } from "preact/hooks";

/** Focuses what `selector` finds, if the focus is lost once the change that is being drawn is done. */
export function focusIfLost(selector: string): void {
  queueMicrotask(() => {
    const { activeElement, body } = document;
    if (activeElement !== null && activeElement !== body) return;
    document.querySelector<HTMLElement>(selector)?.focus();
  });
}

/** When the component goes and takes the focus with it, what `selector` finds gets it. */
export function useFocusHeir(selector: string): void {
  useEffect(() => () => focusIfLost(selector), [selector]);
}
