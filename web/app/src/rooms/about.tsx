import type { Room } from "@parley/client";
import { useRef, useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { useAutoFocus } from "../ui/use-auto-focus.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { beginInDetails, detailsTask } from "./details-task.ts";
import { RoomGlyph } from "./room-glyph.tsx";

/** A room's name, kind and topic; owners and moderators may change them. */
export function About({ room }: { room: Room }) {
  const hasEdited = useRef(false);
  const task = detailsTask.value;
  if (task === "edit" || task === "edit topic") {
    hasEdited.current = true;
    return <AboutForm room={room} beginsInTopic={task === "edit topic"} />;
  }
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
        <EditButton isBack={hasEdited.current} />
      )}
    </section>
  );
}

/** Takes the focus when one comes back to it from the form. */
function EditButton({ isBack }: { isBack: boolean }) {
  const element = useAutoFocus<HTMLButtonElement>(isBack);
  return (
    <button
      ref={element}
      class="button quiet compact"
      type="button"
      onClick={() => beginInDetails("edit")}
    >
      Edit
    </button>
  );
}

function AboutForm({ room, beginsInTopic }: { room: Room; beginsInTopic: boolean }) {
  const { chat } = useStore();
  const [name, setName] = useState(room.name);
  const [topic, setTopic] = useState(room.topic ?? "");
  const submission = useSubmit();
  const submit = submission.onSubmit(
    () => chat.updateRoom(room.id, { name: name.trim(), topic: topic.trim() }),
    () => beginInDetails("look"),
  );
  return (
    <form class="about-form" onSubmit={submit}>
      <Field
        label="Name"
        value={name}
        onValue={setName}
        problem={submission.problemOf("name")}
        maxLength={80}
        required
        autoFocus={!beginsInTopic}
      />
      <Field
        label="Topic"
        value={topic}
        onValue={setTopic}
        problem={submission.problemOf("topic")}
        maxLength={250}
        autoFocus={beginsInTopic}
      />
      <FormProblem message={submission.problemBeside(["name", "topic"])} />
      <SaveOrCancel isBusy={submission.busy} />
    </form>
  );
}

function SaveOrCancel({ isBusy }: { isBusy: boolean }) {
  return (
    <div class="buttons">
      <button class="button compact" type="submit" aria-busy={isBusy}>
        Save
      </button>
      <button
        class="button quiet compact"
        type="button"
        onClick={() => beginInDetails("look")}
      >
        Cancel
      </button>
    </div>
  );
}
