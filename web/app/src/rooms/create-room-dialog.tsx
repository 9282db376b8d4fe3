import type { Chat } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { useSubmit } from "../ui/use-submit.ts";

type Kind = "public" | "private";

/** Makes a room and opens it. */
export function CreateRoomDialog() {
  return (
    <Dialog title="Create a room" onClose={closeDialog}>
      <CreateRoomForm />
    </Dialog>
  );
}

function CreateRoomForm() {
  const [name, setName] = useState("");
  const [topic, setTopic] = useState("");
  const [kind, setKind] = useState<Kind>("public");
  const { submission, create } = useCreation({ kind, name: name.trim(), ...topicOf(topic) });
  return (
    <form class="content" onSubmit={create}>
      <Field
        label="Name"
        value={name}
        onValue={setName}
        problem={submission.problemOf("name")}
        placeholder="Release desk"
        maxLength={80}
        required
        autoFocus
      />
      <Field
        label="Topic (optional)"
        value={topic}
        onValue={setTopic}
        problem={submission.problemOf("topic")}
        maxLength={250}
      />
      <KindChoice kind={kind} onChoose={setKind} />
      <FormProblem message={submission.problemBeside(["name", "topic"])} />
      <div class="actions">
        <button class="button" type="submit" aria-busy={submission.busy}>
          Create room
        </button>
      </div>
    </form>
  );
}

function useCreation(room: Parameters<Chat["createRoom"]>[0]) {
  const { chat, navigator } = useStore();
  const submission = useSubmit();
  const create = submission.onSubmit(
    () => chat.createRoom(room),
    ({ id }) => {
      closeDialog();
      navigator.go({ name: "room", room: id, details: false });
    },
  );
  return { submission, create };
}

function topicOf(text: string): { topic?: string } {
  return text.trim() === "" ? {} : { topic: text.trim() };
}

function KindChoice({ kind, onChoose }: { kind: Kind; onChoose: (kind: Kind) => void }) {
  const choice = (value: Kind, title: string, meaning: string) => (
    <label>
      <input
        type="radio"
        name="kind"
        value={value}
        checked={kind === value}
        onChange={() => onChoose(value)}
      />
      <span>
        <b>{title}</b>
        <small>{meaning}</small>
      </span>
    </label>
  );
  return (
    <fieldset class="choices">
      <legend class="field-label">Who can come in</legend>
      {choice("public", "Everyone", "Anyone here can find the room, read it and join.")}
      {choice("private", "Only people who are added", "Nobody else sees that the room exists.")}
    </fieldset>
  );
}
