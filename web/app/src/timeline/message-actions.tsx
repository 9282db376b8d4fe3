import type { MessageItem } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { Icon } from "../ui/icon.tsx";
import { editing } from "./editing.ts";
import { EmojiPicker } from "./emoji-picker.tsx";
import type { ChangeMessage } from "./use-change.ts";

/** What can be done to a message, at its top right while the pointer or the focus is in it. */
export function MessageActions({ item, change }: { item: MessageItem; change: ChangeMessage }) {
  const { state, openRoom } = useStore();
  const [isPicking, setIsPicking] = useState(false);
  const room = openRoom.value;
  if (room === undefined || room.archived === true) return null;
  const isMine = item.by === state.value.me?.id;
  const mayModerate = room.role !== "member";
  const pick = (emoji: string) => {
    setIsPicking(false);
    change({ type: "react", emoji });
  };
  return (
    <div class={isPicking ? "message-actions open" : "message-actions"} role="group" aria-label="Message actions">
      <button
        class="icon-button"
        type="button"
        aria-label="React"
        aria-expanded={isPicking}
        onClick={() => setIsPicking(!isPicking)}
      >
        <Icon name="smile" size="small" />
      </button>
      {isMine && (
        <button
          class="icon-button"
          type="button"
          aria-label="Edit"
          onClick={() => {
            editing.value = { room: room.id, seq: item.seq };
          }}
        >
          <Icon name="pencil" size="small" />
        </button>
      )}
      {(mayModerate || room.kind === "direct") && <PinButton item={item} change={change} />}
      {(isMine || mayModerate) && <DeleteButton change={change} />}
      {isPicking && <EmojiPicker onPick={pick} onClose={() => setIsPicking(false)} />}
    </div>
  );
}

function PinButton({ item, change }: { item: MessageItem; change: ChangeMessage }) {
  const isPinned = item.pinned === true;
  return (
    <button
      class="icon-button"
      type="button"
      aria-label={isPinned ? "Unpin" : "Pin"}
      onClick={() => change({ type: isPinned ? "unpin" : "pin" })}
    >
      <Icon name="pin" size="small" />
    </button>
  );
}

/** Asks once more before it deletes. */
function DeleteButton({ change }: { change: ChangeMessage }) {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <button
      class={isAsking ? "button danger compact" : "icon-button"}
      type="button"
      aria-label={isAsking ? "Yes, delete" : "Delete"}
      onBlur={() => setIsAsking(false)}
      onClick={() => (isAsking ? change({ type: "delete" }) : setIsAsking(true))}
    >
      {isAsking ? "Delete" : <Icon name="trash" size="small" />}
    </button>
  );
}
