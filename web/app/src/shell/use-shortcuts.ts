import { useEffect } from "preact/hooks";
import { byAttention, sectionNames } from "../sidebar/attention.ts";
import { openSearch } from "../search/open-search.ts";
import { useStore, type Store } from "../store.ts";
import { hasCommand } from "../ui/keys.ts";
import { openDialog, openedDialog } from "../ui/open-dialog.ts";
import { asksToMute, markAllRead, toggleMute } from "./attention-keys.ts";

/** The parts of the window through which F6 goes, in order. */
const parts = [
  ".conversations a[aria-current], .conversations a",
  "[data-message][tabindex='0']",
  "#composer",
  "#details",
  "#thread",
];

/** The keys that work wherever the focus is. */
export function useShortcuts(): void {
  const store = useStore();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (actOn(event, store)) event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [store]);
}

/** Does what a key asks for; false if it asks for nothing here. */
function actOn(event: KeyboardEvent, store: Store): boolean {
  if (hasCommand(event) && event.key === "k") return act(() => openDialog("switcher"));
  if (hasCommand(event) && event.key === "/") return act(() => openDialog("shortcuts"));
  if (hasCommand(event) && event.key.toLowerCase() === "f") return act(() => find(store, event.shiftKey));
  if (openedDialog.peek() !== undefined) return false;
  if (event.key === "F6") return act(() => goToPart(event.shiftKey ? -1 : 1));
  if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown")) {
    return act(() => goToRoom(store, event.key === "ArrowUp" ? -1 : 1, event.shiftKey));
  }
  if (event.key === "Escape") return act(() => (event.shiftKey ? markAllRead(store) : leave(store)));
  if (asksToMute(event)) return act(() => void toggleMute(store));
  return false;
}

function act(action: () => void): true {
  action();
  return true;
}

/** Searches everywhere, or in the open room. */
function find({ openRoom }: Store, isEverywhere: boolean): void {
  openSearch(isEverywhere || openRoom.peek() === undefined ? "" : "in:here ");
}

/** Out of the details or the thread, else to where I write. */
function leave({ navigator }: Store): void {
  const route = navigator.route.peek();
  const isInDetails = document.activeElement?.closest(".details") !== null;
  if (route.name === "room" && (route.details || route.thread !== undefined) && isInDetails) {
    navigator.up({ name: "room", room: route.room, details: false });
  } else focusFirst("#composer");
}

function goToPart(step: 1 | -1): void {
  const current = parts.findIndex((part) => containerOf(part)?.contains(document.activeElement));
  for (let offset = 1; offset <= parts.length; offset++) {
    const index = (Math.max(current, 0) + step * offset + parts.length * offset) % parts.length;
    if (focusFirst(parts[index] ?? "")) return;
  }
}

/** The part of the window around what a selector finds. */
function containerOf(part: string): Element | null | undefined {
  return document.querySelector(part)?.closest("nav, .feed-scroller, .composer, .details");
}

function focusFirst(selector: string): boolean {
  const candidates = [...document.querySelectorAll<HTMLElement>(selector)];
  const element = candidates.find((each) => each.ariaCurrent !== null) ?? candidates[0];
  if (element === undefined || element.offsetParent === null) return false;
  element.focus();
  return true;
}

function goToRoom({ navigator, openRoom, state }: Store, step: 1 | -1, isUnread: boolean): void {
  const { rooms } = state.peek();
  const sections = byAttention(state.peek());
  const ids = sectionNames.flatMap((name) => sections[name]);
  const open = openRoom.peek()?.id;
  const candidates = ids.filter((id) => id === open || !isUnread || (rooms.get(id)?.unread ?? 0) > 0);
  const from = open === undefined ? -1 : candidates.indexOf(open);
  const to = candidates[from + step];
  if (to !== undefined && to !== open) navigator.go({ name: "room", room: to, details: false });
}
