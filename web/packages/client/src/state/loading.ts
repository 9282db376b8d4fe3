import { isAboutMessages, tellRows } from "./messages.ts";
import type { ChatState } from "./state.ts";
import { loadTimeline, type TimelineEvent } from "./timeline.ts";
import { withRoom } from "./with.ts";

/**
 * Follows the loading of a room's history. A page shows its messages as they were when it was read. What happened to
 * them since, and was applied here before their rows were, is told to the rows now; one that has it already ignores it.
 */
export function reduceTimeline(state: ChatState, event: TimelineEvent): ChatState {
  return withRoom(state, event.room, (room) => {
    const loaded = loadTimeline(room, event);
    if (!("meanwhile" in event)) return loaded;
    const timeline = event.meanwhile
      .filter(isAboutMessages)
      .reduce((rows, fact) => tellRows(rows, fact, state.me?.id ?? ""), loaded.timeline);
    return { ...loaded, timeline };
  });
}
