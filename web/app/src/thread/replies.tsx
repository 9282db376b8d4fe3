import { type Room, shownTimeline, type Thread } from "@parley/client";
import { useEffect, useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useStore } from "../store.ts";
import { isAt, type Row, rowsOf } from "../timeline/rows.ts";
import { TimelineRow } from "../timeline/timeline-row.tsx";
import { useFeedKeys } from "../timeline/use-feed-keys.ts";
import { dayNumber } from "../ui/time.ts";

interface RepliesProps {
  room: Room;
  thread: Thread;
  /** The seq of the reply that the address points at. */
  sought: number | undefined;
  /** How many of the newest replies of others are new to me. */
  fresh: number;
}

/** This near to the end, in px, new replies keep the end in sight. */
const endThreshold = 24;

/** What a thread began with, a line, and its replies. All of them are in the document: a thread has a bound. */
export function Replies({ room, thread, sought, fresh }: RepliesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const newAfter = useNewAfter(thread, fresh);
  const rows = useRows(room, thread, newAfter);
  const keys = useFeedKeys(rows, scroller);
  const tabStop = keys.tabStop({ range: null });
  useEndInSight(scroller, rows, room.outgoing.findLast((one) => one.thread === thread.root)?.key);
  const soughtIndex = rows.findIndex((row) => isAt(row, sought));
  useEffect(() => {
    if (soughtIndex < 0) return;
    keys.focus(soughtIndex);
    scroller.current?.querySelector(".sought")?.scrollIntoView({ block: "center" });
  }, [sought, soughtIndex >= 0]);
  return (
    <div
      ref={scroller}
      class="scroll replies"
      role="feed"
      aria-label="Replies"
      aria-busy={false}
      tabIndex={-1}
      onKeyDown={keys.onKeyDown}
      onFocusCapture={keys.onFocus}
    >
      {rows.map((row, index) => (
        <div key={row.key} class={index === 0 ? "feed-row root" : "feed-row"}>
          <TimelineRow
            row={row}
            index={index}
            total={thread.timeline.newer === true ? -1 : rows.length}
            isTabStop={tabStop === row.key}
            isSought={sought !== thread.root && isAt(row, sought)}
            onMarkRead={nothing}
          />
        </div>
      ))}
      {thread.timeline.newer === true && <p class="thread-end">Later replies are not shown. Search finds them.</p>}
    </div>
  );
}

function nothing(): void {}

/** The rows of a thread, what it began with first. Its day needs no line: it is the first one. */
function useRows(room: Room, { root, timeline }: Thread, newAfter: number | undefined): readonly Row[] {
  const { state } = useStore();
  const { changes, outgoing } = room;
  return useMemo(() => {
    const me = state.peek().me?.id ?? "";
    const shown = shownTimeline({ timeline, changes });
    const waiting = outgoing.filter(({ thread }) => thread === root);
    const first = shown.items.find(({ seq }) => seq === root);
    const rest = { ...shown, items: shown.items.filter((item) => item !== first) };
    const rootRows = first === undefined ? [] : rowsOf({ room: { timeline: { ...shown, items: [first] }, outgoing: [] }, me, newAfter: undefined });
    const day = first === undefined ? undefined : dayNumber(first.at);
    const replies = rowsOf({ room: { timeline: rest, outgoing: waiting }, me, newAfter });
    return [...rootRows.filter(isMessage), ...replies.filter((row) => row.kind !== "day" || dayNumber(row.at) !== day)];
  }, [state, root, timeline, changes, outgoing, newAfter]);
}

/** The seq after which replies are new, as they stood when the thread was opened. */
function useNewAfter({ timeline }: Thread, fresh: number): number | undefined {
  const { state } = useStore();
  return useRef(seqBefore(timeline, fresh, state.peek().me?.id)).current;
}

function seqBefore({ items }: Thread["timeline"], fresh: number, me: string | undefined): number | undefined {
  if (fresh === 0) return undefined;
  const first = items.filter(({ by }) => by !== me).at(-fresh);
  return first === undefined ? undefined : first.seq - 1;
}

function isMessage({ kind }: Row): boolean {
  return kind === "message";
}

/** Opens at the end and stays there while it is in sight; what I send brings it into sight. */
function useEndInSight(
  scroller: { readonly current: HTMLElement | null },
  rows: readonly Row[],
  ownKey: string | undefined,
): void {
  const isAtEnd = useRef(true);
  const own = useRef(ownKey);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    if (ownKey !== undefined && ownKey !== own.current) isAtEnd.current = true;
    own.current = ownKey;
    if (isAtEnd.current) element.scrollTop = element.scrollHeight;
  }, [rows, ownKey]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const scrolled = () => {
      isAtEnd.current = element.scrollHeight - element.clientHeight - element.scrollTop <= endThreshold;
    };
    element.addEventListener("scroll", scrolled, { passive: true });
    return () => element.removeEventListener("scroll", scrolled);
  }, []);
}
