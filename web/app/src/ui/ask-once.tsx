import { useState } from "preact/hooks";
import { FormProblem } from "./form-problem.tsx";
import { useSubmit } from "./use-submit.ts";

interface AskOnceProps {
  /** What the button says at first. */
  label: string;
  /** What follows from it; shown with the question. */
  warning: string;
  /** What the button says when it is meant. */
  confirm: string;
  /** What the other button says. */
  cancel: string;
  run: () => Promise<unknown>;
}

/** A button for what is not easily taken back: it asks once before it does it. */
export function AskOnce({ label, warning, confirm, cancel, run }: AskOnceProps) {
  const [isAsking, setIsAsking] = useState(false);
  const submission = useSubmit();
  return (
    <section class="leave">
      {isAsking && <p>{warning}</p>}
      <FormProblem message={submission.problem?.message} />
      <div class="buttons">
        <button
          class="button danger compact"
          type="button"
          aria-busy={submission.busy}
          onClick={() => (isAsking ? void submission.run(run) : setIsAsking(true))}
        >
          {isAsking ? confirm : label}
        </button>
        {isAsking && (
          <button class="button quiet compact" type="button" onClick={() => setIsAsking(false)}>
            {cancel}
          </button>
        )}
      </div>
    </section>
  );
}
