import { Icon } from "../ui/icon.tsx";

/** The way back to the end, with how much came in there meanwhile. */
export function Pill({ newCount, onPress }: { newCount: number; onPress: () => void }) {
  return (
    <div class="pill-place">
      <button class={newCount > 0 ? "pill new" : "pill"} type="button" onClick={onPress}>
        <Icon name="arrow-down" size="small" />
        {newCount > 0 ? `${newCount} new` : "Latest"}
      </button>
    </div>
  );
}
