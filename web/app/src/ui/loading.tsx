import { useLate } from "./use-late.ts";

/** Loading that takes no longer than this shows nothing at all. */
const patienceMs = 150;

/** Says that a listing is on its way. */
export function Loading({ isLoading }: { isLoading: boolean }) {
  const isLate = useLate(isLoading, patienceMs);
  return (
    <p class="hint" role="status">
      {isLate && "Loading"}
    </p>
  );
}
