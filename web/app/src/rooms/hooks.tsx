import type { Hook, Room } from "@parley/client";
import { useState } from "preact/hooks";
import { useName } from "../people/use-names.ts";
import { useStore } from "../store.ts";
import { DeleteButton } from "../ui/delete-button.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { ShownOnce } from "../ui/shown-once.tsx";
import { listTime } from "../ui/time.ts";
import { useListing } from "../ui/use-listing.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { useValue } from "../ui/use-value.ts";
import { Listed } from "./listed.tsx";
import { mayKeep } from "./permissions.ts";

/** The addresses whose messages are said in this room: incoming webhooks. */
export function Hooks({ room }: { room: Room }) {
  const { chat } = useStore();
  const { items, problem, again } = useListing(room.id, () => chat.hooks(room.id));
  const [isMaking, setIsMaking] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly address: string } | undefined>(undefined);
  const done = (name: string, path: string) => {
    setMade({ name, address: location.origin + path });
    setIsMaking(false);
    again();
  };
  return (
    <Listed
      title="Incoming webhooks"
      {...(mayKeep(room) ? { add: "New address" } : {})}
      isAdding={isMaking}
      onAdd={() => setIsMaking(!isMaking)}
      problem={problem}
    >
      {isMaking && <HookForm room={room} onMade={done} />}
      {made !== undefined && (
        <ShownOnce label={`Address of ${made.name}`} value={made.address} onDone={() => setMade(undefined)} />
      )}
      {items.length === 0 && !isMaking && <p class="hint">What is posted to an address is said here.</p>}
      <ul>
        {items.map((hook) => (
          <li key={hook.id}>
            <HookRow room={room} hook={hook} onDeleted={again} />
          </li>
        ))}
      </ul>
    </Listed>
  );
}

interface HookFormProps {
  room: Room;
  onMade: (name: string, path: string) => void;
}

function HookForm({ room, onMade }: HookFormProps) {
  const { chat } = useStore();
  const name = useValue("");
  const submission = useSubmit();
  const submit = submission.onSubmit(
    () => chat.createHook(room.id, name.value.trim()),
    ({ hook, path }) => onMade(hook.name, path),
  );
  return (
    <form class="about-form" onSubmit={submit}>
      <Field
        label="Name"
        value={name.value}
        onValue={name.set}
        problem={submission.problemOf("name")}
        hint="Its messages are signed with it"
        maxLength={64}
        required
        autoFocus
      />
      <FormProblem message={submission.problemBeside(["name"])} />
      <div class="buttons">
        <button class="button compact" type="submit" aria-busy={submission.busy}>
          Create address
        </button>
      </div>
    </form>
  );
}

function HookRow({ room, hook, onDeleted }: { room: Room; hook: Hook; onDeleted: () => void }) {
  const { chat } = useStore();
  const by = useName(hook.by);
  return (
    <div class="person">
      <div class="words">
        <b class="truncate" dir="auto">
          {hook.name}
        </b>
        <span class="truncate">
          by {by}, {listTime(hook.at, new Date())}
        </span>
      </div>
      {mayKeep(room) && (
        <DeleteButton name={hook.name} run={() => chat.deleteHook(room.id, hook.id)} onDone={onDeleted} />
      )}
    </div>
  );
}
