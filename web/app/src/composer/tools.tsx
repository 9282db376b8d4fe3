import { useState } from "preact/hooks";
import { EmojiPicker } from "../emoji/emoji-picker.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { Attach } from "./attach.tsx";
import { applyEdit, applyFormat } from "./format.ts";
import { FormatButtons } from "./format-buttons.tsx";
import type { Place } from "./replying.ts";

interface ToolsProps {
  place: Place;
  area: { readonly current: HTMLTextAreaElement | null };
  write: (text: string) => void;
  /** Called when an @ was written by the button. */
  onMention: () => void;
  /** Called with files that were chosen. */
  onFiles: (files: readonly File[]) => void;
}

/** The buttons below a text: what comes with it, emoji, people, and formats. */
export function Tools({ place, area, write, onMention, onFiles }: ToolsProps) {
  const [isPicking, setIsPicking] = useState(false);
  const insert = (text: string) => {
    if (area.current === null) return;
    insertAtCaret(area.current, text);
    write(area.current.value);
  };
  const mention = () => {
    insert("@");
    onMention();
  };
  const close = () => {
    setIsPicking(false);
    area.current?.focus();
  };
  return (
    <div class="tool-buttons">
      <Attach place={place} onFiles={onFiles} />
      <Tool icon="smile" label="Emoji" isOpen={isPicking} onPress={() => setIsPicking(!isPicking)} />
      <Tool icon="at" label="Mention somebody" onPress={mention} />
      <FormatButtons onFormat={(kind) => area.current && applyFormat(area.current, kind, write)} />
      {isPicking && (
        <EmojiPicker
          label="Emoji"
          onPick={(emoji) => {
            setIsPicking(false);
            insert(emoji);
          }}
          onClose={close}
        />
      )}
    </div>
  );
}

interface ToolProps {
  icon: IconName;
  label: string;
  isOpen?: boolean;
  onPress: () => void;
}

function Tool({ icon, label, isOpen, onPress }: ToolProps) {
  return (
    <button
      class="icon-button"
      type="button"
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

/** Writes in the place of what is selected; a sign begins a word of its own. */
function insertAtCaret(area: HTMLTextAreaElement, text: string): void {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const gap = text === "@" && /\S$/.test(value.slice(0, from)) ? " " : "";
  const insert = gap + text;
  applyEdit(area, { from, to, insert, start: from + insert.length, end: from + insert.length });
}
