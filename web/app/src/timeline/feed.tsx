import { shownTimeline, type Room } from "@parley/client";
import { useCallback, useEffect, useMemo, useRef } from "preact/hooks";
import { useStore } from "../store.ts";
import { FeedTop } from "./feed-top.tsx";
import { Pill } from "./pill.tsx";
import { rowsOf, type Row } from "./rows.ts";
import { TimelineRow } from "./timeline-row.tsx";
import { useEnd } from "./use-end.ts";
import { useFeedKeys } from "./use-feed-keys.ts";
import { useFeedVirtualizer, type FeedVirtualizer } from "./use-feed-virtualizer.ts";
import { useFirstPosition } from "./use-first-position.ts";
import { useReading } from "./use-reading.ts";
import { useUnreadLine } from "./use-unread-line.ts";

/** Older messages are asked for when fewer rows than this are left above the view. */
const reserve = 20;

/** The messages of a room as a feed of which only what is near the view is in the document. */
export function Feed({ room }: { room: Room }) {
  const scroller = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const top = useRef(0);
  const line = useUnreadLine(room, isAtEnd.current);
  const rows = useRows(room, line.newAfter);
  const keys = useFeedKeys(rows, scroller);
  const virtualizer = useFeedVirtualizer({ rows, scroller, pinned: keys.focusedIndex, top });
  keys.attach(virtualizer);
  isAtEnd.current = virtualizer.isAtEnd();
  const isPlaced = useFirstPosition(virtualizer, rows);
  useEnd(virtualizer, scroller, top);
  useOlder(room, virtualizer, isPlaced);
  useOwnMessages(room, virtualizer);
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
        <Rows rows={rows} virtualizer={virtualizer} keys={keys} room={room} onMarkRead={dismiss} />
      </div>
      {!isAtEnd.current && (
        <Pill newCount={room.unread} onPress={() => virtualizer.scrollToEnd()} />
      )}
    </div>
  );
}

interface RowsProps {
  rows: readonly Row[];
  virtualizer: FeedVirtualizer;
  keys: ReturnType<typeof useFeedKeys>;
  room: Room;
  onMarkRead: () => void;
}

function Rows({ rows, virtualizer, keys, room, onMarkRead }: RowsProps) {
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
    return rowsOf({ room: { timeline: shown, outgoing }, me, newAfter });
  }, [state, timeline, changes, outgoing, newAfter]);
}

/** Loads older messages before the reader comes to the top. */
function useOlder(room: Room, virtualizer: FeedVirtualizer, isPlaced: boolean): void {
  const { chat } = useStore();
  const { more, loading, problem } = room.timeline;
  const first = virtualizer.getVirtualItems()[0]?.index ?? 0;
  const isFree = loading === "none" && problem === undefined;
  const isWanted = isPlaced && more && isFree && first < reserve;
  useEffect(() => {
    if (isWanted) chat.loadOlder(room.id);
  }, [chat, room.id, isWanted]);
}

/** What I send is always in sight. */
function useOwnMessages(room: Room, virtualizer: FeedVirtualizer): void {
  const newest = room.outgoing.at(-1)?.key;
  const seen = useRef(newest);
  useEffect(() => {
    if (newest !== undefined && newest !== seen.current) virtualizer.scrollToEnd();
    seen.current = newest;
  }, [newest, virtualizer]);
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
      if (document.querySelector("dialog[open], .details:focus-within, .message-editor, .emoji-picker") !== null) return;
      event.preventDefault();
      dismiss();
    };
    window.addEventListener("keydown", press, { capture: true });
    return () => window.removeEventListener("keydown", press, { capture: true });
  }, [dismiss]);
}
