import { signal } from "@preact/signals";
import { remember } from "../storage/local.ts";

export type Theme = "system" | "light" | "dark";

/** Where the choice is kept; the boot script reads it before the first paint. */
const storageKey = "parley.theme";

const chosen = signal<Theme>(stored());

/** The theme that the person chose for this device. */
export function theme(): Theme {
  return chosen.value;
}

/** Applies a theme at once and keeps it for this device. */
export function chooseTheme(next: Theme): void {
  chosen.value = next;
  if (next === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = next;
  takeOnAtOnce();
  remember(storageKey, next === "system" ? undefined : next);
}

/** Follows the system's theme for as long as the page lives, without a transition. The style sheet does the rest. */
export function watchSystemTheme(): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", takeOnAtOnce);
}

/** Has the new colours computed while no transition applies: a theme does not fade in. */
function takeOnAtOnce(): void {
  const root = document.documentElement;
  root.classList.add("changing-theme");
  // Reading a measure brings every style up to date.
  root.getBoundingClientRect();
  root.classList.remove("changing-theme");
}

function stored(): Theme {
  const value = globalThis.document?.documentElement.dataset["theme"];
  return value === "light" || value === "dark" ? value : "system";
}
