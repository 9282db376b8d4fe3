import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Focuses the element when it is mounted, before another key can be pressed. The attribute alone does so only in a page
 * that loads and in a dialog that opens.
 */
export function useAutoFocus<T extends HTMLElement>(isWanted: boolean) {
  const element = useRef<T>(null);
  useLayoutEffect(() => {
    if (isWanted) element.current?.focus();
  }, [isWanted]);
  return element;
}
