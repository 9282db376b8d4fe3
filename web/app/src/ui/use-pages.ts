import { useEffect, useRef, useState } from "preact/hooks";
import { describe } from "./use-submit.ts";

/** A listing as far as it was asked for. What was here stays while it is asked for anew. */
export interface Pages<T> {
  readonly items: readonly T[];
  readonly more: boolean;
  readonly problem: string | undefined;
  readonly isLoading: boolean;
  showMore(): void;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly more: boolean;
}

/**
 * A listing in pages. It begins again whenever `key` changes; answers to an older key are dropped.
 *
 * @param load gives the page after its argument, or the first one
 */
export function usePages<T>(
  key: string,
  load: (after: T | undefined) => Promise<Page<T>>,
): Pages<T> {
  const [page, setPage] = useState<Page<T>>({ items: [], more: false });
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isLoading, setIsLoading] = useState(true);
  const wanted = useRef(key);
  const ask = async (after: T | undefined, before: readonly T[]) => {
    setIsLoading(true);
    try {
      const { items, more } = await load(after);
      if (wanted.current !== key) return;
      setPage({ items: [...before, ...items], more });
      setProblem(undefined);
    } catch (error) {
      if (wanted.current === key) setProblem(describe(error).message);
    }
    if (wanted.current === key) setIsLoading(false);
  };
  useEffect(() => {
    wanted.current = key;
    void ask(undefined, []);
  }, [key]);
  const showMore = () => void ask(page.items.at(-1), page.items);
  return { ...page, problem, isLoading, showMore };
}
