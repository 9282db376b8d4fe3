import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useAutoFocus } from "../ui/use-auto-focus.ts";
import { emojiFor } from "./emoji.ts";

interface EmojiPickerProps {
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** The least space between the panel and the edge of the window, in px. */
const margin = 8;

/** A grid of emoji with a search by name. Esc closes it. */
export function EmojiPicker({ onPick, onClose }: EmojiPickerProps) {
  const [query, setQuery] = useState("");
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place(panel.current), []);
  const field = useAutoFocus<HTMLInputElement>(true);
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === "Escape") onClose();
    if (event.key !== "Enter" || event.target !== field.current) return;
    const [first] = emojiFor(query);
    if (first !== undefined) onPick(first.emoji);
  };
  return (
    <div
      ref={panel}
      class="emoji-picker"
      popover="manual"
      role="group"
      aria-label="React with"
      onKeyDown={press}
    >
      <input
        ref={field}
        type="search"
        value={query}
        aria-label="Search emoji"
        placeholder="Search emoji"
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      <Grid query={query} onPick={onPick} />
    </div>
  );
}

function Grid({ query, onPick }: { query: string; onPick: (emoji: string) => void }) {
  const found = emojiFor(query);
  if (found.length === 0) return <p>No emoji is called that.</p>;
  return (
    <div class="emoji-grid">
      {found.map(({ emoji, words }) => (
        <button key={emoji} type="button" aria-label={words} title={words} onClick={() => onPick(emoji)}>
          {emoji}
        </button>
      ))}
    </div>
  );
}

/** Shows the panel over everything: below what it belongs to where there is room for it, else above that. */
function place(panel: HTMLElement | null): void {
  const owner = panel?.parentElement?.getBoundingClientRect();
  if (panel === null || owner === undefined) return;
  panel.showPopover();
  const fits = owner.bottom + panel.offsetHeight + margin < window.innerHeight;
  const top = fits ? owner.bottom + 4 : owner.top - panel.offsetHeight - 4;
  panel.style.top = `${Math.max(margin, top)}px`;
  panel.style.left = `${Math.max(margin, owner.right - panel.offsetWidth)}px`;
}
