import { ComboboxInput, useCombobox } from "../ui/combobox.tsx";
import { openSearch } from "../search/open-search.ts";
import { closeWhenBeside, useModal } from "../ui/dialog.tsx";
import { Icon } from "../ui/icon.tsx";
import { commandKey, hasCommand } from "../ui/keys.ts";
import { closeDialog } from "../ui/open-dialog.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { Results } from "./results.tsx";
import { useResults } from "./use-results.ts";
import "./switcher.css";

/** Jumps to a room or a person by a few letters of the name. */
export function Switcher() {
  const dialog = useModal(closeDialog);
  const box = useCombobox();
  const { results, open, problem } = useResults(box.query);
  return (
    <dialog
      ref={dialog}
      class="switcher picker"
      aria-label="Jump to"
      onPointerDown={closeWhenBeside}
    >
      <div class="query" onKeyDownCapture={(event) => searchOn(event, box.query)}>
        <Icon name="search" />
        <ComboboxInput
          box={box}
          count={results.length}
          label="Room or person"
          placeholder="Jump to a room or person"
          autoFocus
          onPick={(index) => open(results[index])}
        />
      </div>
      <Results box={box} results={results} onPick={open} />
      <SearchRow query={box.query} />
      {results.length === 0 && <p class="nothing">Nobody and nothing by that name.</p>}
      <FormProblem message={problem} />
      <Footer />
    </dialog>
  );
}

/** Ctrl Enter looks for the query in messages instead. */
function searchOn(event: KeyboardEvent, query: string): void {
  if (event.key !== "Enter" || !hasCommand(event) || query.trim() === "") return;
  event.preventDefault();
  event.stopPropagation();
  openSearch(query);
}

function SearchRow({ query }: { query: string }) {
  if (query.trim() === "") return null;
  return (
    <button class="option search-row" type="button" onClick={() => openSearch(query)}>
      <Icon name="search" />
      <span class="truncate">Search messages for “{query.trim()}”</span>
      <kbd class="aside">{commandKey} Enter</kbd>
    </button>
  );
}

function Footer() {
  return (
    <footer>
      <span>Up, Down to choose</span>
      <span>Enter to open</span>
      <span>Esc to close</span>
    </footer>
  );
}
