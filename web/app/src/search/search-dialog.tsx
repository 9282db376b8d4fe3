import type { ComponentChildren } from "preact";
import { useName } from "../people/use-names.ts";
import { titleOf } from "../people/names.ts";
import { useStore } from "../store.ts";
import { Avatar } from "../people/avatar.tsx";
import { ComboboxInput, useCombobox, type Combobox } from "../ui/combobox.tsx";
import { closeWhenBeside, useModal } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Icon } from "../ui/icon.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { listTime } from "../ui/time.ts";
import { excerpt } from "./excerpt.ts";
import { searchText } from "./open-search.ts";
import { type Found, useSearch } from "./use-search.ts";
import "./search.css";

/** Looks for words in messages. Enter or a press leads to the message. */
export function SearchDialog() {
  const { navigator } = useStore();
  const dialog = useModal(closeDialog);
  const box = useCombobox(searchText());
  const { items, more, problem, isLoading, understood, isCurrent, showMore } = useSearch(box.query);
  const open = (found: Found | undefined) => {
    if (found === undefined) return;
    const { room, seq } = found.hit.message;
    closeDialog();
    navigator.go({ name: "room", room, details: false, message: seq });
  };
  const isNothing = understood.kind === "search" && isCurrent && !isLoading && problem === undefined;
  return (
    <dialog ref={dialog} class="switcher search" aria-label="Search messages" onPointerDown={closeWhenBeside}>
      <div class="query">
        <Icon name="search" />
        <ComboboxInput
          box={box}
          count={items.length}
          label="Search messages"
          placeholder="Words, in:room, from:@ada, before:2026-01-31, has:file"
          autoFocus
          onPick={(index) => open(items[index])}
        />
      </div>
      <Results box={box} items={items} isBusy={isLoading} onPick={open} />
      {isNothing && items.length === 0 && <p class="nothing">No message has all of these words.</p>}
      {understood.kind === "nothing" && <p class="nothing">Write what was said. Newest messages come first.</p>}
      <FormProblem message={understood.kind === "problem" ? understood.message : problem} />
      {more && (
        <button class="button quiet compact older" type="button" aria-busy={isLoading} onClick={showMore}>
          Older messages
        </button>
      )}
    </dialog>
  );
}

interface ResultsProps {
  box: Combobox;
  items: readonly Found[];
  isBusy: boolean;
  onPick: (found: Found) => void;
}

/** What was found, newest first; messages of one room that follow each other stand together. */
function Results({ box, items, isBusy, onPick }: ResultsProps) {
  const active = Math.min(box.active, items.length - 1);
  return (
    <div class="scroll results" id={box.listId} role="listbox" aria-label="Messages found" aria-busy={isBusy}>
      {groupsOf(items).map(({ from, found }) => (
        <Group key={from} room={found[0]?.hit.message.room ?? ""}>
          {found.map((one, index) => (
            <Result
              key={one.hit.message.seq}
              id={box.optionId(from + index)}
              found={one}
              isActive={from + index === active}
              onPick={() => onPick(one)}
            />
          ))}
        </Group>
      ))}
    </div>
  );
}

interface ResultGroup {
  /** The index of the first one among all. */
  readonly from: number;
  readonly found: readonly Found[];
}

function groupsOf(items: readonly Found[]): readonly ResultGroup[] {
  const groups: { from: number; found: Found[] }[] = [];
  for (const [index, item] of items.entries()) {
    const last = groups.at(-1);
    if (last?.found[0]?.hit.message.room === item.hit.message.room) last.found.push(item);
    else groups.push({ from: index, found: [item] });
  }
  return groups;
}

function Group({ room, children }: { room: string; children: ComponentChildren }) {
  const { state } = useStore();
  const known = state.value.rooms.get(room);
  const title = known === undefined ? "A room" : titleOf(known, state.value);
  return (
    <div role="group" aria-label={title}>
      <p class="group-title truncate" role="presentation" dir="auto">
        {title}
      </p>
      {children}
    </div>
  );
}

interface ResultProps {
  id: string;
  found: Found;
  isActive: boolean;
  onPick: () => void;
}

function Result({ id, found, isActive, onPick }: ResultProps) {
  const { message, highlights } = found.hit;
  const name = useName(message.by);
  return (
    <div
      id={id}
      ref={(element) => {
        if (isActive) element?.scrollIntoView({ block: "nearest" });
      }}
      role="option"
      class="option hit"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <Avatar id={message.by} />
      <div class="words">
        <b dir="auto">{name}</b> <span class="time">{listTime(message.at, new Date())}</span>
        <p dir="auto">
          {excerpt(message.text, highlights).map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : text))}
        </p>
      </div>
    </div>
  );
}
