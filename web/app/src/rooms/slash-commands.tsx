import type { Room, SlashCommand } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { DeleteButton } from "../ui/delete-button.tsx";
import { ShownOnce } from "../ui/shown-once.tsx";
import { useListing } from "../ui/use-listing.ts";
import { Listed } from "./listed.tsx";
import { mayKeep } from "./permissions.ts";
import { SlashForm } from "./slash-form.tsx";

/** What programs elsewhere do for the people of this room when they write `/name`. */
export function SlashCommands({ room }: { room: Room }) {
  const { chat } = useStore();
  const { items, problem, again } = useListing(room.id, () => chat.slashCommands(room.id));
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly secret: string } | undefined>(undefined);
  const done = (name: string, secret: string) => {
    setMade({ name, secret });
    setIsMaking(false);
    again();
  };
  return (
    <Listed
      title="Slash commands"
      {...(mayKeep(room) ? { add: "New command" } : {})}
      isAdding={isMaking}
      onAdd={() => setIsMaking(!isMaking)}
      problem={problem}
    >
      {isMaking && <SlashForm room={room} onMade={done} />}
      {made !== undefined && (
        <ShownOnce
          label={`Secret that requests of /${made.name} are signed with`}
          value={made.secret}
          onDone={() => setMade(undefined)}
        />
      )}
      {items.length === 0 && !isMaking && <p class="hint">A program at a URL does what is asked by /name here.</p>}
      <ul>
        {items.map((command) => (
          <li key={command.name}>
            <SlashRow room={room} command={command} onDeleted={again} />
          </li>
        ))}
      </ul>
    </Listed>
  );
}

interface SlashRowProps {
  room: Room;
  command: SlashCommand;
  onDeleted: () => void;
}

function SlashRow({ room, command: { name, description, url }, onDeleted }: SlashRowProps) {
  const { chat } = useStore();
  const title = `/${name}`;
  return (
    <div class="person">
      <div class="words">
        <b class="truncate">{title}</b>
        <span class="truncate" dir="auto" title={url}>
          {description === "" ? url : description}
        </span>
      </div>
      {mayKeep(room) && (
        <DeleteButton name={title} run={() => chat.deleteSlashCommand(room.id, name)} onDone={onDeleted} />
      )}
    </div>
  );
}
