const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? "");

/** What the key for commands is called on this machine. */
export const commandKey = isApple ? "⌘" : "Ctrl";

/** Whether the key for commands is held, alone or with Shift. */
export function hasCommand(event: KeyboardEvent): boolean {
  const held = isApple ? event.metaKey : event.ctrlKey;
  const other = isApple ? event.ctrlKey : event.metaKey;
  return held && !other && !event.altKey;
}
