import { useComputed } from "@preact/signals";
import type { MessageItem, Room } from "@parley/client";
import { shortName } from "../people/names.ts";
import { useName } from "../people/use-names.ts";
import { useStore } from "../store.ts";
import { plainText } from "./plain-text.ts";

/** The message that another one answers, in one line; a press leads there. Where it is not loaded, only that there is one. */
export function Quote({ seq }: { seq: number }) {
  const { navigator, openRoom } = useStore();
  const item = useComputed(() => messageAt(openRoom.value, seq)).value;
  const go = () => {
    const room = openRoom.peek()?.id;
    if (room !== undefined) navigator.go({ name: "room", room, details: false, message: seq });
  };
  return (
    <button class="quote" type="button" dir="auto" onClick={go}>
      {item === undefined ? "An earlier message" : <Quoted item={item} />}
    </button>
  );
}

/** Who said it and how it begins. */
export function Quoted({ item }: { item: MessageItem }) {
  const name = useName(item.by);
  return (
    <>
      <b>{shortName(name)}</b> {wordsOf(item)}
    </>
  );
}

function wordsOf(item: MessageItem): string {
  const { deleted, text, attachments } = item;
  if (deleted === true) return absenceOf(item);
  return text === "" ? (attachments?.[0]?.name ?? "") : plainText(text);
}

/** What stands in the place of a message that is gone. */
export function absenceOf({ expired }: Pick<MessageItem, "expired">): string {
  return expired === true ? "This message has expired." : "This message was deleted.";
}

/** A message of a room, if it is loaded: in the room or in the thread that is open. */
export function messageAt(room: Room | undefined, seq: number): MessageItem | undefined {
  if (room === undefined) return undefined;
  const rows = [room.timeline, room.threads.opened?.timeline].flatMap((timeline) => timeline?.items ?? []);
  return rows.find((item): item is MessageItem => item.kind === "message" && item.seq === seq);
}
