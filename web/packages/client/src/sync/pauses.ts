import { ParleyError } from "../errors.ts";
import type { WireError } from "../generated/protocol.ts";
import type { Clock } from "../ports.ts";

const SHORTEST_MS = 1000;
const LONGEST_MS = 30_000;

/** Resolves after a pause. */
export function pause(clock: Clock, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    clock.after(delayMs, resolve);
  });
}

/** How long to wait before trying again: as the server says, or else doubling from one second to thirty. */
export function pauseBefore(attempt: number, error: WireError | undefined): number {
  return error?.retryAfterMs ?? Math.min(LONGEST_MS, SHORTEST_MS * 2 ** (attempt - 1));
}

/** What went wrong, in the wire's terms; a defect of this client is `internal`. */
export function wireErrorOf(problem: unknown): WireError {
  if (problem instanceof ParleyError) return problem.error;
  return { code: "internal", message: "Something went wrong here. Try again.", retry: false };
}
