import { useComputed } from "@preact/signals";
import { useStore } from "../store.ts";
import { messageAt, Quoted } from "../timeline/quote.tsx";
import { Icon } from "../ui/icon.tsx";

/** Above the text: the message that it answers, and the way not to. */
export function ReplyBar({ seq, onCancel }: { seq: number; onCancel: () => void }) {
  const { openRoom } = useStore();
  const item = useComputed(() => messageAt(openRoom.value, seq)).value;
  return (
    <div class="reply-bar">
      <p class="quote" dir="auto">
        {item === undefined ? "An earlier message" : <Quoted item={item} />}
      </p>
      <button class="icon-button" type="button" aria-label="Do not reply" onClick={onCancel}>
        <Icon name="x" size="small" />
      </button>
    </div>
  );
}
