import { useComputed } from "@preact/signals";
import { useStore } from "../store.ts";
import { Results } from "../switcher/results.tsx";
import type { Match } from "../switcher/search.ts";
import { roomOf, type Target, useTargets } from "../switcher/use-targets.ts";
import { noteCopy } from "../timeline/copied.ts";
import { messageAt, Quoted } from "../timeline/quote.tsx";
import { ComboboxInput, useCombobox } from "../ui/combobox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Icon } from "../ui/icon.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { type Forwarding, forwarding } from "./forwarding.ts";
import "../switcher/switcher.css";
import "./forward.css";

/** Chooses the room, or the person, to forward a message to. */
export function ForwardDialog() {
  const message = forwarding.value;
  return message === undefined ? null : <Picker message={message} />;
}

function Picker({ message }: { message: Forwarding }) {
  const box = useCombobox();
  const { results, forward, problem } = useForward(message, box.query);
  return (
    <Dialog title="Forward message" onClose={closeDialog}>
      <Forwarded message={message} />
      <div class="picker">
        <div class="query">
          <Icon name="search" />
          <ComboboxInput
            box={box}
            count={results.length}
            label="Forward to"
            placeholder="Room or person"
            autoFocus
            onPick={(index) => forward(results[index])}
          />
        </div>
        <Results box={box} results={results} onPick={forward} />
        {results.length === 0 && <p class="nothing">Nobody and nothing by that name.</p>}
        <FormProblem message={problem} />
      </div>
    </Dialog>
  );
}

/** What is forwarded, on one line. */
function Forwarded({ message }: { message: Forwarding }) {
  const { state } = useStore();
  const item = useComputed(() => messageAt(state.value.rooms.get(message.room), message.seq)).value;
  return (
    <p class="quote forwarded" dir="auto">
      {item === undefined ? "An earlier message" : <Quoted item={item} />}
    </p>
  );
}

/** Where the message can go, and the way there. */
function useForward({ room, seq }: Forwarding, query: string) {
  const { chat } = useStore();
  const submission = useSubmit();
  const results = useTargets(query, (target) => target.archived !== true);
  const done = () => {
    noteCopy(room, seq, "forwarded");
    closeDialog();
  };
  const forward = (match: Match<Target> | undefined) => {
    if (match === undefined) return;
    void submission.run(async () => chat.forwardMessage(room, seq, await roomOf(match.item, chat.openDirect)), done);
  };
  return { results, forward, problem: submission.problem?.message };
}
