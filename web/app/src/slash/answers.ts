import { signal } from "@preact/signals";

/** What a slash command said to me alone, and its name. */
export interface Answer {
  readonly name: string;
  readonly text: string;
}

/** The newest answer in each room, until it is dismissed. */
const answers = signal<ReadonlyMap<string, Answer>>(new Map());

export function answerIn(room: string): Answer | undefined {
  return answers.value.get(room);
}

export function showAnswer(room: string, answer: Answer): void {
  answers.value = new Map(answers.peek()).set(room, answer);
}

export function dismissAnswer(room: string): void {
  const left = new Map(answers.peek());
  left.delete(room);
  answers.value = left;
}

/** Whoever signs in next has been answered nothing. */
export function forgetAnswers(): void {
  answers.value = new Map();
}
