import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Row } from "./rows.ts";
import type { FeedVirtualizer } from "./use-feed-virtualizer.ts";

/** How much of the view a key scrolls where a message is taller than the view. */
const stride = 0.8;

/**
 * Arrow keys, Home and End move the focus from message to message; in a message that is taller than
 * the view they scroll first, so that a reader is never trapped in it or carried past it.
 */
export function useFeedKeys(rows: readonly Row[], scroller: RefObject<HTMLElement | null>) {
  const [focused, setFocused] = useState<string | undefined>(undefined);
  const wanted = useRef<string>(undefined);
  const virtualizer = useRef<FeedVirtualizer>(undefined);
  const focusedIndex = focused === undefined ? -1 : rows.findIndex(({ key }) => key === focused);

  useEffect(() => focusWanted(wanted, scroller));

  const focus = (index: number, align: "auto" | "center" = "auto") => {
    const row = rows[index];
    if (row === undefined) return;
    wanted.current = row.key;
    setFocused(row.key);
    virtualizer.current?.scrollToIndex(index, { align });
  };
  const onFocus = (event: FocusEvent) => {
    const key = closestKey(event.target);
    if (key !== undefined) setFocused(key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event, scroller.current);
    if (move === undefined) return;
    event.preventDefault();
    if (typeof move === "number") scroller.current?.scrollBy({ top: move });
    else focus(indexAfter(move, rows, focusedIndex));
  };
  return {
    focusedIndex: focusedIndex < 0 ? undefined : focusedIndex,
    focus,
    onFocus,
    onKeyDown,
    /** The key of the message to which Tab leads: the one that had the focus last, else the last one in sight. */
    tabStop: (inSight: Pick<FeedVirtualizer, "range">) =>
      focusedIndex >= 0 ? focused : rows[lastMessage(rows, inSight.range?.endIndex)]?.key,
    /** Tells which virtualizer scrolls to the focused row. */
    attach: (next: FeedVirtualizer) => {
      virtualizer.current = next;
    },
  };
}

type Move = "previous" | "next" | "first" | "last";

/** What a key does on a message: a move of the focus, or a number of px to scroll. */
function moveOf(event: KeyboardEvent, view: HTMLElement | null): Move | number | undefined {
  const message = event.target;
  if (!(message instanceof HTMLElement) || message.dataset["message"] === undefined) return undefined;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
  const box = message.getBoundingClientRect();
  const around = view?.getBoundingClientRect() ?? box;
  const above = around.top - box.top;
  const below = box.bottom - around.bottom;
  switch (event.key) {
    case "ArrowUp":
      return above > 0 ? -Math.min(above, around.height * stride) : "previous";
    case "ArrowDown":
      return below > 0 ? Math.min(below, around.height * stride) : "next";
    case "Home":
      return "first";
    case "End":
      return "last";
    default:
      return undefined;
  }
}

function indexAfter(move: Move, rows: readonly Row[], from: number): number {
  switch (move) {
    case "previous":
      return rows.findLastIndex((row, index) => index < from && isMessage(row));
    case "next":
      return rows.findIndex((row, index) => index > from && isMessage(row));
    case "first":
      return rows.findIndex(isMessage);
    case "last":
      return lastMessage(rows);
  }
}

/** The index of the last message at or before `end`. */
function lastMessage(rows: readonly Row[], end = rows.length): number {
  return rows.findLastIndex((row, index) => index <= end && isMessage(row));
}

function isMessage(row: Row): boolean {
  return row.kind === "message";
}

/** Focuses the wanted message once it is in the document. */
function focusWanted(
  wanted: { current: string | undefined },
  scroller: RefObject<HTMLElement | null>,
): void {
  if (wanted.current === undefined) return;
  const selector = `[data-message="${CSS.escape(wanted.current)}"]`;
  const element = scroller.current?.querySelector<HTMLElement>(selector);
  if (element === null || element === undefined) return;
  wanted.current = undefined;
  element.focus({ preventScroll: true });
}

function closestKey(target: EventTarget | null): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest<HTMLElement>("[data-message]")?.dataset["message"];
}
