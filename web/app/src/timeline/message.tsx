import { type Forwarded, type MessageItem, openPoll } from "@parley/client";
import { useContext } from "preact/hooks";
import { Attachments } from "../files/attachments.tsx";
import { Avatar } from "../people/avatar.tsx";
import { useName } from "../people/use-names.ts";
import { OpenPollCard, PollCard } from "../polls/poll-card.tsx";
import { useStore } from "../store.ts";
import { ThreadContext } from "../thread/thread-context.ts";
import { ThreadStem } from "../thread/thread-stem.tsx";
import { Icon } from "../ui/icon.tsx";
import { clockTime, exactTime, untilTime } from "../ui/time.ts";
import { copyingOf } from "./copied.ts";
import { type Editing, editing } from "./editing.ts";
import { Markdown } from "./markdown.tsx";
import { MessageActions } from "./message-actions.tsx";
import { MessageEditor } from "./message-editor.tsx";
import { absenceOf, Quote } from "./quote.tsx";
import { Reactions } from "./reactions.tsx";
import type { MessageRow } from "./rows.ts";
import { Failure, Pending } from "./sending.tsx";
import { useChange } from "./use-change.ts";

/** A message: with its author's flag and name where it begins a turn, else below the one before. */
export function Message({ row }: { row: MessageRow }) {
  return row.leads ? <Turn row={row} /> : <Continuation row={row} />;
}

function Turn({ row }: { row: MessageRow }) {
  const name = useName(row.by);
  return (
    <div class="turn">
      <Avatar id={row.by} />
      <div class="said">
        <div class="by">
          <b dir="auto">{name}</b>
          <Time at={row.at} />
          <Pending row={row} />
        </div>
        <Body row={row} />
        <Failure row={row} />
      </div>
    </div>
  );
}

function Continuation({ row }: { row: MessageRow }) {
  return (
    <div class="continuation">
      <Time at={row.at} />
      <div class="said">
        <Body row={row} />
        <Pending row={row} />
        <Failure row={row} />
      </div>
    </div>
  );
}

/** Hidden from assistive technology: the message's label says the time once. */
function Time({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactTime(at)} aria-hidden="true">
      {clockTime(at)}
    </time>
  );
}

/** What a message says, and what can be done to it once the log shows it. */
function Body({ row }: { row: MessageRow }) {
  if (row.item !== undefined) return <Posted item={row.item} />;
  return (
    <>
      {row.replyTo !== undefined && <Quote seq={row.replyTo} />}
      {row.text.trim() !== "" && <Text source={row.text} />}
      {row.attachments !== undefined && <Attachments files={row.attachments} />}
      {row.poll !== undefined && <PollCard poll={openPoll(row.poll)} />}
    </>
  );
}

function Posted({ item }: { item: MessageItem }) {
  const { openRoom } = useStore();
  const { change, problem } = useChange(item.seq);
  const isInThread = useContext(ThreadContext);
  const answered = item.replyTo ?? (isInThread ? undefined : item.thread);
  if (item.deleted === true) return <Tombstone item={item} />;
  if (isEdited(editing.value, item.seq, openRoom.value?.id, isInThread)) {
    return <MessageEditor item={item} change={change} />;
  }
  return (
    <>
      <MessageActions item={item} change={change} />
      {item.expiresAt !== undefined && <Expiry at={item.expiresAt} />}
      {answered !== undefined && <Quote seq={answered} />}
      {item.forwarded !== undefined && <ForwardedFrom origin={item.forwarded} />}
      {item.text !== "" && <Text source={item.text} />}
      {item.attachments !== undefined && <Attachments files={item.attachments} />}
      {item.poll !== undefined && <OpenPollCard item={item} poll={item.poll} change={change} />}
      <Marks item={item} />
      <Reactions item={item} change={change} />
      {item.replies !== undefined && !isInThread && <ThreadStem root={item.seq} replies={item.replies} />}
      {problem !== undefined && (
        <p class="failure" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function isEdited(edited: Editing | undefined, seq: number, room: string | undefined, isInThread: boolean): boolean {
  return edited?.seq === seq && edited.room === room && edited.isInThread === isInThread;
}

/** A message that was taken back, or whose time was over; the thread that it began stays. */
function Tombstone({ item }: { item: MessageItem }) {
  const isInThread = useContext(ThreadContext);
  return (
    <>
      <p class="tombstone">{absenceOf(item)}</p>
      {item.replies !== undefined && !isInThread && <ThreadStem root={item.seq} replies={item.replies} />}
    </>
  );
}

/** Whose words they are. */
function ForwardedFrom({ origin }: { origin: Forwarded }) {
  const name = useName(origin.by);
  return (
    <p class="marks">
      <span title={exactTime(origin.at)}>Forwarded from {name}</span>
    </p>
  );
}

/** That the message goes by itself, and when. */
function Expiry({ at }: { at: string }) {
  return (
    <span class="expiry" role="img" aria-label={`Expires ${untilTime(at, new Date())}`} title={`Expires ${exactTime(at)}`}>
      <Icon name="timer" size="small" />
    </span>
  );
}

function Marks({ item: { seq, editedAt, pinned } }: { item: MessageItem }) {
  const { openRoom } = useStore();
  const copying = copyingOf(openRoom.value?.id, seq);
  if (editedAt === undefined && pinned !== true && copying === undefined) return null;
  return (
    <p class="marks">
      {copying === "saved" && <span role="status">Saved</span>}
      {copying === "forwarded" && <span role="status">Forwarded</span>}
      {copying === "reported" && <span role="status">Reported</span>}
      {copying === "not saved" && <span role="alert">It could not be saved. Try again.</span>}
      {pinned === true && <span>Pinned</span>}
      {editedAt !== undefined && <span title={exactTime(editedAt)}>Edited</span>}
    </p>
  );
}

function Text({ source }: { source: string }) {
  return (
    <div class="text" dir="auto">
      <Markdown source={source} />
    </div>
  );
}
