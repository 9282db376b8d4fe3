import type { Room } from "@parley/client";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Chips } from "../files/chips.tsx";
import { editing } from "../timeline/editing.ts";
import { useTitle } from "../people/use-names.ts";
import type { Drafts } from "../storage/drafts.ts";
import { useStore } from "../store.ts";
import { Icon } from "../ui/icon.tsx";
import { Closed, Muted } from "./closed.tsx";
import { Completions } from "./completions.tsx";
import { AnswerNote } from "../slash/answer-note.tsx";
import { sayAll, wishOf } from "../slash/wish.ts";
import { applyFormat, formatOf, type Format } from "./format.ts";
import { SendLater } from "../schedule/send-later.tsx";
import { Hint } from "./hint.tsx";
import { useMute } from "./mute.ts";
import { commandOrQueryAt, queryAt } from "./naming.ts";
import { ReplyBar } from "./reply-bar.tsx";
import { composerId, type Place } from "./replying.ts";
import { Tools } from "./tools.tsx";
import { TypingLine } from "./typing-line.tsx";
import { type Completion, useCompletion } from "./use-completion.ts";
import { canSend, useSend } from "./use-send.ts";
import { useFiles } from "./use-files.ts";
import "./composer.css";

/** The longest text that a message may have. */
const greatestLength = 8000;

interface ComposerProps {
  room: Room;
  /** The thread that is written in, by the seq of the message that it began with; undefined for the room itself. */
  thread?: number;
}

/** Where a message is written. Mounted anew for each room and thread; the text is the draft of that place. */
export function Composer({ room, thread }: ComposerProps) {
  const { drafts } = useStore();
  const place: Place = { room: room.id, ...(thread === undefined ? {} : { thread }) };
  const text = drafts.text(place).value;
  const write = (next: string) => drafts.write(place, next);
  const { send, sendLater, also, ...sending } = useSend(place, text, room.kind === "direct" ? sayAll : wishOf);
  const title = useTitle(room);
  const muted = useMute(room);
  useTypingSignal(room.id, text);
  useEffect(() => () => drafts.leave(place), [drafts]);
  if (room.archived === true) return <Closed />;
  if (muted !== undefined) return <Muted id={composerId(place)} until={muted} />;
  return (
    <div class="composer">
      <div class="column">
        {thread === undefined && <TypingLine room={room} />}
        {thread === undefined && <AnswerNote room={room.id} onDismissed={() => focusComposer(place)} />}
        <Box room={room} place={place} text={text} write={write} send={send} sendLater={sendLater} />
        {thread !== undefined && <AlsoInRoom title={title} isOn={also.isOn} onChange={also.set} />}
        <Hint {...sending} left={greatestLength - text.length} />
      </div>
    </div>
  );
}

interface BoxProps {
  room: Room;
  place: Place;
  text: string;
  write: (text: string) => void;
  send: (event: Event) => void;
  sendLater: (at: Date) => void;
}

/** The text with what it answers, the suggestions for it, and the buttons below it. */
function Box({ room, place, text, write, send, sendLater }: BoxProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const completion = useCompletion({ room, area, write, read: takesCommands(room, place) ? commandOrQueryAt : queryAt });
  const { drafts } = useStore();
  const answered = drafts.replyTo(place).value;
  const cancelReply = () => drafts.answer(place, undefined);
  const title = useTitle(room);
  const label = place.thread === undefined ? `Message ${title}` : "Reply in thread";
  const press = useKeys({ room, place, text, write, send }, completion);
  const files = useFiles(place);
  const isEmpty = !canSend(text, files.uploads.chosen.value);
  useFittingHeight(area, text);
  return (
    <form
      class="box"
      onSubmit={send}
      onClick={(event) => focusArea(event, area.current)}
      onPaste={files.paste}
      {...files.target}
    >
      {files.isOver && <p class="drop-here">Drop files for {title}</p>}
      {answered !== undefined && <ReplyBar seq={answered} onCancel={cancelReply} />}
      <Chips uploads={files.uploads} problem={files.problem} />
      <TextArea area={area} place={place} label={label} text={text} write={write} press={press} completion={completion} />
      <div class="tools">
        <Tools place={place} area={area} write={write} onMention={completion.look} onFiles={files.add} />
        <div class="sending-buttons">
          <SendLater isEmpty={isEmpty} onChoose={sendLater} />
          <SendButton isEmpty={isEmpty} />
        </div>
      </div>
      <Completions completion={completion} />
    </form>
  );
}

