import { ParleyError } from "@parley/client";
import { useState } from "preact/hooks";

/** What went wrong, in words that say what to do, and the field of the form at fault. */
export interface Problem {
  readonly message: string;
  readonly field?: string;
}

/** A form's way to the server: whether it waits for an answer, and what was wrong with the last. */
export interface Submission {
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  /** The problem of this field, if the last one was its. */
  problemOf(field: string): string | undefined;
  /** The problem if it belongs to none of these fields: it then concerns the whole form. */
  problemBeside(fields: readonly string[]): string | undefined;
  /** A form's submit handler that runs `task`. */
  onSubmit(task: () => Promise<void>): (event: Event) => void;
  /** Runs `task` unless one runs already. Its failure becomes `problem`. */
  run(task: () => Promise<void>): Promise<void>;
}

export function useSubmit(): Submission {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const run = async (task: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      await task();
    } catch (error) {
      setProblem(describe(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    busy,
    problem,
    problemOf: (field) => (problem?.field === field ? problem.message : undefined),
    problemBeside: (fields) =>
      problem?.field !== undefined && fields.includes(problem.field) ? undefined : problem?.message,
    onSubmit: (task) => (event) => {
      event.preventDefault();
      void run(task);
    },
    run,
  };
}

/** Any failure in words for people. */
export function describe(error: unknown): Problem {
  if (!(error instanceof ParleyError)) return { message: "Something went wrong here. Try again." };
  const { field } = error.error;
  return field === undefined ? { message: error.message } : { message: error.message, field };
}
