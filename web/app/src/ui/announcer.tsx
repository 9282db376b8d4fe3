import { signal } from "@preact/signals";

const spoken = signal<readonly { id: number; text: string }[]>([]);
let lastId = 0;

/** Speaks a text to those who listen to a screen reader, when they have a moment. */
export function announce(text: string): void {
  lastId += 1;
  spoken.value = [...spoken.value.slice(-2), { id: lastId, text }];
}

/** The one live region of the app. */
export function Announcer() {
  return (
    <div class="visually-hidden" role="log" aria-live="polite" aria-label="New messages">
      {spoken.value.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
