import type { MessageItem, Room } from "@parley/client";
import type { RefObject } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import { reply, type Place } from "../composer/replying.ts";
import { EmojiPicker } from "../emoji/emoji-picker.tsx";
import { forward } from "../forward/forwarding.ts";
import { linkTo } from "../navigation/route.ts";
import { report } from "../report/reporting.ts";
import { isSwitchedOff } from "../settings/letter-keys.ts";
import { useStore } from "../store.ts";
import { ThreadContext } from "../thread/thread-context.ts";
import { copyText } from "../ui/clipboard.ts";
import { Icon } from "../ui/icon.tsx";
import { noteCopy } from "./copied.ts";
import { editing } from "./editing.ts";
import type { MessageAct } from "./message-act.ts";
import { MessageMenu } from "./message-menu.tsx";
import type { ChangeMessage } from "./use-change.ts";
import { useLongPress } from "./use-long-press.ts";

/** What is open beside a message. */
type Opened = "nothing" | "picker" | "menu" | "sheet" | "deleting";

/** What can be done to a message, at its top right while the pointer or the focus is in it. */
export function MessageActions({ item, change }: { item: MessageItem; change: ChangeMessage }) {
  const { openRoom } = useStore();
  const room = openRoom.value;
  return room === undefined ? null : <Actions room={room} item={item} change={change} />;
}

interface ActionsProps {
  room: Room;
  item: MessageItem;
  change: ChangeMessage;
}

function Actions({ room, item, change }: ActionsProps) {
  const [opened, setOpened] = useState<Opened>("nothing");
  const bar = useRef<HTMLDivElement>(null);
  const acts = useActs({ room, item, change }, () => setOpened(toggled("picker")));
  useKeys(bar, acts, setOpened);
  useLongPress(bar, () => setOpened("sheet"));
  const inSight = acts.filter(isInSight);
  const close = () => {
    setOpened("nothing");
    bar.current?.closest<HTMLElement>("[data-message]")?.focus();
  };
  const pick = (emoji: string) => {
    close();
    change({ type: "react", emoji });
  };
  return (
    <div
      ref={bar}
      class={opened === "nothing" ? "message-actions" : "message-actions open"}
      role="group"
      aria-label="Message actions"
    >
      {inSight.map((act) => (
        <ActButton key={act.name} act={act} isOpen={act.name === "react" ? opened === "picker" : undefined} />
      ))}
      <MoreButton isOpen={isMenu(opened)} onPress={() => setOpened(toggled("menu"))} />
      {opened === "picker" && <EmojiPicker label="React with" onPick={pick} onClose={close} />}
      {isMenu(opened) && (
        <MessageMenu
          acts={opened === "sheet" ? acts : acts.filter((act) => !isInSight(act))}
          isDeleting={opened === "deleting"}
          onClose={close}
        />
      )}
    </div>
  );
}

const outward: ReadonlySet<MessageAct["name"]> = new Set(["copy", "text", "forward", "save", "report"]);

/** Whether an act leaves the room as it is: it can be done in an archived one, too. */
function isOutward(name: MessageAct["name"]): boolean {
  return outward.has(name);
}

/** Whether an act has a button of its own; the others are in the menu. */
function isInSight({ name }: MessageAct): boolean {
  return name === "react" || name === "reply" || name === "thread";
}

function ActButton({ act, isOpen }: { act: MessageAct; isOpen: boolean | undefined }) {
  return (
    <button
      class="icon-button"
      type="button"
      aria-label={act.label}
      title={act.key === undefined ? act.label : `${act.label} (${act.key.toUpperCase()})`}
      aria-expanded={isOpen}
      onClick={act.run}
    >
      <Icon name={act.icon} size="small" />
    </button>
  );
}

function MoreButton({ isOpen, onPress }: { isOpen: boolean; onPress: () => void }) {
  return (
    <button
      class="icon-button"
      type="button"
      aria-label="More"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <Icon name="more" size="small" />
    </button>
  );
}

function isMenu(opened: Opened): boolean {
  return opened === "menu" || opened === "sheet" || opened === "deleting";
}

function toggled(wanted: Opened): (before: Opened) => Opened {
  return (before) => (before === wanted ? "nothing" : wanted);
}

