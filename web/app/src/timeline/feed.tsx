import { shownTimeline, type Room } from "@parley/client";
import { useCallback, useEffect, useMemo, useRef } from "preact/hooks";
import { useStore } from "../store.ts";
import { FeedTop } from "./feed-top.tsx";
import { isInRoom } from "./in-room.ts";
import { Pill } from "./pill.tsx";
import { ReadBy } from "./read-by.tsx";
import { isAt, rowsOf, type Row } from "./rows.ts";
import { TimelineRow } from "./timeline-row.tsx";
import { useEnd } from "./use-end.ts";
import { useFeedKeys } from "./use-feed-keys.ts";
import { useFeedVirtualizer, type FeedVirtualizer } from "./use-feed-virtualizer.ts";
import { useFirstPosition } from "./use-first-position.ts";
import { useReading } from "./use-reading.ts";
import { useUnreadLine } from "./use-unread-line.ts";

/** Older messages are asked for when fewer rows than this are left above the view. */
const reserve = 20;

interface FeedProps {
  room: Room;
  /** The seq of the message that is pointed at: it is brought into sight and gets the focus. */
  sought: number | undefined;
  /** Whether it opens at the newest message even where something is unread. */
  startsAtEnd: boolean;
  /** Shows the end of the room in the place of a stretch from the middle. */
  openEnd: () => void;
}

/** The messages of a room as a feed of which only what is near the view is in the document. */
export function Feed({ room, sought, startsAtEnd, openEnd }: FeedProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const top = useRef(0);
  const line = useUnreadLine(room, isAtEnd.current);
  const rows = useRows(room, line.newAfter);
  const keys = useFeedKeys(rows, scroller);
  const isLive = room.timeline.newer !== true;
  const virtualizer = useFeedVirtualizer({ rows, scroller, pinned: keys.focusedIndex, top, isLive });
  keys.attach(virtualizer);
  isAtEnd.current = virtualizer.isAtEnd();
  const soughtIndex = rows.findIndex((row) => isAt(row, sought));
  const isPlaced = useFirstPosition(virtualizer, rows, startsAtEnd ? rows.length - 1 : soughtIndex);
  useEnd(virtualizer, scroller, top, isLive);
  useMore(room, rows, virtualizer, isPlaced);
  const goToEnd = isLive ? () => virtualizer.scrollToEnd() : openEnd;
  useOwnMessages(room, goToEnd);
  useFocusOn(sought, soughtIndex, keys.focus);
  useReading(room, rows, virtualizer, isPlaced);
  const dismiss = useDismiss(room, line.dismiss);
  useEscape(line.newAfter === undefined ? undefined : dismiss);
  return (
    <div class="timeline">
      <div
        ref={scroller}
        class="scroll feed-scroller"
        id="messages"
        tabIndex={-1}
        onKeyDown={keys.onKeyDown}
        onFocusCapture={keys.onFocus}
      >
        <FeedTop room={room} />
        <Rows {...{ rows, virtualizer, keys, room, sought }} onMarkRead={dismiss} />
        <ReadBy room={room} />
      </div>
      {!(isLive && isAtEnd.current) && <Pill newCount={room.unread} onPress={goToEnd} />}
    </div>
  );
}

interface RowsProps {
  rows: readonly Row[];
  virtualizer: FeedVirtualizer;
  keys: ReturnType<typeof useFeedKeys>;
  room: Room;
  sought: number | undefined;
  onMarkRead: () => void;
}

function Rows({ rows, virtualizer, keys, room, sought, onMarkRead }: RowsProps) {
  const tabStop = keys.tabStop(virtualizer);
  return (
    <div
      class="feed"
      role="feed"
      aria-label="Messages"
      aria-busy={room.timeline.loading === "older"}
      style={{ height: `${virtualizer.getTotalSize()}px` }}
    >
      {virtualizer.getVirtualItems().map((item) => {
        const row = rows[item.index];
        if (row === undefined) return null;
        return (
          <div
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            class="feed-row"
            style={{ transform: `translateY(${item.start}px)` }}
          >
            <TimelineRow
              row={row}
              index={item.index}
              total={room.timeline.more ? -1 : rows.length}
              isTabStop={tabStop === row.key}
              isSought={isAt(row, sought)}
              onMarkRead={onMarkRead}
            />
          </div>
        );
      })}
    </div>
  );
}

function useRows(room: Room, newAfter: number | undefined): readonly Row[] {
  const { state } = useStore();
  const { timeline, changes, outgoing } = room;
  return useMemo(() => {
    const me = state.peek().me?.id ?? "";
    const shown = shownTimeline({ timeline, changes });
    const items = shown.items.filter(isInRoom);
    const waiting = timeline.newer === true ? [] : outgoing.filter(isInRoom);
    return rowsOf({ room: { timeline: { ...shown, items }, outgoing: waiting }, me, newAfter });
  }, [state, timeline, changes, outgoing, newAfter]);
}

/** Loads older messages before the reader comes to the top, and newer ones where what is shown ends before the room. */
function useMore(room: Room, rows: readonly Row[], virtualizer: FeedVirtualizer, isPlaced: boolean): void {
  const { chat } = useStore();
  const { more, newer, loading, problem } = room.timeline;
  const inSight = virtualizer.getVirtualItems();
  const first = inSight[0]?.index ?? 0;
  const last = inSight.at(-1)?.index ?? 0;
  const isFree = isPlaced && loading === "none" && problem === undefined;
  const isOlderWanted = isFree && more && first < reserve;
  const isNewerWanted = isFree && newer === true && last > rows.length - reserve;
  useEffect(() => {
    if (isOlderWanted) chat.loadOlder(room.id);
    else if (isNewerWanted) chat.loadNewer(room.id);
  }, [chat, room.id, isOlderWanted, isNewerWanted]);
}

/** Focuses what is pointed at, once each time. */
function useFocusOn(sought: number | undefined, index: number, focus: (index: number, align: "center") => void): void {
  const { navigator } = useStore();
  const route = navigator.route.value;
  const isThere = index >= 0;
  useEffect(() => {
    if (isThere) focus(index, "center");
  }, [route, sought, isThere]);
}

/** What I send is always in sight. */
function useOwnMessages(room: Room, goToEnd: () => void): void {
  const newest = room.outgoing.findLast(isInRoom)?.key;
  const seen = useRef(newest);
  useEffect(() => {
    if (newest !== undefined && newest !== seen.current) goToEnd();
    seen.current = newest;
  }, [newest]);
}

function useDismiss(room: Room, dismissLine: () => void): () => void {
  const { chat } = useStore();
  const latest = useRef({ room, dismissLine });
  latest.current = { room, dismissLine };
  return useCallback(() => {
    chat.markRead(latest.current.room.id, latest.current.room.lastSeq);
    latest.current.dismissLine();
  }, [chat]);
}

/** Esc marks as read while there is something to mark; otherwise others may use it. */
function useEscape(dismiss: (() => void) | undefined): void {
  useEffect(() => {
    if (dismiss === undefined) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || event.isComposing) return;
      if (document.querySelector("dialog[open], .details:focus-within, .message-editor, [popover]:popover-open, .reply-bar") !== null) return;
      event.preventDefault();
      dismiss();
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [dismiss]);
}
