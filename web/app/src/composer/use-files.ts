import { useState } from "preact/hooks";
import { uploadsOf } from "../files/uploads.ts";
import { useStore } from "../store.ts";
import { draftKey, type Place } from "./replying.ts";

/** Takes the files that are chosen, pasted or dropped where something is written. */
export function useFiles(place: Place) {
  const { session } = useStore();
  const [isOver, setIsOver] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const uploads = uploadsOf(draftKey(place));
  const add = (files: readonly File[]) => setProblem(uploads.add(session, files));
  const paste = (event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    add(files);
  };
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files") !== true) return;
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    add([...(event.dataTransfer?.files ?? [])]);
  };
  const target = { onDragEnter: over, onDragOver: over, onDragLeave: () => setIsOver(false), onDrop: drop };
  return { uploads, problem, add, paste, isOver, target };
}
