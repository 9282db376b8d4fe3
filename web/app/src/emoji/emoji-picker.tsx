import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { placeBelow } from "../ui/place.ts";
import { useAutoFocus } from "../ui/use-auto-focus.ts";
import { useLoad } from "../ui/use-load.ts";
import { type Emoji, emojiFor, loadEmoji } from "./emoji.ts";
import "./emoji-picker.css";

interface EmojiPickerProps {
  /** What the panel is called. */
  label: string;
  onPick: (emoji: string) => void;
  onClose: () => void;
}

/** As many are offered at once; a search finds the others. */
const greatestCount = 400;

/** A grid of emoji with a search by name. Esc closes it. */
export function EmojiPicker({ label, onPick, onClose }: EmojiPickerProps) {
  const [query, setQuery] = useState("");
  const { value: all = [], problem } = useLoad("emoji", loadEmoji);
  const found = emojiFor(all, query);
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => placeBelow(panel.current), []);
  const field = useAutoFocus<HTMLInputElement>(true);
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    const isTaken = event.key === "Enter" && event.target === field.current;
    if (event.key !== "Escape" && !isTaken) return;
    event.preventDefault();
    const [first] = found;
    if (!isTaken) onClose();
    else if (first !== undefined) onPick(first.emoji);
  };
  return (
    <div ref={panel} class="emoji-picker" popover="manual" role="group" aria-label={label} onKeyDown={press}>
      <input
        ref={field}
        type="search"
        value={query}
        aria-label="Search emoji"
        placeholder="Search emoji"
        onInput={(event) => setQuery(event.currentTarget.value)}
      />
      {problem === undefined ? (
        <Grid found={found} isLoaded={all.length > 0} onPick={onPick} />
      ) : (
        <p role="alert">Emoji did not load. {problem}</p>
      )}
    </div>
  );
}

interface GridProps {
  found: readonly Emoji[];
  isLoaded: boolean;
  onPick: (emoji: string) => void;
}

function Grid({ found, isLoaded, onPick }: GridProps) {
  if (isLoaded && found.length === 0) return <p>No emoji is called that.</p>;
  return (
    <div class="emoji-grid scroll">
      {found.slice(0, greatestCount).map(({ emoji, name }) => (
        <button key={emoji} type="button" aria-label={name} title={name} onClick={() => onPick(emoji)}>
          {emoji}
        </button>
      ))}
    </div>
  );
}
