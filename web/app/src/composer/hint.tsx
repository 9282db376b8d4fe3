import type { NotSent } from "./use-send.ts";

/** The count of characters left is shown below this many. */
const fewLeft = 500;

interface HintProps {
  problem: NotSent | undefined;
  /** The name of the command that is being carried out. */
  running: string | undefined;
  /** Sends the text though it looks like a command. */
  sayAsIs: () => void;
  /** How many characters more the text may have. */
  left: number;
}

/** Below the text: why it was not sent, what is being done, or which keys there are. */
export function Hint({ problem, running, sayAsIs, left }: HintProps) {
  if (problem !== undefined) {
    const { message, what } = problem;
    return (
      <p class="composer-hint problem" role="alert">
        <span>{message}</span>
        {what === "command" && (
          <button class="link" type="button" onClick={sayAsIs}>
            Send as text
          </button>
        )}
      </p>
    );
  }
  if (running !== undefined) {
    return (
      <p class="composer-hint" role="status">
        Waiting for /{running}…
      </p>
    );
  }
  return (
    <p class="composer-hint">
      {left < fewLeft ? (
        `${left} characters left`
      ) : (
        <>
          <span>Shift Enter for a new line</span>
          <span>Up to edit your last</span>
        </>
      )}
    </p>
  );
}
