import type { Room } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { useSubmit } from "../ui/use-submit.ts";
import { RoomGlyph } from "./room-glyph.tsx";

/** A room's name, kind and topic; owners and moderators may change them. */
export function About({ room }: { room: Room }) {
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) return <AboutForm room={room} onDone={() => setIsEditing(false)} />;
  return (
    <section class="about">
      <h2>
        <RoomGlyph room={room} />
        <span dir="auto">{room.name}</span>
      </h2>
      <p class="kind">{room.kind === "private" ? "Private room" : "Public room"}</p>
      <p class="topic" dir="auto">
        {room.topic ? room.topic : "No topic yet."}
      </p>
      {room.role !== "member" && (
        <button class="button quiet compact" type="button" onClick={() => setIsEditing(true)}>
          Edit
        </button>
      )}
    </section>
  );
}

function AboutForm({ room, onDone }: { room: Room; onDone: () => void }) {
  const { chat } = useStore();
  const [name, setName] = useState(room.name);
  const [topic, setTopic] = useState(room.topic ?? "");
  const submission = useSubmit();
  const submit = submission.onSubmit(async () => {
    await chat.updateRoom(room.id, { name: name.trim(), topic: topic.trim() });
    onDone();
  });
  return (
    <form class="about-form" onSubmit={submit}>
      <Field
        label="Name"
        value={name}
        onValue={setName}
        problem={submission.problemOf("name")}
        maxLength={80}
        required
        autoFocus
      />
      <Field
        label="Topic"
        value={topic}
        onValue={setTopic}
        problem={submission.problemOf("topic")}
        maxLength={250}
      />
      <FormProblem message={submission.problemBeside(["name", "topic"])} />
      <SaveOrCancel isBusy={submission.busy} onCancel={onDone} />
    </form>
  );
}

function SaveOrCancel({ isBusy, onCancel }: { isBusy: boolean; onCancel: () => void }) {
  return (
    <div class="buttons">
      <button class="button compact" type="submit" aria-busy={isBusy}>
        Save
      </button>
      <button class="button quiet compact" type="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
