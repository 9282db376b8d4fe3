import type { Room } from "@parley/client";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { editing } from "../timeline/editing.ts";
import { useTitle } from "../people/use-names.ts";
import { useStore } from "../store.ts";
import { Icon } from "../ui/icon.tsx";
import { describe } from "../ui/use-submit.ts";
import { formatOf, toggleFormat, type Format } from "./format.ts";
import { FormatButtons } from "./format-buttons.tsx";
import { TypingLine } from "./typing-line.tsx";
import "./composer.css";

/** The longest text that a message may have. */
const greatestLength = 8000;
/** The count of characters left is shown below this many. */
const fewLeft = 500;

/** Where a message is written. Mounted anew for each room; the text is the room's draft. */
export function Composer({ room }: { room: Room }) {
  const { drafts, state } = useStore();
  const area = useRef<HTMLTextAreaElement>(null);
  const text = drafts.text(room.id).value;
  const { problem, send } = useSend(room, text);
  const title = useTitle(room);
  useFittingHeight(area, text);
  useTypingSignal(room.id, text);
  const write = (next: string) => drafts.write(room.id, next);
  const format = (kind: Format) => area.current && applyFormat(area.current, kind, write);
  return (
    <div class="composer">
      <div class="column">
        <TypingLine room={room} />
        <form class="box" onSubmit={send} onClick={(event) => focusArea(event, area.current)}>
          <textarea
            ref={area}
            id="composer"
            rows={1}
            dir="auto"
            value={text}
            maxLength={greatestLength}
            aria-label={`Message ${title}`}
            placeholder={`Message ${title}`}
            enterkeyhint="send"
            onInput={(event) => write(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (!editLast(event, text, room, state.peek().me?.id)) pressKey(event, send, format);
            }}
          />
          <div class="tools">
            <FormatButtons onFormat={format} />
            <SendButton isEmpty={text.trim() === ""} />
          </div>
        </form>
        <Hint problem={problem} left={greatestLength - text.length} />
      </div>
    </div>
  );
}

function SendButton({ isEmpty }: { isEmpty: boolean }) {
  return (
    <button class="send" type="submit" aria-disabled={isEmpty} aria-label="Send">
      <span>Send</span>
      <Icon name="corner-down-left" />
    </button>
  );
}

function Hint({ problem, left }: { problem: string | undefined; left: number }) {
  if (problem !== undefined) {
    return (
      <p class="composer-hint problem" role="alert">
        {problem}
      </p>
    );
  }
  return (
    <p class="composer-hint">
      {left < fewLeft ? `${left} characters left` : "Shift Enter for a new line"}
    </p>
  );
}

function useSend(room: Room, text: string) {
  const { chat, drafts } = useStore();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const send = (event: Event) => {
    event.preventDefault();
    if (text.trim() === "") return;
    try {
      chat.send(room.id, text);
      drafts.write(room.id, "");
      setProblem(undefined);
    } catch (error) {
      setProblem(describe(error).message);
    }
  };
  return { problem, send };
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

/** Up in an empty box begins to edit my last message; tells whether it did. */
function editLast(event: KeyboardEvent, text: string, room: Room, me: string | undefined): boolean {
  if (event.key !== "ArrowUp" || text !== "" || event.isComposing) return false;
  const last = room.timeline.items.findLast(
    (item) => item.kind === "message" && item.by === me && item.deleted !== true,
  );
  if (last === undefined) return false;
  event.preventDefault();
  editing.value = { room: room.id, seq: last.seq };
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

function applyFormat(area: HTMLTextAreaElement, kind: Format, write: (text: string) => void): void {
  const edit = toggleFormat(kind, area.value, area.selectionStart, area.selectionEnd);
  area.focus();
  area.setSelectionRange(edit.from, edit.to);
  // The one way to change a text that the browser can undo.
  const command = edit.insert === "" ? "delete" : "insertText";
  if (!document.execCommand(command, false, edit.insert)) area.setRangeText(edit.insert);
  area.setSelectionRange(edit.start, edit.end);
  write(area.value);
}

/** The whole box is the text's target, not only the line that is written on. */
function focusArea(event: MouseEvent, area: HTMLTextAreaElement | null): void {
  if (event.target instanceof Element && event.target.closest("button") === null) area?.focus();
}
