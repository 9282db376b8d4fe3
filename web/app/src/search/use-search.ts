import type { Hit } from "@parley/client";
import { useStore } from "../store.ts";
import { usePages } from "../ui/use-pages.ts";
import { usePaused } from "../ui/use-load.ts";
import { understand } from "./search-query.ts";

/** A message that was found, and where the page after it begins. */
export interface Found {
  readonly hit: Hit;
  readonly next: string | undefined;
}

const pauseMs = 250;
const pageSize = 30;

/** What the text in the search box finds, page by page. */
export function useSearch(text: string) {
  const { chat, openRoom, state } = useStore();
  const paused = usePaused(text, pauseMs);
  const understood = understand(paused, { state: state.peek(), here: openRoom.peek()?.id });
  const key = JSON.stringify(understood);
  const pages = usePages<Found>(key, async (after) => {
    if (understood.kind !== "search") return { items: [], more: false };
    const range = after?.next === undefined ? {} : { after: after.next };
    const { hits, more, next } = await chat.search({ ...understood.search, limit: pageSize, ...range });
    return { items: hits.map((hit) => ({ hit, next })), more };
  });
  return { ...pages, understood, isCurrent: paused === text };
}
