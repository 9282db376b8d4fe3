import type { MessageItem, Reaction } from "@parley/client";
import type { ChangeMessage } from "./use-change.ts";

/** The emoji on a message, each with how many people; pressing one adds or takes back mine. */
export function Reactions({ item, change }: { item: MessageItem; change: ChangeMessage }) {
  if (item.reactions === undefined || item.reactions.length === 0) return null;
  return (
    <div class="reactions">
      {item.reactions.map((reaction) => (
        <button
          key={reaction.emoji}
          type="button"
          aria-pressed={reaction.mine}
          aria-label={labelOf(reaction)}
          onClick={() =>
            change({ type: reaction.mine ? "unreact" : "react", emoji: reaction.emoji })
          }
        >
          <span aria-hidden="true">{reaction.emoji}</span> {reaction.count}
        </button>
      ))}
    </div>
  );
}

function labelOf({ emoji, count, mine }: Reaction): string {
  return `${emoji} ${count}${mine ? ", with yours" : ""}`;
}
