import type { Chat, ChatState, MessageItem, OutgoingMessage, Room } from "@parley/client";
import { answers } from "./answers.ts";
import { message, messages } from "./content.ts";
import { firstState } from "./first-state.ts";

const pageSize = 50;

/** A chat without a server: it holds made-up content and does what it is told to it. */
export interface FakeChat extends Chat {
  change(change: (state: ChatState) => Partial<ChatState>): void;
  changeRoom(id: string, change: (room: Room) => Partial<Room>): void;
  /** Somebody says something in a room. */
  say(id: string, by: string, text: string): void;
}

export function createFakeChat(): FakeChat {
  let state = firstState();
  const listeners = new Set<(state: ChatState) => void>();
  const change: FakeChat["change"] = (next) => {
    state = { ...state, ...next(state) };
    for (const listener of listeners) listener(state);
  };
  const changeRoom: FakeChat["changeRoom"] = (id, next) =>
    change(({ rooms }) => {
      const before = rooms.get(id);
      return before ? { rooms: new Map(rooms).set(id, { ...before, ...next(before) }) } : {};
    });
  return {
    get state() {
      return state;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    change,
    changeRoom,
    say: (id, by, text) => changeRoom(id, (before) => said(before, by, text)),
    ...loading(changeRoom),
    ...messageCommands(changeRoom),
    setTyping: () => undefined,
    reconnectNow: () => undefined,
    close: () => undefined,
    ...answers,
  };
}

function loading(
  changeRoom: FakeChat["changeRoom"],
): Pick<Chat, "openRoom" | "loadOlder" | "loadNewer" | "openThread" | "closeThread"> {
  return {
    openRoom: (id) => {
      if (id === "release") changeRoom(id, (before) => (before.timeline.loaded ? {} : withPage(before)));
    },
    loadOlder: (id) => {
      changeRoom(id, ({ timeline }) => ({ timeline: { ...timeline, loading: "older" } }));
      setTimeout(() => changeRoom(id, withPage), 60);
    },
    loadNewer: () => undefined,
    openThread: (id, root) => changeRoom(id, (before) => withThread(before, root)),
    closeThread: () => undefined,
  };
}

function messageCommands(
  changeRoom: FakeChat["changeRoom"],
): Pick<Chat, "send" | "retry" | "discard" | "markRead"> {
  return {
    send: (id, draft) => {
      const key = `mine-${Date.now()}`;
      const outgoing: OutgoingMessage = { ...draft, key, at: Date.now(), status: { kind: "queued" } };
      changeRoom(id, (before) => ({ outgoing: [...before.outgoing, outgoing] }));
      return key;
    },
    retry: () => undefined,
    discard: (id, key) =>
      changeRoom(id, (before) => ({ outgoing: before.outgoing.filter((each) => each.key !== key) })),
    markRead: (id, seq) =>
      changeRoom(id, (before) => ({
        read: Math.max(seq, before.read),
        unread: Math.max(0, before.messages - Math.max(seq, before.readNumber)),
      })),
  };
}

const history = messages();

/** The room with one more page of its history. */
function withPage({ timeline }: Room): Partial<Room> {
  const first = timeline.items[0]?.seq ?? history.length + 1;
  const from = Math.max(0, first - 1 - pageSize);
  const items = [...history.slice(from, first - 1), ...timeline.items];
  return { timeline: { items, loaded: true, more: from > 0, loading: "none" } };
}

/** The room with a thread open: what it began with, and what was said right after it. */
function withThread({ threads, timeline }: Room, root: number): Partial<Room> {
  const first = timeline.items.findIndex(({ seq }) => seq === root);
  const items = timeline.items.slice(first, first + 5).filter(({ kind }) => kind === "message");
  return { threads: { ...threads, opened: { root, timeline: { items, loaded: true, more: false, loading: "none" } } } };
}

function said(before: Room, by: string, text: string): Partial<Room> {
  const item: MessageItem = message(before.lastSeq + 1, by, new Date().toISOString(), text);
  const { timeline } = before;
  return {
    lastSeq: item.seq,
    messages: before.messages + 1,
    unread: before.unread + 1,
    last: { seq: item.seq, by: item.by, at: item.at, text: item.text },
    timeline: { ...timeline, items: [...timeline.items, item] },
  };
}
