/** What this device remembers under a name; nothing where storage is forbidden. */
export function recall(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a value, or forgets it if undefined. Where storage is forbidden nothing happens. */
export function remember(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // The value then lasts as long as the page.
  }
}
