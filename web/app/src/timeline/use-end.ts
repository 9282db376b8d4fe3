import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { FeedVirtualizer } from "./use-feed-virtualizer.ts";

/** A distance that browsers leave by rounding, in px. */
const rounding = 1.5;

/**
 * Keeps the end in sight, once it is, until the reader scrolls up: whether rows come in or grow, also before the last
 * one, or the view changes its height, as when the composer grows.
 *
 * @param top where the view was last seen here or sent by the virtualizer, in px: what is above it is the reader's doing
 */
export function useEnd(
  virtualizer: FeedVirtualizer,
  scroller: RefObject<HTMLElement | null>,
  top: { current: number },
  isLive: boolean,
): void {
  const isKept = useRef(false);
  const live = useRef(isLive);
  live.current = isLive;
  const look = (element: HTMLElement) => {
    const isUp = element.scrollTop < top.current;
    isKept.current = isAtEnd(element) || (isKept.current && !isUp);
    top.current = element.scrollTop;
  };
  const keep = () => {
    const element = scroller.current;
    if (element === null) return;
    // A scroll may be drawn before its event comes here.
    look(element);
    if (live.current && isKept.current && !isAtEnd(element)) virtualizer.scrollToEnd();
  };
  useLayoutEffect(keep);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const observer = new ResizeObserver(keep);
    const scrolled = () => look(element);
    observer.observe(element);
    element.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", scrolled);
    };
  }, [virtualizer, scroller]);
}

function isAtEnd({ scrollHeight, clientHeight, scrollTop }: HTMLElement): boolean {
  return scrollHeight - clientHeight - scrollTop <= rounding;
}
