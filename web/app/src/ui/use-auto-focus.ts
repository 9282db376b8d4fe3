import { useEffect, useRef } from "preact/hooks";

/** Focuses the element when it is mounted, which the attribute does only in a page that loads. */
export function useAutoFocus<T extends HTMLElement>(isWanted: boolean) {
  const element = useRef<T>(null);
  useEffect(() => {
    if (isWanted) element.current?.focus();
  }, [isWanted]);
  return element;
}
