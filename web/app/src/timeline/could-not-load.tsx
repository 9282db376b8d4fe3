import type { WireError } from "@parley/client";
import { copyText } from "../ui/clipboard.ts";
import { Icon } from "../ui/icon.tsx";
import { wordsOf } from "../ui/words.ts";

/** Says why the messages are not there, and offers to try again. */
export function CouldNotLoad({ problem, onRetry }: { problem: WireError; onRetry: () => void }) {
  const details = () => copyText(`${problem.code}: ${problem.message} (${new Date().toISOString()})`);
  return (
    <div class="timeline-state">
      <div class="statement" role="alert">
        <span class="statement-icon danger">
          <Icon name="unplug" size="large" />
        </span>
        <h2>Messages did not load</h2>
        <p>{wordsOf(problem)} Your drafts are safe on this device.</p>
        <p class="buttons">
          <button class="button" type="button" onClick={onRetry}>
            Load again
          </button>
          <button class="button quiet" type="button" onClick={() => void details()}>
            Copy details
          </button>
        </p>
      </div>
    </div>
  );
}
