import type { MessageItem, Room } from "@parley/client";

/** A public room in which nothing has happened, but for what `rest` says. */
export function buildRoom(rest: Partial<Room> = {}): Room {
  return {
    id: "r1",
    kind: "public",
    name: "Harbour",
    role: "member",
    members: 2,
    notify: "all",
    messages: 0,
    read: 0,
    readNumber: 0,
    unread: 0,
    mentions: 0,
    counted: { to: 0, since: [] },
    timeline: { items: [], loaded: true, more: false, loading: "none" },
    threads: { news: new Map(), chosen: new Map() },
    outgoing: [],
    changes: [],
    typing: [],
    receipts: new Map(),
    lastSeq: 0,
    synced: true,
    ...rest,
  };
}

/** The message with this seq, said by `by` at a local time of 22 November 2026. */
export function said(seq: number, by: string, time: string, text = "hello"): MessageItem {
  const at = new Date(`2026-11-22T${time}:00`).toISOString();
  return { kind: "message", seq, number: seq, at, by, text, key: `k${seq}`, asOf: seq };
}
