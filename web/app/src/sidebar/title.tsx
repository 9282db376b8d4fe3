import type { Room } from "@parley/client";
import { useTitle } from "../people/use-names.ts";

/** A room's title on one line. */
export function Title({ room }: { room: Room }) {
  return (
    <span class="name truncate" dir="auto">
      {useTitle(room)}
    </span>
  );
}
