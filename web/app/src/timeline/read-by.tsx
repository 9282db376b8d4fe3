import type { Room } from "@parley/client";
import { Avatar } from "../people/avatar.tsx";
import { joinNames, nameOf } from "../people/names.ts";
import { useStore } from "../store.ts";
import { readingOf } from "./readers.ts";
import "./read-by.css";

const greatestCount = 3;

/** Who has read the last message. Its place is reserved, so that nothing moves when somebody does. */
export function ReadBy({ room }: { room: Room }) {
  const { state } = useStore();
  const reading = readingOf(room, state.value.me?.id ?? "");
  if (reading === undefined) return <div class="read-by" />;
  if (reading.kind === "state") return <div class="read-by">{reading.words}</div>;
  const { users } = reading;
  return (
    <div class="read-by" title={joinNames(users.map((user) => nameOf(state.value, user)))}>
      {users.slice(0, greatestCount).map((user) => (
        <Avatar key={user} id={user} size="tiny" />
      ))}
      <span>Read by {users.length}</span>
    </div>
  );
}
