import { expect, test } from "vitest";
import type { DurableEvent, DurableFacts } from "../src/generated/protocol.ts";
import { reduceMessage, type MessageFact } from "../src/state/messages.ts";
import type { MessageItem, Room } from "../src/state/state.ts";

const AT = "2026-11-25T12:00:00.000Z";

/** A room with one loaded message, read from a page when the room had come to `asOf`. */
function roomWith(message: Partial<MessageItem> = {}): Room {
  const item: MessageItem = {
    kind: "message",
    seq: 2,
    number: 1,
    at: AT,
    by: "ada",
    text: "helo",
    key: "k1",
    asOf: 2,
    ...message,
  };
  return {
    id: "r1",
    kind: "public",
    name: "Engines",
    role: "member",
    members: 2,
    notify: "all",
    last: { seq: 2, by: "ada", text: "helo", at: AT },
    messages: 1,
    read: 2,
    readNumber: 1,
    unread: 0,
    mentions: 0,
    counted: { to: 0, since: [] },
    timeline: { items: [item], loaded: true, more: false, loading: "none" },
    threads: { news: new Map(), chosen: new Map() },
    outgoing: [],
    changes: [],
    typing: [],
    receipts: new Map(),
    lastSeq: 2,
    synced: true,
  };
}

function fact<T extends MessageFact["type"]>(type: T, seq: number, data: DurableFacts[T], by = "bob") {
  return { room: "r1", type, seq, at: AT, by, data } as unknown as DurableEvent as MessageFact;
}

function after(room: Room, ...facts: MessageFact[]): MessageItem {
  const end = facts.reduce((before, next) => reduceMessage(before, next, "ada"), room);
  const item = end.timeline.items[0];
  if (item?.kind !== "message") throw new Error("The first row is a message");
  return item;
}

test("the newest message of files alone is known by the first one's name, until it has a text or is gone", () => {
  const file = { id: "f1", name: "plan.pdf", type: "application/pdf", size: 10 };
  const data = { text: "", number: 2, key: "k2", attachments: [file] };
  const posted = { type: "message.posted", room: "r1", seq: 3, at: AT, by: "bob", data } as const;
  const room = reduceMessage(roomWith(), posted, "ada");
  expect(room.last).toEqual({ seq: 3, by: "bob", text: "", at: AT, file: "plan.pdf" });
  const gone = { type: "message.deleted", room: "r1", seq: 4, at: AT, by: "bob", data: { target: 3 } } as const;
  expect(reduceMessage(room, gone, "ada").last).toEqual({ seq: 3, by: "bob", text: "", at: AT });
});

test("an edit changes the row and what lists show of it", () => {
  const room = reduceMessage(
    roomWith(),
    fact("message.edited", 3, { target: 2, text: "hello", mentions: ["bob"] }, "ada"),
    "ada",
  );
  expect(room.timeline.items[0]).toMatchObject({ text: "hello", editedAt: AT, mentions: ["bob"] });
  expect(room.last?.text).toBe("hello");
});

test("a deletion leaves a tombstone without reactions and pin", () => {
  const pinned = roomWith({ pinned: true, reactions: [{ emoji: "👍", count: 1, mine: true }] });
  const message = after(pinned, fact("message.deleted", 3, { target: 2 }));
  expect(message).toMatchObject({ text: "", deleted: true });
  expect(message).not.toHaveProperty("reactions");
  expect(message).not.toHaveProperty("pinned");
});

test("reactions are counted, know one's own, and keep the order in which they came", () => {
  const message = after(
    roomWith(),
    fact("reaction.added", 3, { target: 2, emoji: "👍" }),
    fact("reaction.added", 4, { target: 2, emoji: "🎉" }),
    fact("reaction.added", 5, { target: 2, emoji: "👍" }, "ada"),
  );
  expect(message.reactions).toEqual([
    { emoji: "👍", count: 2, mine: true },
    { emoji: "🎉", count: 1, mine: false },
  ]);
  const less = after(
    roomWith({ reactions: message.reactions ?? [] }),
    fact("reaction.removed", 6, { target: 2, emoji: "👍" }, "ada"),
    fact("reaction.removed", 7, { target: 2, emoji: "🎉" }),
  );
  expect(less.reactions).toEqual([{ emoji: "👍", count: 1, mine: false }]);
});

test("what a page had in it already is not counted again", () => {
  const loaded = roomWith({ asOf: 5, reactions: [{ emoji: "👍", count: 1, mine: false }] });
  const message = after(
    loaded,
    fact("reaction.added", 4, { target: 2, emoji: "👍" }),
    fact("reaction.added", 6, { target: 2, emoji: "👍" }),
  );
  expect(message.reactions).toEqual([{ emoji: "👍", count: 2, mine: false }]);
});

test("a reply in a thread is summed up at its root", () => {
  const message = after(
    roomWith(),
    fact("message.posted", 3, { text: "yes", number: 2, key: "k2", thread: 2 }),
    fact("message.posted", 4, { text: "no", number: 3, key: "k3", thread: 2 }, "eve"),
    fact("message.posted", 5, { text: "yes!", number: 4, key: "k4", thread: 2 }),
  );
  expect(message.replies).toEqual({ count: 3, last: 5, users: ["bob", "eve"] });
});

test("pins come and go", () => {
  const pinned = after(roomWith(), fact("message.pinned", 3, { target: 2 }));
  expect(pinned.pinned).toBe(true);
  const unpinned = after(roomWith({ pinned: true }), fact("message.unpinned", 3, { target: 2 }));
  expect(unpinned).not.toHaveProperty("pinned");
});
