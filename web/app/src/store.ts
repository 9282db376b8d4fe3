import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Chat, ChatState, Room } from "@parley/client";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Navigator } from "./navigation/navigator.ts";
import type { Session } from "./session/session.ts";
import type { Drafts } from "./storage/drafts.ts";

/** What every component may reach: the state as signals, and those that carry out commands. */
export interface Store {
  readonly chat: Chat;
  readonly drafts: Drafts;
  readonly navigator: Navigator;
  readonly session: Session;
  readonly state: ReadonlySignal<ChatState>;
  /** The room that the address names, if I am in it. */
  readonly openRoom: ReadonlySignal<Room | undefined>;
  /** Deletes what this device keeps of anybody: drafts and messages not sent. */
  readonly forget: () => Promise<void>;
}

export const StoreContext = createContext<Store | undefined>(undefined);

/** The store of the signed-in app around this component. */
export function useStore(): Store {
  const store = useContext(StoreContext);
  if (store === undefined) throw new Error("There is no store around this component.");
  return store;
}

/** Bridges the chat's snapshots to signals. The subscription ends with the chat. */
export function createStore(parts: Omit<Store, "state" | "openRoom">): Store {
  const state = signal(parts.chat.state);
  parts.chat.subscribe((next) => {
    state.value = next;
  });
  const openRoom = computed(() => {
    const route = parts.navigator.route.value;
    return route.name === "room" ? roomNamed(route.room, state.value.rooms) : undefined;
  });
  return { ...parts, state, openRoom };
}

/** My room with this id or, if there is none, with this alias. */
function roomNamed(name: string, rooms: ChatState["rooms"]): Room | undefined {
  return rooms.get(name) ?? [...rooms.values()].find(({ alias }) => alias === name);
}
