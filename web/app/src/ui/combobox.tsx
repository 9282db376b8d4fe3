import { useId, useState } from "preact/hooks";
import { useAutoFocus } from "./use-auto-focus.ts";

/** The state of a text input that chooses from a list below it. */
export interface Combobox {
  /** The id of the list; its options are `optionId(index)`. */
  readonly listId: string;
  readonly query: string;
  /** The index of the option that Enter takes. */
  readonly active: number;
  optionId(index: number): string;
  search(query: string): void;
  move(to: number): void;
}

/** @param initial what is written in it at first */
export function useCombobox(initial = ""): Combobox {
  const id = useId();
  const [query, setQuery] = useState(initial);
  const [active, move] = useState(0);
  return {
    listId: id,
    query,
    active,
    optionId: (index) => `${id}-${index}`,
    search: (next) => {
      setQuery(next);
      move(0);
    },
    move,
  };
}

interface ComboboxInputProps {
  box: Combobox;
  /** How many options there are. */
  count: number;
  label: string;
  placeholder: string;
  autoFocus: boolean;
  /** Called with the index of the option that was taken. */
  onPick: (index: number) => void;
}

/** The input. The focus stays here while the arrow keys move through the list. */
export function ComboboxInput({ box, count, label, onPick, ...input }: ComboboxInputProps) {
  const element = useAutoFocus<HTMLInputElement>(input.autoFocus);
  const active = Math.min(box.active, count - 1);
  const press = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (count === 0 || (step === undefined && event.key !== "Enter")) return;
    event.preventDefault();
    if (step === undefined) onPick(active);
    else box.move((active + step + count) % count);
  };
  return (
    <input
      {...input}
      ref={element}
      role="combobox"
      aria-label={label}
      aria-expanded={count > 0}
      aria-controls={box.listId}
      aria-autocomplete="list"
      aria-activedescendant={count > 0 ? box.optionId(active) : undefined}
      autoComplete="off"
      spellcheck={false}
      value={box.query}
      onInput={(event) => box.search(event.currentTarget.value)}
      onKeyDown={press}
    />
  );
}
