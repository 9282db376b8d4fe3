import { useStore } from "../store.ts";
import { noteCopy } from "../timeline/copied.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { useValue } from "../ui/use-value.ts";
import { type Reported, reported } from "./reporting.ts";

/** Asks why a message is reported, and reports it. */
export function ReportDialog() {
  const message = reported.value;
  return message === undefined ? null : <ReportForm message={message} />;
}

function ReportForm({ message: { room, seq } }: { message: Reported }) {
  const { chat } = useStore();
  const reason = useValue("");
  const submission = useSubmit();
  const send = submission.onSubmit(
    () => chat.reportMessage(room, seq, reason.value.trim()),
    () => {
      noteCopy(room, seq, "reported");
      closeDialog();
    },
  );
  return (
    <Dialog title="Report message" onClose={closeDialog}>
      <form class="content" onSubmit={send}>
        <Field
          label="What is wrong with it"
          value={reason.value}
          onValue={reason.set}
          problem={submission.problemOf("reason")}
          hint="The owners and moderators of the room read this, and who said it"
          maxLength={500}
          required
          autoFocus
        />
        <FormProblem message={submission.problemBeside(["reason"])} />
        <div class="actions">
          <button class="button quiet" type="button" onClick={closeDialog}>
            Cancel
          </button>
          <button class="button" type="submit" aria-busy={submission.busy}>
            Report
          </button>
        </div>
      </form>
    </Dialog>
  );
}
