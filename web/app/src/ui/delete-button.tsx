import { useState } from "preact/hooks";
import { FormProblem } from "./form-problem.tsx";
import { useSubmit } from "./use-submit.ts";

interface DeleteButtonProps {
  /** What goes: assistive technology hears it with the button's words. */
  name: string;
  run: () => Promise<unknown>;
  onDone: () => void;
}

/** Deletes one of a list, after a second press. */
export function DeleteButton({ name, run, onDone }: DeleteButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  const submission = useSubmit();
  const words = isAsking ? "Yes, delete" : "Delete";
  return (
    <>
      <button
        class={`button compact ${isAsking ? "danger" : "quiet"}`}
        type="button"
        aria-label={`${words} ${name}`}
        aria-busy={submission.busy}
        onBlur={() => setIsAsking(false)}
        onClick={() => (isAsking ? void submission.run(run, onDone) : setIsAsking(true))}
      >
        {words}
      </button>
      <FormProblem message={submission.problem?.message} />
    </>
  );
}
