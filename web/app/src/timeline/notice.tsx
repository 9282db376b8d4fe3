import type { ChatState, Notice as NoticeData, NoticeItem, Role } from "@parley/client";
import { nameOf } from "../people/names.ts";
import { lifetimeWords } from "../rooms/lifetime.ts";
import { useStore } from "../store.ts";
import { clockTime } from "../ui/time.ts";

/** One line about something that happened in the room. */
export function Notice({ item }: { item: NoticeItem }) {
  const { state } = useStore();
  return (
    <div class="notice-row">
      <span dir="auto">{sentence(item, state.value)}</span>
      <time dateTime={item.at}>{clockTime(item.at)}</time>
    </div>
  );
}

/** What a notice says, in a sentence without its full stop. */
export function sentence(item: Pick<NoticeItem, "by" | "notice">, state: ChatState): string {
  const by = nameOf(state, item.by);
  switch (item.notice.type) {
    case "joined":
      return joined(item.by, by, item.notice.user, state);
    case "left":
      return left(by, item.notice, state);
    case "changed":
      return `${by} made ${nameOf(state, item.notice.user)} ${titles[item.notice.role]}`;
    case "updated":
      return updated(by, item.notice);
  }
}

const titles: Record<Role, string> = {
  owner: "an owner",
  moderator: "a moderator",
  member: "a member",
};

function joined(by: string, author: string, user: string, state: ChatState): string {
  return by === user ? `${author} joined` : `${author} added ${nameOf(state, user)}`;
}

function left(author: string, notice: NoticeData & { type: "left" }, state: ChatState): string {
  const user = nameOf(state, notice.user);
  switch (notice.reason) {
    case "left":
      return `${user} left`;
    case "removed":
      return `${author} removed ${user}`;
    case "banned":
      return `${author} banned ${user}`;
  }
}

function updated(author: string, notice: NoticeData & { type: "updated" }): string {
  const { name, topic, expireSeconds } = notice.changes;
  if (name !== undefined) return `${author} renamed the room to ${name}`;
  if (topic === "") return `${author} removed the topic`;
  if (topic !== undefined) return `${author} set the topic: ${topic}`;
  if (expireSeconds === 0) return `${author} lets new messages stay`;
  if (expireSeconds !== undefined) return `${author} lets new messages last ${lifetimeWords(expireSeconds)}`;
  return `${author} changed the room's settings`;
}
