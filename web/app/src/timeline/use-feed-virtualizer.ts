import {
  defaultRangeExtractor,
  elementScroll,
  type Range,
  type Virtualizer,
} from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useCallback } from "preact/hooks";
import { estimateHeight, type Row } from "./rows.ts";
import { useVirtualizer } from "./use-virtualizer.ts";

export type FeedVirtualizer = Virtualizer<HTMLElement, HTMLElement>;

interface FeedOptions {
  rows: readonly Row[];
  scroller: RefObject<HTMLElement | null>;
  /** A row that stays in the document however far away it is: it has the focus. */
  pinned: number | undefined;
  /** Told where the view was sent, in px. */
  top: { current: number };
  /** Whether the last row is the newest there is: only then what comes after it pushes the view down. */
  isLive: boolean;
}

/** Room above the first row for what stands at the top of the feed. */
const topSpace = 56;
/** Room below the last row for who has read it. */
const bottomSpace = 29;
/** This near to the end, new messages keep pushing the view down. */
const endThreshold = 24;
const characterWidth = 7.6;
const greatestTextWidth = 570;

/**
 * The feed's virtualizer. It is anchored at the end: older rows come in above without moving what is
 * read, new ones push the view down only where the end is in sight.
 */
export function useFeedVirtualizer({ rows, scroller, pinned, top, isLive }: FeedOptions): FeedVirtualizer {
  const width = Math.min(greatestTextWidth, (scroller.current?.clientWidth ?? 640) - 100);
  const perLine = Math.max(20, width / characterWidth);
  const estimate = (row: Row | undefined) => (row ? estimateHeight(row, perLine) : 0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: useKeys(rows),
    estimateSize: (index) => estimate(rows[index]),
    initialOffset: () => rows.reduce((sum, row) => sum + estimate(row), topSpace),
    rangeExtractor: (range) => withPinned(range, pinned),
    overscan: 8,
    paddingStart: topSpace,
    paddingEnd: bottomSpace,
    scrollPaddingStart: 12,
    scrollPaddingEnd: 12,
    anchorTo: "end",
    followOnAppend: isLive,
    scrollEndThreshold: endThreshold,
    scrollToFn: (...scroll) => {
      elementScroll(...scroll);
      top.current = scroller.current?.scrollTop ?? 0;
    },
  });
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (item, _delta, instance) =>
    item.start < (instance.scrollOffset ?? 0);
  return virtualizer;
}

/** The same function for the same rows: another one has the whole layout computed anew. */
function useKeys(rows: readonly Row[]): (index: number) => string | number {
  return useCallback((index: number) => rows[index]?.key ?? index, [rows]);
}

function withPinned(range: Range, pinned: number | undefined): number[] {
  const indexes = defaultRangeExtractor(range);
  if (pinned === undefined || pinned >= range.count || indexes.includes(pinned)) return indexes;
  return [...indexes, pinned].toSorted((one, other) => one - other);
}
