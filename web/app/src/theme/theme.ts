import { signal } from "@preact/signals";

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
  try {
    if (next === "system") localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, next);
  } catch {
    // Storage may be forbidden: the choice then lasts until the page is closed.
  }
}

function stored(): Theme {
  const value = globalThis.document?.documentElement.dataset["theme"];
  return value === "light" || value === "dark" ? value : "system";
}
