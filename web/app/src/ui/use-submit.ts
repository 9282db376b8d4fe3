import { ParleyError } from "@parley/client";
import { useEffect, useRef, useState } from "preact/hooks";
import { wordsOf } from "./words.ts";

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
  /** A form's submit handler that runs `task`, as `run` does. */
  onSubmit<T>(task: () => Promise<T>, then?: (answer: T) => void): (event: Event) => void;
  /**
   * Runs `task` unless one runs already. Its failure becomes `problem`. After success `then` is called, but not where
   * the form was closed meanwhile: an answer that nobody waits for leads nowhere.
   */
  run<T>(task: () => Promise<T>, then?: (answer: T) => void): Promise<void>;
}

export function useSubmit(): Submission {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>(undefined);
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const run: Submission["run"] = async (task, then) => {
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await task();
      if (isOpen.current) then?.(answer);
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
    onSubmit: (task, then) => (event) => {
      event.preventDefault();
      void run(task, then);
    },
    run,
  };
}

/** Any failure in words for people. */
export function describe(error: unknown): Problem {
  if (!(error instanceof ParleyError)) return { message: "Something went wrong here. Try again." };
  const message = wordsOf(error.error);
  const { field } = error.error;
  return field === undefined ? { message } : { message, field };
}
