import { useComputed } from "@preact/signals";
import type { Room } from "@parley/client";
import { joinNames, nameOf, shortName } from "../people/names.ts";
import { useStore } from "../store.ts";

/** Who is typing. Its height is fixed, so that nothing moves when somebody begins or stops. */
export function TypingLine({ room }: { room: Room }) {
  const { state } = useStore();
  const names = room.typing.map(({ user }) => user);
  const known = useComputed(() => state.value.users).value;
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
    </div>
  );
}
