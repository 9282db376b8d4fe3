import type { User } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Icon } from "../ui/icon.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { Avatar } from "./avatar.tsx";
import { PersonPicker } from "./person-picker.tsx";

/** A private conversation has at most this many others. */
const greatestCount = 8;

/** Opens a private conversation with one person or a few. */
export function NewMessageDialog() {
  const { chat, navigator } = useStore();
  const [people, setPeople] = useState<readonly User[]>([]);
  const submission = useSubmit();
  const open = submission.onSubmit(
    () => chat.openDirect(people.map(({ id }) => id)),
    (room) => {
      closeDialog();
      navigator.go({ name: "room", room: room.id, details: false });
    },
  );
  const remove = (user: User) => setPeople(people.filter(({ id }) => id !== user.id));
  return (
    <Dialog title="New message" onClose={closeDialog}>
      <form class="content" onSubmit={open}>
        <Chosen people={people} onRemove={remove} />
        {people.length < greatestCount && (
          <PersonPicker
            label="To"
            excluded={new Set(people.map(({ id }) => id))}
            onPick={(user) => setPeople([...people, user])}
            autoFocus
          />
        )}
        <FormProblem message={submission.problem?.message} />
        <div class="actions">
          <button
            class="button"
            type="submit"
            disabled={people.length === 0}
            aria-busy={submission.busy}
          >
            Open conversation
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Chosen({ people, onRemove }: { people: readonly User[]; onRemove: (user: User) => void }) {
  if (people.length === 0) return null;
  return (
    <ul class="chips" aria-label="Chosen">
      {people.map((user) => (
        <li key={user.id}>
          <Avatar id={user.id} size="tiny" />
          <span dir="auto">{user.displayName}</span>
          <button
            class="icon-button"
            type="button"
            aria-label={`Remove ${user.displayName}`}
            onClick={() => onRemove(user)}
          >
            <Icon name="x" size="small" />
          </button>
        </li>
      ))}
    </ul>
  );
}
