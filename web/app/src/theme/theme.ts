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
  remember(storageKey, next === "system" ? undefined : next);
}

function stored(): Theme {
  const value = globalThis.document?.documentElement.dataset["theme"];
  return value === "light" || value === "dark" ? value : "system";
}
