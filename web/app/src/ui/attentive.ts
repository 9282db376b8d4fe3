import { signal, type ReadonlySignal } from "@preact/signals";

const attentive = signal(true);

/** Whether somebody is likely to be looking: the page is visible and its window has the focus. */
export const isAttentive: ReadonlySignal<boolean> = attentive;

/** Follows the window's focus for as long as the page lives. */
export function watchAttention(): void {
  window.addEventListener("focus", look);
  window.addEventListener("blur", look);
  document.addEventListener("visibilitychange", look);
  look();
}

function look(): void {
  attentive.value = document.visibilityState === "visible" && document.hasFocus();
}
