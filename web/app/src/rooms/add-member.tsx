import type { Room, User } from "@parley/client";
import { useState } from "preact/hooks";
import { PersonPicker } from "../people/person-picker.tsx";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { useSubmit } from "../ui/use-submit.ts";

/** Finds people and adds them to a room, one after the other. */
export function AddMember({ room, present }: { room: Room; present: ReadonlySet<string> }) {
  const { chat } = useStore();
  const [added, setAdded] = useState<User | undefined>(undefined);
  const submission = useSubmit();
  const add = (user: User) =>
    submission.run(async () => {
      await chat.addMember(room.id, user.id);
      setAdded(user);
    });
  return (
    <div class="add-member">
      <PersonPicker
        label="Add to this room"
        excluded={present}
        onPick={(user) => void add(user)}
        autoFocus
      />
      <FormProblem message={submission.problem?.message} />
      <p class="hint" role="status">
        {added === undefined ? "" : `${added.displayName} is in.`}
      </p>
    </div>
  );
}
