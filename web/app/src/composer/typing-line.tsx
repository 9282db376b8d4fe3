import { useComputed } from "@preact/signals";
import type { Room } from "@parley/client";
import { joinNames, nameOf, shortName } from "../people/names.ts";
import { useStore } from "../store.ts";
import { useWait } from "./slow-mode.ts";

/** Who is typing, and how long slow mode makes me wait. Its height is fixed, so that nothing moves when somebody begins or stops. */
export function TypingLine({ room }: { room: Room }) {
  const { state } = useStore();
  const names = room.typing.map(({ user }) => user);
  const known = useComputed(() => state.value.users).value;
  const wait = useWait(room);
  const who = joinNames(names.map((id) => shortName(nameOf({ users: known }, id))));
  return (
    <div class="typing">
      {names.length > 0 && (
        <>
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <span class="truncate" dir="auto">
            {who} {names.length === 1 ? "is" : "are"} typing
          </span>
        </>
      )}
      {wait > 0 && <span class="wait">Slow mode: your next message goes out in {wait} s</span>}
    </div>
  );
}
