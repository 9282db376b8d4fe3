import type { Draft, Signals } from "../generated/protocol.ts";
import type { ChatState } from "./state.ts";

/** What is learned about the drafts that the server keeps. */
export type DraftsEvent =
  /** All of them, as they were when the listing ended. */
  | { readonly type: "drafts.listed"; readonly drafts: readonly Draft[] }
  /** One of them is otherwise than before; an empty text says that it is gone. */
  | { readonly type: "draft.changed"; readonly draft: Draft };

/** As many as the state holds. */
export const MAX_DRAFTS = 1000;

/** Names the one draft of a room, or of one of its threads. */
export function draftPlace({ room, thread }: Pick<Draft, "room" | "thread">): string {
  return thread === undefined ? room : `${room}/${thread}`;
}

/** Keeps the drafts. What changes before they were listed comes with the list. */
export function reduceDrafts(state: ChatState, event: DraftsEvent): ChatState {
  switch (event.type) {
    case "drafts.listed":
      return { ...state, drafts: new Map(event.drafts.slice(0, MAX_DRAFTS).map((one) => [draftPlace(one), one])) };
    case "draft.changed":
      return state.drafts === undefined ? state : { ...state, drafts: changed(state.drafts, event.draft) };
    default:
      return event satisfies never;
  }
}

/** The draft that a signal of a room tells of. */
export function draftOf(room: string, data: Signals["draft.changed"]): Draft {
  return { room, ...data };
}

function changed(before: ReadonlyMap<string, Draft>, draft: Draft): ReadonlyMap<string, Draft> {
  const drafts = new Map(before);
  const place = draftPlace(draft);
  if (draft.text === "") drafts.delete(place);
  else if (drafts.has(place) || drafts.size < MAX_DRAFTS) drafts.set(place, draft);
  return drafts;
}
