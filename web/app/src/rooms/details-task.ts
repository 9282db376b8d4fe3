import { signal, type ReadonlySignal } from "@preact/signals";

/** What somebody is at in the details; "edit topic" is "edit" that begins in the topic. */
export type DetailsTask = "look" | "edit" | "edit topic" | "add people";

const current = signal<DetailsTask>("look");

export const detailsTask: ReadonlySignal<DetailsTask> = current;

export function beginInDetails(task: DetailsTask): void {
  current.value = task;
}
