import type { User } from "@parley/client";
import { useStore } from "../store.ts";
import { ComboboxInput, useCombobox } from "../ui/combobox.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { useLoad, usePaused } from "../ui/use-load.ts";
import { Avatar } from "./avatar.tsx";
import "./person-picker.css";

const pauseMs = 150;
const greatestCount = 8;

interface PersonPickerProps {
  label: string;
  /** Ids of those who are not offered. */
  excluded: ReadonlySet<string>;
  onPick: (user: User) => void;
  autoFocus?: boolean;
}

/** A search for people: a combobox over a list, moved through with the arrow keys. */
export function PersonPicker({ label, excluded, onPick, autoFocus = false }: PersonPickerProps) {
  const box = useCombobox();
  const { people, nobody, problem } = usePeople(box.query, excluded);
  const pick = (index: number) => {
    const user = people[index];
    if (user !== undefined) onPick(user);
    box.search("");
  };
  return (
    <div class="person-picker field">
      <span class="field-label" aria-hidden="true">
        {label}
      </span>
      <ComboboxInput
        box={box}
        count={people.length}
        label={label}
        placeholder="Name or username"
        autoFocus={autoFocus}
        onPick={pick}
      />
      <ul id={box.listId} role="listbox" aria-label={label}>
        {people.map((user, index) => (
          <PersonOption
            key={user.id}
            id={box.optionId(index)}
            user={user}
            isActive={index === box.active}
            onPick={() => pick(index)}
          />
        ))}
      </ul>
      {nobody !== undefined && <p class="hint">{nobody}</p>}
      <FormProblem message={problem} />
    </div>
  );
}

interface PersonOptionProps {
  id: string;
  user: User;
  isActive: boolean;
  onPick: () => void;
}

/** The focus stays in the input: a press must not take it. */
function PersonOption({ id, user, isActive, onPick }: PersonOptionProps) {
  return (
    <li
      id={id}
      role="option"
      class="option"
      aria-selected={isActive}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <Avatar id={user.id} size="small" />
      <span class="truncate" dir="auto">
        {user.displayName}
      </span>
      <span class="aside">@{user.username}</span>
    </li>
  );
}

function usePeople(query: string, excluded: ReadonlySet<string>) {
  const { chat, state } = useStore();
  const paused = usePaused(query.trim(), pauseMs);
  const { value, problem, isLoading } = useLoad(paused, () =>
    paused === "" ? Promise.resolve([]) : chat.searchUsers(paused, greatestCount * 2),
  );
  const me = state.value.me?.id;
  const isCurrent = paused === query.trim() && paused !== "";
  const found = isCurrent ? (value ?? []) : [];
  const people = found
    .filter(({ id }) => id !== me && !excluded.has(id))
    .slice(0, greatestCount);
  const isOver = isCurrent && !isLoading && problem === undefined;
  const nobody = isOver && people.length === 0 ? nobodyOf(found) : undefined;
  return { people, nobody, problem };
}

/** Why none of those found is offered. */
function nobodyOf(found: readonly User[]): string {
  return found.length === 0 ? "Nobody by that name." : "Nobody else by that name.";
}
