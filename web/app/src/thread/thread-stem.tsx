import type { Replies } from "@parley/client";
import { useComputed } from "@preact/signals";
import { Avatar } from "../people/avatar.tsx";
import { useStore } from "../store.ts";
import { count } from "../ui/plural.ts";
import { listTime } from "../ui/time.ts";

/** As many flags as stand beside each other. */
const greatestFlags = 3;

/** Below a message: the thread that began with it, who wrote there and when last. Opens it. */
export function ThreadStem({ root, replies }: { root: number; replies: Replies }) {
  const { navigator, openRoom } = useStore();
  const isOpen = useComputed(() => {
    const route = navigator.route.value;
    return route.name === "room" && route.thread === root;
  }).value;
  const fresh = useComputed(() => openRoom.value?.threads.news.get(root) ?? 0).value;
  const last = useComputed(() => openRoom.value?.timeline.items.find(({ seq }) => seq === replies.last)?.at).value;
  const toggle = () => {
    const room = openRoom.peek()?.id;
    if (room === undefined) return;
    const here = { name: "room", room, details: false } as const;
    if (isOpen) navigator.up(here);
    else navigator.go({ ...here, thread: root });
  };
  return (
    <button class={isOpen ? "stem open" : "stem"} type="button" aria-expanded={isOpen} onClick={toggle}>
      <span class="flags">
        {replies.users.slice(0, greatestFlags).map((id) => (
          <Avatar key={id} id={id} size="small" />
        ))}
      </span>
      <b>{count(replies.count, "reply", "replies")}</b>
      {fresh > 0 && <span class="new">{fresh} new</span>}
      {last !== undefined && <span>last reply {listTime(last, new Date())}</span>}
    </button>
  );
}
