import { useLate } from "../ui/use-late.ts";

/** Loading that takes no longer than this shows nothing at all. */
const patienceMs = 150;

/** Grey turns in the place of messages that are on their way. */
export function Skeleton() {
  const isShown = useLate(true, patienceMs);
  return (
    <div class="timeline-state" role="status" aria-busy="true" aria-label="Loading messages">
      {isShown && (
        <div class="column skeleton" aria-hidden="true">
          <Turn lines={2} />
          <Turn lines={1} />
          <Turn lines={3} />
        </div>
      )}
    </div>
  );
}

function Turn({ lines }: { lines: number }) {
  return (
    <div class={`skeleton-turn lines-${lines}`}>
      <i />
      <div>
        {["name", "one", "two", "three"].slice(0, lines + 1).map((key) => (
          <i key={key} />
        ))}
      </div>
    </div>
  );
}
