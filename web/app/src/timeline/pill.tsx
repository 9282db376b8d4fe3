import { useFocusHeir } from "../ui/focus.ts";
import { Icon } from "../ui/icon.tsx";

/** The way back to the end, with how much is unread there. A press leaves the focus where it is. */
export function Pill({ newCount, onPress }: { newCount: number; onPress: () => void }) {
  useFocusHeir("#messages");
  return (
    <div class="pill-place">
      <button
        class={newCount > 0 ? "pill new" : "pill"}
        type="button"
        onMouseDown={(event) => event.preventDefault()}
        onClick={onPress}
      >
        <Icon name="arrow-down" size="small" />
        {newCount > 0 ? `${newCount.toLocaleString("en")} new` : "Latest"}
      </button>
    </div>
  );
}
