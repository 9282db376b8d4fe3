import { signal } from "@preact/signals";
import "./undo.css";

/** How long something can be taken back, in milliseconds. */
const undoMs = 8000;

/** What was done and how it is taken back. */
interface Done {
  readonly words: string;
  undo(): void;
}

const done = signal<Done | undefined>(undefined);
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says that something was done, and for 8 s offers to take it back. */
export function offerUndo(words: string, undo: () => void): void {
  done.value = { words, undo };
  clearTimeout(timer);
  timer = setTimeout(forgetUndo, undoMs);
}

/** Nothing can be taken back any more. */
export function forgetUndo(): void {
  clearTimeout(timer);
  done.value = undefined;
}

/** What was done last, below the header of the window: nothing is written there. */
export function UndoBar() {
  const { value } = done;
  const undo = () => {
    value?.undo();
    forgetUndo();
  };
  return (
    <div class="undo" role="status">
      {value !== undefined && (
        <p>
          <span dir="auto">{value.words}</span>
          <button class="link" type="button" onClick={undo}>
            Undo
          </button>
        </p>
      )}
    </div>
  );
}
