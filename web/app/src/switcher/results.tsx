import type { Combobox } from "../ui/combobox.tsx";
import { Result } from "./result.tsx";
import type { Match } from "./search.ts";
import type { Target } from "./use-targets.ts";

interface ResultsProps {
  box: Combobox;
  results: readonly Match<Target>[];
  onPick: (match: Match<Target>) => void;
}

/** The matches below the input in which they are looked for. */
export function Results({ box, results, onPick }: ResultsProps) {
  return (
    <ul class="scroll" id={box.listId} role="listbox" aria-label="Results">
      {results.map((match, index) => (
        <Result
          key={match.item.id}
          id={box.optionId(index)}
          match={match}
          isActive={index === Math.min(box.active, results.length - 1)}
          onPick={() => onPick(match)}
        />
      ))}
    </ul>
  );
}