interface TextAreaProps {
  area: { readonly current: HTMLTextAreaElement | null };
  place: Place;
  label: string;
  text: string;
  write: (text: string) => void;
  press: (event: KeyboardEvent & { readonly currentTarget: HTMLTextAreaElement }) => void;
  completion: Completion;
}

/** What is written in. */
function TextArea({ area, place, label, text, write, press, completion }: TextAreaProps) {
  return (
    <textarea
      ref={area}
      id={composerId(place)}
      rows={1}
      dir="auto"
      value={text}
      maxLength={greatestLength}
      aria-label={label}
      placeholder={label}
      enterkeyhint="send"
      {...completion.attributes}
      onInput={(event) => {
        write(event.currentTarget.value);
        completion.look();
      }}
      onSelect={completion.look}
      onBlur={completion.close}
      onKeyDown={press}
    />
  );
}

/** What a key does in the text: in the suggestions first, then to the answer, then to the text. */
function useKeys({ room, place, text, write, send }: Omit<BoxProps, "sendLater">, completion: Completion) {
  const { drafts, state } = useStore();
  return (event: KeyboardEvent & { readonly currentTarget: HTMLTextAreaElement }) => {
    const area = event.currentTarget;
    if (completion.press(event) || stopReplying(event, drafts, place)) return;
    if (editLast(event, text, place, ownLast(room, place.thread, state.peek().me?.id))) return;
    pressKey(event, send, (kind) => applyFormat(area, kind, write));
  };
}

function SendButton({ isEmpty }: { isEmpty: boolean }) {
  return (
    <button class="send" type="submit" aria-disabled={isEmpty} aria-label="Send">
      <span>Send</span>
      <Icon name="corner-down-left" />
    </button>
  );
}

interface AlsoInRoomProps {
  title: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Whether a reply is shown in the room as well. */
function AlsoInRoom({ title, isOn, onChange }: AlsoInRoomProps) {
  return (
    <label class="also">
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span class="truncate" dir="auto">
        Also post in {title}
      </span>
    </label>
  );
}

/** Grows the area with its text; the style sheet sets the limit. */
function useFittingHeight(area: { current: HTMLTextAreaElement | null }, text: string): void {
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [area, text]);
}

/** Tells the room that I am typing, and that I have stopped when I leave or empty the box. */
function useTypingSignal(room: string, text: string): void {
  const { chat } = useStore();
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return;
    first.current = text;
    chat.setTyping(room, text.trim() !== "");
  }, [chat, room, text]);
  useEffect(() => () => chat.setTyping(room, false), [chat, room]);
}

/** Direct conversations have no commands, and no command is carried out in a thread. */
function takesCommands({ kind }: Room, { thread }: Place): boolean {
  return kind !== "direct" && thread === undefined;
}

function focusComposer(place: Place): void {
  document.getElementById(composerId(place))?.focus();
}

/** Esc gives up an answer, not its text; tells whether it did. */
function stopReplying(event: KeyboardEvent, drafts: Drafts, place: Place): boolean {
  if (event.key !== "Escape" || drafts.replyTo(place).peek() === undefined || event.isComposing) return false;
  event.preventDefault();
  drafts.answer(place, undefined);
  return true;
}

/** The seq of my last message in a room or thread that is still there. */
function ownLast(room: Room, thread: number | undefined, me: string | undefined): number | undefined {
  const { timeline, threads } = room;
  const items = thread === undefined ? timeline.items : (threads.opened?.timeline.items ?? []);
  return items.findLast(
    (item) => item.kind === "message" && item.by === me && item.deleted !== true && item.thread === thread,
  )?.seq;
}

/** Up in an empty box begins to edit my last message; tells whether it did. */
function editLast(event: KeyboardEvent, text: string, { room, thread }: Place, last: number | undefined): boolean {
  if (event.key !== "ArrowUp" || text !== "" || event.isComposing || last === undefined) return false;
  event.preventDefault();
  editing.value = { room, seq: last, isInThread: thread !== undefined };
  return true;
}

function pressKey(
  event: KeyboardEvent,
  send: (event: Event) => void,
  format: (kind: Format) => void,
): void {
  // While an input method composes, Enter takes its suggestion; Safari reports 229 for that.
  if (event.isComposing || event.keyCode === 229) return;
  const kind = formatOf(event);
  if (kind !== undefined) {
    event.preventDefault();
    format(kind);
  } else if (event.key === "Enter" && !event.shiftKey && !event.altKey) send(event);
}

/** The whole box is the text's target, not only the line that is written on. */
function focusArea(event: MouseEvent, area: HTMLTextAreaElement | null): void {
  if (event.target instanceof Element && event.target.closest("button") === null) area?.focus();
}
