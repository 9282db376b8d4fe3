import type { MessageItem } from "@parley/client";
import { useState } from "preact/hooks";
import { useAutoFocus } from "../ui/use-auto-focus.ts";
import { editing } from "./editing.ts";
import type { ChangeMessage } from "./use-change.ts";

/** Rewrites a message in its place. Enter saves, Esc gives up. */
export function MessageEditor({ item, change }: { item: MessageItem; change: ChangeMessage }) {
  const area = useAutoFocus<HTMLTextAreaElement>(true);
  const { text, setText, save, press } = useEdit(item, change);
  return (
    <div class="message-editor">
      <textarea
        ref={area}
        dir="auto"
        rows={Math.min(10, text.split("\n").length)}
        value={text}
        maxLength={8000}
        aria-label="Edit message"
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div class="row">
        <button class="button compact" type="button" aria-disabled={text.trim() === ""} onClick={save}>
          Save
        </button>
        <button class="button quiet compact" type="button" onClick={close}>
          Cancel
        </button>
      </div>
    </div>
  );
}

/** What is being written, and the ways to end it. */
function useEdit(item: MessageItem, change: ChangeMessage) {
  const [text, setText] = useState(item.text);
  const save = () => {
    if (text.trim() === "") return;
    if (text !== item.text) change({ type: "edit", text, at: new Date().toISOString() });
    close();
  };
  const press = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    save();
  };
  return { text, setText, save, press };
}

/** Ends the editing; the focus goes back to the composer. */
function close(): void {
  const composer = editing.peek()?.isInThread === true ? "thread-composer" : "composer";
  editing.value = undefined;
  document.getElementById(composer)?.focus();
}
