import type { Ballot } from "@parley/client";

/** The fewest and the most options of a poll, and the longest one, in characters. */
export const fewestOptions = 2;
export const mostOptions = 10;
export const longestOption = 100;

/** What stands in the form of a poll. */
export interface PollForm {
  readonly question: string;
  /** As they were written: blank ones do not count. */
  readonly options: readonly string[];
  readonly multiple: boolean;
}

/** The ballot that a form describes, or what is still wrong with it. */
export type Filled =
  | { readonly ballot: Ballot }
  | { readonly problem: string; readonly field: "question" | "options" };

export function ballotOf({ question, options: written, multiple }: PollForm): Filled {
  const options = written.map((option) => option.trim()).filter((option) => option !== "");
  if (question.trim() === "") return { problem: "Write the question first.", field: "question" };
  if (options.length < fewestOptions) return { problem: "Give at least two options.", field: "options" };
  if (new Set(options).size < options.length) {
    return { problem: "Two options are the same. Change one of them.", field: "options" };
  }
  return { ballot: { options, ...(multiple ? { multiple } : {}) } };
}
