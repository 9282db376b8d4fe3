import type { WireError } from "@parley/client";
import { useStore } from "../store.ts";
import { copyText } from "../ui/clipboard.ts";
import { Icon } from "../ui/icon.tsx";
import { useLate } from "../ui/use-late.ts";
import { wordsOf } from "../ui/words.ts";
import type { MessageRow } from "./rows.ts";

/** A send that takes no longer than this shows no clock. */
const patienceMs = 400;

/** A clock beside a message that is on its way, or that waits for the network. */
export function Pending({ row }: { row: MessageRow }) {
  const kind = row.status?.kind;
  const isLate = useLate(kind === "sending" || kind === "queued", patienceMs);
  if (!isLate) return null;
  return (
    <span class="pending">
      <Icon name="clock" size="small" />
      {kind === "queued" ? "Queued" : "Sending"}
    </span>
  );
}

/** Why a message was not sent, and what can be done about it. */
export function Failure({ row }: { row: MessageRow }) {
  if (row.status?.kind !== "failed" || row.outgoingKey === undefined) return null;
  const { error } = row.status;
  return (
    <div class="failure" role="alert">
      <Icon name="warning" size="small" />
      <span>{reason(error)}</span>
      {error.retry ? (
        <TryAgain outgoingKey={row.outgoingKey} />
      ) : (
        <GiveUp outgoingKey={row.outgoingKey} text={row.text} />
      )}
    </div>
  );
}

function reason(error: WireError): string {
  const words = wordsOf(error);
  return `Not sent: ${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}

function TryAgain({ outgoingKey }: { outgoingKey: string }) {
  const { chat, openRoom } = useStore();
  const room = openRoom.value?.id;
  if (room === undefined) return null;
  return (
    <>
      <button class="link" type="button" onClick={() => chat.retry(room, outgoingKey)}>
        Try again
      </button>
      <button class="link" type="button" onClick={() => chat.discard(room, outgoingKey)}>
        Discard
      </button>
    </>
  );
}

function GiveUp({ outgoingKey, text }: { outgoingKey: string; text: string }) {
  const { chat, openRoom } = useStore();
  const room = openRoom.value?.id;
  if (room === undefined) return null;
  return (
    <>
      <button class="link" type="button" onClick={() => void copyText(text)}>
        Copy text
      </button>
      <button class="link" type="button" onClick={() => chat.discard(room, outgoingKey)}>
        Discard
      </button>
    </>
  );
}
