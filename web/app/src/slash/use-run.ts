import { useState } from "preact/hooks";
import type { Place } from "../composer/replying.ts";
import { useStore } from "../store.ts";
import { describe } from "../ui/use-submit.ts";
import { showAnswer } from "./answers.ts";
import type { Wish } from "./wish.ts";

type Run = Extract<Wish, { kind: "run" }>;

/** Has slash commands carried out, one at a time; what they say to me alone is shown in the room. */
export function useRun(place: Place) {
  const { chat } = useStore();
  const [running, setRunning] = useState<string | undefined>(undefined);
  /** Resolves with why it was not carried out, if it was not. */
  const run = async ({ name, text }: Run, files: number): Promise<string | undefined> => {
    const hindrance = hindranceOf(place, files);
    if (hindrance !== undefined) return hindrance;
    setRunning(name);
    try {
      const answer = await chat.runSlashCommand(place.room, name, text);
      if (answer.text !== undefined) showAnswer(place.room, { name, text: answer.text });
      else if (answer.seq === undefined) showAnswer(place.room, { name, text: "Done." });
      return undefined;
    } catch (error) {
      return describe(error).message;
    } finally {
      setRunning(undefined);
    }
  };
  return { running, run };
}

/** What keeps any command from being carried out here. */
function hindranceOf({ thread }: Place, files: number): string | undefined {
  if (thread !== undefined) return "Commands are carried out in the room, not in threads.";
  return files > 0 ? "Commands take no files." : undefined;
}
