import type { Outgoing, Room } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { DeleteButton } from "../ui/delete-button.tsx";
import { ShownOnce } from "../ui/shown-once.tsx";
import { useListing } from "../ui/use-listing.ts";
import { Listed } from "./listed.tsx";
import { OutgoingForm } from "./outgoing-form.tsx";
import { mayKeep } from "./permissions.ts";

/** The URLs that are told what happens in this room: outgoing webhooks. */
export function OutgoingHooks({ room }: { room: Room }) {
  const { chat } = useStore();
  const { items, problem, again } = useListing(room.id, () => chat.outgoing(room.id));
  const [isMaking, setIsMaking] = useState(false);
  const [secret, setSecret] = useState<string | undefined>(undefined);
  const done = (made: string) => {
    setSecret(made);
    setIsMaking(false);
    again();
  };
  return (
    <Listed
      title="Outgoing webhooks"
      {...(mayKeep(room) ? { add: "New webhook" } : {})}
      isAdding={isMaking}
      onAdd={() => setIsMaking(!isMaking)}
      problem={problem}
    >
      {isMaking && <OutgoingForm room={room} onMade={done} />}
      {secret !== undefined && (
        <ShownOnce label="Secret that requests are signed with" value={secret} onDone={() => setSecret(undefined)} />
      )}
      {items.length === 0 && !isMaking && <p class="hint">A program at a URL is told what happens here.</p>}
      <ul>
        {items.map((outgoing) => (
          <li key={outgoing.id}>
            <OutgoingRow room={room} outgoing={outgoing} onDeleted={again} />
          </li>
        ))}
      </ul>
    </Listed>
  );
}

interface OutgoingRowProps {
  room: Room;
  outgoing: Outgoing;
  onDeleted: () => void;
}

function OutgoingRow({ room, outgoing, onDeleted }: OutgoingRowProps) {
  const { chat } = useStore();
  const { id, url, disabled } = outgoing;
  return (
    <div class="person">
      <div class="words">
        <b class="truncate" title={url}>
          {url}
        </b>
        <span class={disabled === undefined ? "truncate" : "problem"}>
          {disabled === undefined ? toldOf(outgoing) : `Told nothing more: ${disabled}`}
        </span>
      </div>
      {mayKeep(room) && <DeleteButton name={url} run={() => chat.deleteOutgoing(room.id, id)} onDone={onDeleted} />}
    </div>
  );
}

/** "told of messages that begin with /deploy". */
export function toldOf({ events, keywords }: Pick<Outgoing, "events" | "keywords">): string {
  const what = events.every((type) => type === "message.posted") ? "messages" : "everything that happens";
  return keywords.length === 0 ? `told of ${what}` : `told of ${what} that begin with ${keywords.join(", ")}`;
}
