import type { PresenceState } from "@parley/client";
import { useState } from "preact/hooks";
import { EmojiPicker } from "../emoji/emoji-picker.tsx";
import { useStore } from "../store.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Icon } from "../ui/icon.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { Segments } from "../ui/segments.tsx";
import { useSubmit } from "../ui/use-submit.ts";
import { useValue } from "../ui/use-value.ts";
import { usePresence } from "./presence.ts";
import { lastsUntil, type Lasting } from "./lasting.ts";
import "./status-dialog.css";

const states: readonly { value: PresenceState; label: string }[] = [
  { value: "online", label: "Online" },
  { value: "away", label: "Away" },
  { value: "dnd", label: "Do not disturb" },
  { value: "invisible", label: "Invisible" },
];

const lastings: readonly { value: Lasting; label: string }[] = [
  { value: "always", label: "Never" },
  { value: "half an hour", label: "30 min" },
  { value: "an hour", label: "1 h" },
  { value: "today", label: "Today" },
];

/** How I am seen: a state, a few words, an emoji, and until when. */
export function StatusDialog() {
  const status = useStatus();
  const { submission } = status;
  return (
    <Dialog title="Your status" onClose={closeDialog}>
      <form class="content status-form scroll" onSubmit={status.save}>
        <Segments
          legend="Others see you as"
          choices={states}
          chosen={status.seenAs.value}
          onChoose={status.seenAs.set}
        />
        <div class="status-words">
          <EmojiButton emoji={status.emoji.value} onPick={status.emoji.set} />
          <Field
            label="In a few words"
            value={status.text.value}
            onValue={status.text.set}
            problem={submission.problemOf("text")}
            placeholder="At lunch"
            maxLength={100}
            autoFocus
          />
        </div>
        <Segments
          legend="Clear after"
          choices={lastings}
          chosen={status.lasting.value}
          onChoose={status.lasting.set}
        />
        <FormProblem message={submission.problemBeside(["text"])} />
        <Actions isBusy={submission.busy} onClear={status.clear} />
      </form>
    </Dialog>
  );
}

function Actions({ isBusy, onClear }: { isBusy: boolean; onClear: () => void }) {
  return (
    <div class="actions">
      <button class="button quiet" type="button" onClick={onClear}>
        Clear now
      </button>
      <button class="button" type="submit" aria-busy={isBusy}>
        Save
      </button>
    </div>
  );
}

/** The form's fields, which begin with how I am seen now, and its ways to the server. */
function useStatus() {
  const { chat, state } = useStore();
  const now = usePresence(state.value.me?.id ?? "");
  const seenAs = useValue<PresenceState>(now?.state ?? "online");
  const text = useValue(now?.text ?? "");
  const emoji = useValue(now?.emoji ?? "");
  const lasting = useValue<Lasting>("always");
  const submission = useSubmit();
  const save = submission.onSubmit(() => {
    const words = text.value.trim();
    const until = lastsUntil(lasting.value, new Date());
    return chat.setPresence({
      state: seenAs.value,
      ...(words === "" ? {} : { text: words }),
      ...(emoji.value === "" ? {} : { emoji: emoji.value }),
      ...(until === undefined ? {} : { until }),
    });
  }, closeDialog);
  const clear = () => void submission.run(() => chat.setPresence({ state: "online" }), closeDialog);
  return { seenAs, text, emoji, lasting, submission, save, clear };
}

/** Shows the emoji, and lets one choose another; a press on one that is chosen takes it away. */
function EmojiButton({ emoji, onPick }: { emoji: string; onPick: (emoji: string) => void }) {
  const [isOpen, setIsOpen] = useState(false);
  const pick = (chosen: string) => {
    setIsOpen(false);
    onPick(chosen);
  };
  return (
    <div class="status-emoji">
      <button
        class="icon-button"
        type="button"
        aria-label={emoji === "" ? "Choose an emoji" : `Take ${emoji} away`}
        aria-expanded={isOpen}
        onClick={() => (emoji === "" ? setIsOpen(!isOpen) : onPick(""))}
      >
        {emoji === "" ? <Icon name="smile" /> : emoji}
      </button>
      {isOpen && <EmojiPicker label="Your emoji" onPick={pick} onClose={() => setIsOpen(false)} />}
    </div>
  );
}
