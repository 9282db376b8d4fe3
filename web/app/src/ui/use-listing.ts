import { useState } from "preact/hooks";
import { useLoad } from "./use-load.ts";

/** A short list of the server's: asked for when mounted, whenever `key` changes, and again once something was done to it. */
export function useListing<T>(key: string, load: () => Promise<readonly T[]>) {
  const [turn, setTurn] = useState(0);
  const { value, problem, isLoading } = useLoad(`${key} ${turn}`, load);
  return { items: value ?? [], problem, isLoading, again: () => setTurn((before) => before + 1) };
}
