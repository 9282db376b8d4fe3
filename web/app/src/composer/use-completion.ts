import type { Room } from "@parley/client";
import { useId, useState } from "preact/hooks";
import { applyEdit } from "./format.ts";
import type { Option, Query } from "./naming.ts";
import { useOptions } from "./use-options.ts";

export type Completion = ReturnType<typeof useCompletion>;

interface CompletionParts {
  room: Room;
  area: { readonly current: HTMLTextAreaElement | null };
  write: (text: string) => void;
  /** Tells what is being named at a caret. */
  read: (text: string, caret: number) => Query | undefined;
}

/** Offers what can be named while a text is written; the focus stays in the text. */
export function useCompletion({ room, area, write, read }: CompletionParts) {
  const listId = useId();
  const [query, setQuery] = useState<Query | undefined>(undefined);
  const [chosen, setChosen] = useState(0);
  const options = useOptions(room, query);
  const active = Math.min(chosen, options.length - 1);
  const isOpen = query !== undefined && options.length > 0;
  const close = () => setQuery(undefined);
  const look = () => {
    const element = area.current;
    if (element === null) return;
    const caret = element.selectionStart;
    const next = caret === element.selectionEnd ? read(element.value, caret) : undefined;
    if (next?.from === query?.from && next?.word === query?.word) return;
    setQuery(next);
    setChosen(0);
  };
  const pick = (option: Option | undefined) => {
    if (option === undefined || query === undefined || area.current === null) return;
    const insert = `${option.insert} `;
    const end = query.from + insert.length;
    applyEdit(area.current, { from: query.from, to: query.to, insert, start: end, end });
    write(area.current.value);
    close();
  };
  const move = (step: number) => setChosen((active + step + options.length) % options.length);
  const press = (event: KeyboardEvent): boolean => {
    if (!isOpen || (event.key === "Enter" && isComplete(query, options[active])) || !act(event, { move, close, take: () => pick(options[active]) })) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const optionId = (index: number) => `${listId}-${index}`;
  const attributes = isOpen ? attributesOf(listId, optionId(active)) : {};
  return { listId, optionId, options, active, isOpen, attributes, look, pick, press, close };
}

/** A command that is written in full already is sent by Enter. */
function isComplete({ kind, word }: Query, option: Option | undefined): boolean {
  return kind === "command" && option?.key === word.toLowerCase();
}

interface Acts {
  move(step: number): void;
  close(): void;
  take(): void;
}

/** Does what a key asks of an open list; false if it asks for nothing. */
function act(event: KeyboardEvent, { move, close, take }: Acts): boolean {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  if (event.key === "ArrowDown") move(1);
  else if (event.key === "ArrowUp") move(-1);
  else if (event.key === "Escape") close();
  else if (event.key === "Enter" || event.key === "Tab") take();
  else return false;
  return true;
}

/** A text area can have no role but its own: it says by these what a combobox says. */
function attributesOf(listId: string, active: string) {
  return {
    "aria-autocomplete": "list",
    "aria-haspopup": "listbox",
    "aria-controls": listId,
    "aria-activedescendant": active,
  } as const;
}
