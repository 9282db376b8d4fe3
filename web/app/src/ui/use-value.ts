import { useState } from "preact/hooks";

/** A field of a form: what stands in it, and how that is changed. */
export function useValue<T>(first: T) {
  const [value, set] = useState(first);
  return { value, set: (next: T) => set(next) };
}