/** All that I may do to a message, in order. */
function useActs(props: ActionsProps, pickReaction: () => void): readonly MessageAct[] {
  const { room, item } = props;
  const isInThread = useContext(ThreadContext);
  const acts: readonly MessageAct[] = [
    { name: "react", label: "React", icon: "smile-plus", key: "+", run: pickReaction },
    ...useTalkActs(room, item, isInThread),
    ...useCopyActs(room, item),
    ...useReportAct(room, item),
    ...useChangeActs(props, isInThread),
  ];
  return room.archived === true ? acts.filter(({ name }) => isOutward(name)) : acts;
}

/** What leads from a message to another one, or to others. */
function useTalkActs(room: Room, item: MessageItem, isInThread: boolean): readonly MessageAct[] {
  const { drafts, navigator } = useStore();
  const thread = item.thread ?? item.seq;
  const place: Place = { room: room.id, ...(isInThread ? { thread } : {}) };
  const open = () => navigator.go({ name: "room", room: room.id, details: false, thread });
  const copy = () => void copyText(linkTo(room.id, item.seq));
  const inThread: MessageAct = { name: "thread", label: "Reply in thread", icon: "thread", key: "t", run: open };
  return [
    { name: "reply", label: "Reply", icon: "reply", key: "r", run: () => reply(drafts, place, item.seq) },
    ...(isInThread ? [] : [inThread]),
    { name: "copy", label: "Copy link", icon: "link", key: "c", run: copy },
    ...(item.text === "" ? [] : [copyOf(item.text)]),
  ];
}

function copyOf(text: string): MessageAct {
  return { name: "text", label: "Copy text", icon: "copy", run: () => void copyText(text) };
}

/** Says the message in another room, or keeps it in one of my own; its row tells so for as long as the page is open. */
function useCopyActs(room: Room, item: MessageItem): readonly MessageAct[] {
  const { chat } = useStore();
  const save = () =>
    void chat.saveMessage(room.id, item.seq).then(
      () => noteCopy(room.id, item.seq, "saved"),
      () => noteCopy(room.id, item.seq, "not saved"),
    );
  return [
    { name: "forward", label: "Forward", icon: "forward", run: () => forward(room.id, item.seq) },
    { name: "save", label: "Save", icon: "bookmark", run: save },
  ];
}

/** Tells those who keep order in the room of what somebody else said; between two there is nobody to tell. */
function useReportAct(room: Room, item: MessageItem): readonly MessageAct[] {
  const { state } = useStore();
  if (room.kind === "direct" || item.by === state.peek().me?.id) return [];
  return [{ name: "report", label: "Report", icon: "warning", run: () => report(room.id, item.seq) }];
}

/** What I may change of a message. */
function useChangeActs({ room, item, change }: ActionsProps, isInThread: boolean): readonly MessageAct[] {
  const { state } = useStore();
  const isMine = item.by === state.peek().me?.id;
  const isModerator = room.role !== "member";
  const isPinned = item.pinned === true;
  const edit = () => {
    editing.value = { room: room.id, seq: item.seq, isInThread };
  };
  const pin = () => change({ type: isPinned ? "unpin" : "pin" });
  const remove = () => change({ type: "delete" });
  const acts: readonly (MessageAct | false)[] = [
    isMine && { name: "edit", label: "Edit", icon: "pencil", key: "e", run: edit },
    (isModerator || room.kind === "direct") && { name: "pin", label: isPinned ? "Unpin" : "Pin", icon: "pin", run: pin },
    (isMine || isModerator) && { name: "delete", label: "Delete", icon: "trash", key: "Delete", run: remove },
  ];
  return acts.filter((act) => act !== false);
}

/** The keys act only while the message itself has the focus, so that no word typed elsewhere sets them off. */
function useKeys(
  bar: RefObject<HTMLElement | null>,
  acts: readonly MessageAct[],
  setOpened: (next: Opened) => void,
): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const message = bar.current?.closest<HTMLElement>("[data-message]");
    const press = (event: KeyboardEvent) => {
      if (event.target !== message || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isSwitchedOff(event)) return;
      const act = latest.current.find(({ key }) => key === event.key);
      if (event.key === "Enter") setOpened("menu");
      else if (act?.name === "delete") setOpened("deleting");
      else if (act === undefined) return;
      else act.run();
      event.preventDefault();
    };
    message?.addEventListener("keydown", press);
    return () => message?.removeEventListener("keydown", press);
  }, []);
}
