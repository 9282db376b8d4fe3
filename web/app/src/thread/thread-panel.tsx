import type { Room, Thread } from "@parley/client";
import { useEffect, useRef } from "preact/hooks";
import { Composer } from "../composer/composer.tsx";
import { useTitle } from "../people/use-names.ts";
import { useStore } from "../store.ts";
import { CouldNotLoad } from "../timeline/could-not-load.tsx";
import { Skeleton } from "../timeline/skeleton.tsx";
import { useFocusHeir } from "../ui/focus.ts";
import { Icon } from "../ui/icon.tsx";
import { FollowBell } from "./follow-bell.tsx";
import { Replies } from "./replies.tsx";
import { ThreadContext } from "./thread-context.ts";
import "./thread.css";

interface ThreadPanelProps {
  room: Room;
  /** The seq of the message that the thread began with. */
  root: number;
  /** The seq of the reply that the address points at. */
  sought: number | undefined;
  /** Whether the room itself is not shown: then this is the main thing. */
  isAlone: boolean;
}

/** A thread, beside the room or in its place: what it began with, the replies, and where to write one. */
export function ThreadPanel({ room, root, sought, isAlone }: ThreadPanelProps) {
  const Landmark = isAlone ? "main" : "aside";
  const Heading = isAlone ? "h1" : "h2";
  const { chat, navigator } = useStore();
  const title = useTitle(room);
  const fresh = useRef(room.threads.news.get(root) ?? 0).current;
  useFocusHeir("#composer");
  const open = () => chat.openThread(room.id, root);
  useEffect(() => {
    open();
    return () => chat.closeThread();
  }, [chat, room.id, root]);
  useFirstFocus(sought);
  const close = () => navigator.up({ name: "room", room: room.id, details: false });
  const { opened } = room.threads;
  return (
    <Landmark class="details thread" id="thread" aria-label="Thread" tabIndex={-1}>
      <header class="pane-header">
        <button class="icon-button back" type="button" aria-label="Back to room" onClick={close}>
          <Icon name="arrow-left" />
        </button>
        <div class="words">
          <Heading>Thread</Heading>
          <p class="truncate" dir="auto">
            {title}
          </p>
        </div>
        <FollowBell room={room} root={root} />
        <button class="icon-button close" type="button" aria-label="Close thread" onClick={close}>
          <Icon name="x" />
        </button>
      </header>
      <ThreadContext.Provider value={true}>
        <Body thread={opened?.root === root ? opened : undefined} onRetry={open} {...{ room, sought, fresh }} />
      </ThreadContext.Provider>
      {room.archived !== true && <Composer room={room} thread={root} />}
    </Landmark>
  );
}

interface BodyProps {
  room: Room;
  thread: Thread | undefined;
  sought: number | undefined;
  /** How many of the newest replies are new to me. */
  fresh: number;
  onRetry: () => void;
}

function Body({ room, thread, sought, fresh, onRetry }: BodyProps) {
  const { loaded = false, loading, problem } = thread?.timeline ?? {};
  if (!loaded && problem !== undefined && loading === "none") {
    return <CouldNotLoad problem={problem} onRetry={onRetry} />;
  }
  if (thread === undefined || !loaded) return <Skeleton />;
  return <Replies {...{ room, thread, sought, fresh }} />;
}

/** Whoever opens a thread with a pointer at hand writes next, unless the address points at a reply. */
function useFirstFocus(sought: number | undefined): void {
  const isPointed = useRef(sought !== undefined);
  useEffect(() => {
    if (isPointed.current || !matchMedia("(hover: hover)").matches) return;
    document.querySelector<HTMLElement>("#thread-composer")?.focus();
  }, []);
}
