import { useEffect, useState } from "preact/hooks";
import { describe } from "./use-submit.ts";

/** What was asked for: on its way, here, or refused. What was here stays while it is asked for anew. */
export interface Loaded<T> {
  readonly value: T | undefined;
  readonly problem: string | undefined;
  readonly isLoading: boolean;
}

/** Loads when mounted and again whenever `key` changes; the answer to an older key is dropped. */
export function useLoad<T>(key: unknown, load: () => Promise<T>): Loaded<T> {
  const [loaded, setLoaded] = useState<Loaded<T>>({
    value: undefined,
    problem: undefined,
    isLoading: true,
  });
  useEffect(() => {
    let isWanted = true;
    setLoaded((last) => ({ ...last, isLoading: true }));
    load().then(
      (value) => isWanted && setLoaded({ value, problem: undefined, isLoading: false }),
      (error: unknown) =>
        isWanted &&
        setLoaded((last) => ({ ...last, problem: describe(error).message, isLoading: false })),
    );
    return () => {
      isWanted = false;
    };
    // The key stands for everything that `load` reads.
  }, [key]);
  return loaded;
}

/** A value that follows `value` once it has not changed for `pauseMs`. */
export function usePaused<T>(value: T, pauseMs: number): T {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value, pauseMs]);
  return paused;
}
