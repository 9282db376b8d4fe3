import { mentionsMe, type MessageItem } from "@parley/client";
import type { VNode } from "preact";
import { useContext, useMemo } from "preact/hooks";
import { hasKeyword } from "../people/keywords.ts";
import { useKeywords } from "../people/use-keywords.ts";
import { useName } from "../people/use-names.ts";
import { useStore } from "../store.ts";
import { ThreadContext } from "../thread/thread-context.ts";
import { clockTime, dayLabel } from "../ui/time.ts";
import { Message } from "./message.tsx";
import { Notice } from "./notice.tsx";
import type { MessageRow, Row } from "./rows.ts";

interface TimelineRowProps {
  row: Row;
  /** Place among all rows, from 0, and their number if all of them are loaded. */
  index: number;
  total: number;
  /** Whether Tab leads here. */
  isTabStop: boolean;
  /** Whether the address points here. */
  isSought: boolean;
  onMarkRead: () => void;
}

/** What stands in one place of the feed. Drawn anew only when its row changes. */
export function TimelineRow({ row, onMarkRead, ...place }: TimelineRowProps) {
  const content = useMemo(() => contentOf(row, onMarkRead), [row, onMarkRead]);
  if (row.kind !== "message") return content;
  return (
    <MessageArticle row={row} {...place}>
      {content}
    </MessageArticle>
  );
}

interface MessageArticleProps extends Omit<TimelineRowProps, "onMarkRead"> {
  row: MessageRow;
  children: VNode;
}

export function MessageArticle({ row, index, total, isTabStop, isSought, children }: MessageArticleProps) {
  const { state } = useStore();
  const name = useName(row.by);
  const keywords = useKeywords();
  const me = state.peek().me?.id;
  const isForMe = row.item !== undefined && callsMe(row.item, me);
  const hasWord = row.item !== undefined && row.by !== me && hasKeyword(row.item.text, keywords);
  return (
    <article
      class={`message${isSought ? " sought" : ""}${isForMe || hasWord ? " for-me" : ""}`}
      data-message={row.key}
      tabIndex={isTabStop ? 0 : -1}
      aria-current={isSought ? "true" : undefined}
      aria-posinset={index + 1}
      aria-setsize={total}
      aria-label={`${name}, ${clockTime(row.at)}${callLabel(isForMe, hasWord)}${statusLabel(row)}`}
    >
      {children}
    </article>
  );
}

/** Whether somebody else's message mentions me. */
function callsMe({ by, mentions = [] }: MessageItem, me: string | undefined): boolean {
  return me !== undefined && by !== me && mentionsMe(mentions, me);
}

function callLabel(isForMe: boolean, hasWord: boolean): string {
  if (isForMe) return ", mentions you";
  return hasWord ? ", has a word of yours" : "";
}

function contentOf(row: Row, onMarkRead: () => void) {
  switch (row.kind) {
    case "message":
      return <Message row={row} />;
    case "notice":
      return <Notice item={row.item} />;
    case "day":
      return <DayRule at={row.at} />;
    case "unread":
      return <UnreadLine at={row.at} onMarkRead={onMarkRead} />;
  }
}

function statusLabel(row: MessageRow): string {
  if (row.status?.kind === "queued") return ", queued";
  return row.status?.kind === "failed" ? ", not sent" : "";
}

function DayRule({ at }: { at: string }) {
  return (
    <div class="day">
      <span>{dayLabel(at, new Date())}</span>
    </div>
  );
}

/** In a thread it only says what is new: reading is the room's. */
function UnreadLine({ at, onMarkRead }: { at: string; onMarkRead: () => void }) {
  if (useContext(ThreadContext)) return <p class="unread-line">New</p>;
  return (
    <article class="unread-line" aria-label={`New since ${clockTime(at)}`}>
      <span>New since {clockTime(at)}</span>
      <button type="button" onClick={onMarkRead}>
        Mark read <kbd>Esc</kbd>
      </button>
    </article>
  );
}
