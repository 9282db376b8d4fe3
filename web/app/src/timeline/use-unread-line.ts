import type { Room } from "@parley/client";
import { useRef, useState } from "preact/hooks";
import { isAttentive } from "../ui/attentive.ts";

/** Where new messages begin, for as long as the reader has not left or dismissed the line. */
export interface UnreadLine {
  /** The seq after which messages are new; undefined shows no line. */
  readonly newAfter: number | undefined;
  dismiss(): void;
}

/**
 * The line stands where I had read to when I opened the room, or where the first message came in
 * while I looked elsewhere.
 *
 * @param isAtEnd whether the newest message is in sight
 */
export function useUnreadLine(room: Room, isAtEnd: boolean): UnreadLine {
  const [, render] = useState(0);
  const line = useRef({
    newAfter: room.unread > 0 ? room.read : undefined,
    lastSeq: room.lastSeq,
  });
  const { current } = line;
  const last = room.timeline.items.at(-1);
  const hasNew = last?.kind === "message" && last.seq > current.lastSeq && room.unread > 0;
  if (hasNew && current.newAfter === undefined && !(isAtEnd && isAttentive.value)) {
    current.newAfter = current.lastSeq;
  }
  current.lastSeq = room.lastSeq;
  const dismiss = () => {
    current.newAfter = undefined;
    render((version) => version + 1);
  };
  return { newAfter: current.newAfter, dismiss };
}
