import { useLayoutEffect, useState } from "preact/hooks";
import type { Row } from "./rows.ts";
import type { FeedVirtualizer } from "./use-feed-virtualizer.ts";

/** The view stands where it was sent once it has not moved for this many frames. */
const stillFrames = 3;
/** It is left where it is after this many. */
const greatestFrames = 60;

/**
 * Opens at the end, or at the unread line if that would then be out of sight, or at what is pointed at.
 *
 * @param sought the index of the row that is pointed at, -1 for none
 * @returns whether the view stands there; until then no rows may come in above, since it is sent to a row by its index
 */
export function useFirstPosition(
  virtualizer: FeedVirtualizer,
  rows: readonly Row[],
  sought: number,
): boolean {
  const [isPlaced, setIsPlaced] = useState(false);
  useLayoutEffect(() => {
    const line = lineBeforeLastView(virtualizer, rows);
    if (sought >= 0) virtualizer.scrollToIndex(sought, { align: "center" });
    else if (line === undefined) virtualizer.scrollToEnd();
    else virtualizer.scrollToIndex(line, { align: "start" });
    return whenStill(virtualizer, () => {
      virtualizer.cancelScroll();
      setIsPlaced(true);
    });
  }, [virtualizer]);
  return isPlaced;
}

/** The index of the unread line, if it lies before what is in sight at the end. */
function lineBeforeLastView(virtualizer: FeedVirtualizer, rows: readonly Row[]): number | undefined {
  const line = rows.findIndex((row) => row.kind === "unread");
  if (line < 0) return undefined;
  const start = virtualizer.getOffsetForIndex(line, "start")?.[0] ?? 0;
  const end = virtualizer.getTotalSize() - (virtualizer.scrollRect?.height ?? 0);
  return start < end ? line : undefined;
}

/** Calls `done` once the view stands still; the returned function calls it off. */
function whenStill(virtualizer: FeedVirtualizer, done: () => void): () => void {
  let last: number | null = null;
  let still = 0;
  let left = greatestFrames;
  const look = () => {
    still = virtualizer.scrollOffset === last ? still + 1 : 0;
    last = virtualizer.scrollOffset;
    left -= 1;
    if (still === stillFrames || left === 0) done();
    else frame = requestAnimationFrame(look);
  };
  let frame = requestAnimationFrame(look);
  return () => cancelAnimationFrame(frame);
}
