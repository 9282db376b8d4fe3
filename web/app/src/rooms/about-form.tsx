import type { Room, RoomChanges } from "@parley/client";
import { useStore } from "../store.ts";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Segments } from "../ui/segments.tsx";
import { useSubmit } from "../ui/use-submit.ts";
import { useValue } from "../ui/use-value.ts";
import { beginInDetails } from "./details-task.ts";
import { lifetimes } from "./lifetime.ts";

const fields = ["name", "topic", "alias", "slowModeSeconds", "expireSeconds"] as const;

const pauses = [
  { value: "0", label: "Off" },
  { value: "10", label: "10 s" },
  { value: "60", label: "1 min" },
  { value: "300", label: "5 min" },
] as const;

/** A room's name, topic, alias, slow mode and how long its messages last, to be changed. */
export function AboutForm({ room, beginsInTopic }: { room: Room; beginsInTopic: boolean }) {
  const { name, topic, alias, pause, life, submission, submit } = useForm(room);
  return (
    <form class="about-form" onSubmit={submit}>
      <Field
        label="Name"
        value={name.value}
        onValue={name.set}
        problem={submission.problemOf("name")}
        maxLength={80}
        required
        autoFocus={!beginsInTopic}
      />
      <Field
        label="Topic"
        value={topic.value}
        onValue={topic.set}
        problem={submission.problemOf("topic")}
        maxLength={250}
        autoFocus={beginsInTopic}
      />
      <Field
        label="Short name in addresses"
        value={alias.value}
        onValue={alias.set}
        problem={submission.problemOf("alias")}
        hint="Optional: small letters, digits and dashes"
        maxLength={40}
        isIdentifier
      />
      <SlowMode chosen={pause.value} onChoose={pause.set} />
      <Life now={room.expireSeconds ?? 0} chosen={life.value} onChoose={life.set} />
      <FormProblem message={problemBelow(submission)} />
      <SaveOrCancel isBusy={submission.busy} />
    </form>
  );
}

function SlowMode({ chosen, onChoose }: { chosen: string; onChoose: (seconds: string) => void }) {
  return (
    <Segments
      legend="Members wait between messages"
      choices={pauses}
      chosen={pauses.find(({ value }) => value === chosen)?.value}
      onChoose={onChoose}
    />
  );
}

function Life({ now, chosen, onChoose }: { now: number; chosen: string; onChoose: (seconds: string) => void }) {
  return <Segments legend="New messages last" choices={lifetimes(now)} chosen={chosen} onChoose={onChoose} />;
}

/** What no field shows beside itself. */
function problemBelow({ problemOf, problemBeside }: ReturnType<typeof useSubmit>): string | undefined {
  return problemOf("slowModeSeconds") ?? problemOf("expireSeconds") ?? problemBeside(fields);
}

/** The form's fields, which begin with how the room is now, and its way to the server. */
function useForm(room: Room) {
  const { chat } = useStore();
  const name = useValue(room.name);
  const topic = useValue(room.topic ?? "");
  const alias = useValue(room.alias ?? "");
  const pause = useValue(String(room.slowModeSeconds ?? 0));
  const life = useValue(String(room.expireSeconds ?? 0));
  const submission = useSubmit();
  const wanted = {
    name: name.value.trim(),
    topic: topic.value.trim(),
    alias: alias.value.trim(),
    slowModeSeconds: Number(pause.value),
    expireSeconds: Number(life.value),
  };
  const submit = submission.onSubmit(
    () => change(room, wanted, (changes) => chat.updateRoom(room.id, changes)),
    () => beginInDetails("look"),
  );
  return { name, topic, alias, pause, life, submission, submit };
}

/** Sends only what is otherwise than before; nothing where nothing is. */
async function change(
  room: Room,
  wanted: Required<RoomChanges>,
  send: (changes: RoomChanges) => Promise<void>,
): Promise<void> {
  const before = {
    name: room.name,
    topic: room.topic ?? "",
    alias: room.alias ?? "",
    slowModeSeconds: room.slowModeSeconds ?? 0,
    expireSeconds: room.expireSeconds ?? 0,
  };
  const changed = fields.filter((field) => wanted[field] !== before[field]);
  if (changed.length === 0) return;
  await send(Object.fromEntries(changed.map((field) => [field, wanted[field]])));
}

function SaveOrCancel({ isBusy }: { isBusy: boolean }) {
  return (
    <div class="buttons">
      <button class="button compact" type="submit" aria-busy={isBusy}>
        Save
      </button>
      <button class="button quiet compact" type="button" onClick={() => beginInDetails("look")}>
        Cancel
      </button>
    </div>
  );
}
