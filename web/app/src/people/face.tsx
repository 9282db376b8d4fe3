import { Avatar } from "./avatar.tsx";
import { stateWords, usePresence } from "./presence.ts";
import "./presence.css";

/** A user's flag with the mark of how they are, as far as that is known. */
export function Face({ id, size }: { id: string; size?: "small" }) {
  const presence = usePresence(id);
  return (
    <span class="who">
      {size === undefined ? <Avatar id={id} /> : <Avatar id={id} size={size} />}
      {presence !== undefined && (
        <>
          <span class={`presence ${presence.state}`} aria-hidden="true" />
          <span class="visually-hidden">{stateWords(presence.state)}, </span>
        </>
      )}
    </span>
  );
}
