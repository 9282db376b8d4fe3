import { useEffect, useState } from "preact/hooks";

/** True once `isWaiting` has been true for `patienceMs`: what is over before is not worth showing. */
export function useLate(isWaiting: boolean, patienceMs: number): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isWaiting) return setIsLate(false);
    const timer = setTimeout(() => setIsLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, [isWaiting, patienceMs]);
  return isLate && isWaiting;
}
