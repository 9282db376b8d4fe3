import { useStore } from "../store.ts";
import { closeDialog } from "../ui/open-dialog.ts";
import { useSubmit } from "../ui/use-submit.ts";
import type { Match } from "./search.ts";
import { roomOf, type Target, useTargets } from "./use-targets.ts";

/** The best matches among my rooms and the people of the server, and the way to open one. */
export function useResults(query: string) {
  const { chat, navigator } = useStore();
  const submission = useSubmit();
  const results = useTargets(query);
  const go = (room: string) => {
    closeDialog();
    navigator.go({ name: "room", room, details: false });
  };
  const open = (match: Match<Target> | undefined) => {
    if (match !== undefined) void submission.run(() => roomOf(match.item, chat.openDirect), go);
  };
  return { results, problem: submission.problem?.message, open };
}
