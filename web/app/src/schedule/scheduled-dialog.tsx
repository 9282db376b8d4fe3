import type { Scheduled } from "@parley/client";
import { useState } from "preact/hooks";
import { useTitle } from "../people/use-names.ts";
import { useStore } from "../store.ts";
import { plainText } from "../timeline/plain-text.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Icon } from "../ui/icon.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { count } from "../ui/plural.ts";
import { exactTime } from "../ui/time.ts";
import { useLoad } from "../ui/use-load.ts";
import { describe } from "../ui/use-submit.ts";

/** What waits to be sent in all rooms, and what could not be sent, with the reason. */
export function ScheduledDialog() {
  const { chat, state } = useStore();
  const [refusal, setRefusal] = useState<string | undefined>(undefined);
  const { scheduleChanges, connection } = state.value;
  const { value, problem } = useLoad(`${scheduleChanges} ${connection.kind}`, () => chat.scheduled());
  const cancel = (id: number) => {
    setRefusal(undefined);
    chat.cancelScheduled(id).catch((error: unknown) => setRefusal(describe(error).message));
  };
  return (
    <Dialog title="Scheduled messages" onClose={closeDialog}>
      <div class="content scroll" aria-busy={value === undefined && problem === undefined}>
        <FormProblem message={refusal ?? problem} />
        {value?.length === 0 && <p class="nothing-scheduled">Nothing waits to be sent.</p>}
        <ul class="scheduled-list">
          {value?.map((one) => (
            <Row key={one.id} scheduled={one} onCancel={() => cancel(one.id)} />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function Row({ scheduled, onCancel }: { scheduled: Scheduled; onCancel: () => void }) {
  const { failure, text, attachments = [] } = scheduled;
  const files = attachments.length === 0 ? "" : count(attachments.length, "file");
  return (
    <li class="scheduled">
      <div class="words">
        <p class="when">
          <RoomName id={scheduled.room} /> <time dateTime={scheduled.sendAt}>{exactTime(scheduled.sendAt)}</time>
        </p>
        <p class="text" dir="auto">
          {[plainText(text), files].filter((part) => part !== "").join(" · ")}
        </p>
        {failure !== undefined && (
          <p class="failure">
            <Icon name="warning" size="small" /> Not sent: {failure.message}
          </p>
        )}
      </div>
      <button
        class="icon-button"
        type="button"
        aria-label={failure === undefined ? "Cancel this message" : "Remove this message"}
        title={failure === undefined ? "Cancel" : "Remove"}
        onClick={onCancel}
      >
        <Icon name="x" size="small" />
      </button>
    </li>
  );
}

/** The name of a room that I am in; of another nothing is known. */
function RoomName({ id }: { id: string }) {
  const { state } = useStore();
  const room = state.value.rooms.get(id);
  return <b dir="auto">{room === undefined ? "A room that you left" : <Title room={room} />}</b>;
}

function Title({ room }: { room: Parameters<typeof useTitle>[0] }) {
  return <>{useTitle(room)}</>;
}
