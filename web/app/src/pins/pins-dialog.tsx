import type { Message, Room } from "@parley/client";
import { useState } from "preact/hooks";
import { Avatar } from "../people/avatar.tsx";
import { useName } from "../people/use-names.ts";
import { useStore } from "../store.ts";
import { plainText } from "../timeline/plain-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Icon } from "../ui/icon.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { listTime } from "../ui/time.ts";
import { useLoad } from "../ui/use-load.ts";
import { describe } from "../ui/use-submit.ts";
import "./pins.css";

/** The messages that are pinned in the open room, newest first, with the ways to them. */
export function PinsDialog() {
  const { openRoom } = useStore();
  const room = openRoom.value;
  return (
    <Dialog title="Pinned messages" onClose={closeDialog}>
      {room !== undefined && <Pins room={room} />}
    </Dialog>
  );
}

function Pins({ room }: { room: Room }) {
  const { chat } = useStore();
  const [unpinned, setUnpinned] = useState<ReadonlySet<number>>(new Set());
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const { value, problem } = useLoad(room.id, () => chat.pins(room.id));
  const pins = value?.filter(({ seq }) => !unpinned.has(seq)).toReversed();
  const unpin = (seq: number) => {
    setRefusal(undefined);
    chat.changeMessage(room.id, seq, { type: "unpin" }).then(
      () => setUnpinned((before) => new Set(before).add(seq)),
      (error: unknown) => setRefusal(describe(error).message),
    );
  };
  return (
    <div class="content scroll pins" aria-busy={value === undefined && problem === undefined}>
      <FormProblem message={refusal ?? problem} />
      {pins?.length === 0 && <p>Nothing is pinned here. Pin a message from the menu at its side.</p>}
      <ul>
        {pins?.map((pin) => (
          <Pin key={pin.seq} pin={pin} room={room} onUnpin={() => unpin(pin.seq)} />
        ))}
      </ul>
    </div>
  );
}

function Pin({ pin, room, onUnpin }: { pin: Message; room: Room; onUnpin: () => void }) {
  const { navigator } = useStore();
  const name = useName(pin.by);
  const mayUnpin = (room.role !== "member" || room.kind === "direct") && room.archived !== true;
  const jump = () => {
    closeDialog();
    navigator.go({ name: "room", room: room.id, details: false, message: pin.seq });
  };
  return (
    <li class="pinned">
      <button class="pinned-message" type="button" onClick={jump}>
        <Avatar id={pin.by} />
        <span class="words">
          <b dir="auto">{name}</b> <span class="time">{listTime(pin.at, new Date())}</span>
          <span class="pinned-text" dir="auto">
            {plainText(pin.text)}
          </span>
        </span>
      </button>
      {mayUnpin && (
        <button class="icon-button" type="button" aria-label={`Unpin the message of ${name}`} title="Unpin" onClick={onUnpin}>
          <Icon name="x" size="small" />
        </button>
      )}
    </li>
  );
}
