import type { Room } from "@parley/client";
import { useStore } from "../store.ts";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { useSubmit } from "../ui/use-submit.ts";
import { useValue } from "../ui/use-value.ts";

interface SlashFormProps {
  room: Room;
  /** Called with the command's name and its secret, which is not answered again. */
  onMade: (name: string, secret: string) => void;
}

/** What is written after the slash, and which URL does it. */
export function SlashForm({ room, onMade }: SlashFormProps) {
  const { fields, submission, submit } = useSlash(room, onMade);
  return (
    <form class="about-form" onSubmit={submit}>
      <Fields {...fields} problemOf={submission.problemOf} />
      <FormProblem message={submission.problemBeside(["name", "url", "description"])} />
      <div class="buttons">
        <button class="button compact" type="submit" aria-busy={submission.busy}>
          Create command
        </button>
      </div>
    </form>
  );
}

type Value = ReturnType<typeof useValue<string>>;

interface FieldsProps {
  name: Value;
  url: Value;
  description: Value;
  problemOf: (field: string) => string | undefined;
}

function Fields({ name, url, description, problemOf }: FieldsProps) {
  return (
    <>
      <Field
        label="Name"
        value={name.value}
        onValue={name.set}
        problem={problemOf("name")}
        hint="What is written after the slash: a to z, digits and hyphens"
        maxLength={33}
        isIdentifier
        required
        autoFocus
      />
      <Field
        label="URL"
        value={url.value}
        onValue={url.set}
        problem={problemOf("url")}
        placeholder="https://"
        maxLength={2000}
        isIdentifier
        required
      />
      <Field
        label="What it does"
        value={description.value}
        onValue={description.set}
        problem={problemOf("description")}
        hint="Optional: shown where people write"
        maxLength={200}
      />
    </>
  );
}

function useSlash(room: Room, onMade: SlashFormProps["onMade"]) {
  const { chat } = useStore();
  const name = useValue("");
  const url = useValue("");
  const description = useValue("");
  const submission = useSubmit();
  const submit = submission.onSubmit(
    () =>
      chat.createSlashCommand(room.id, {
        name: name.value.trim().replace(/^\//, "").toLowerCase(),
        url: url.value.trim(),
        description: description.value.trim(),
      }),
    ({ command, secret }) => onMade(command.name, secret),
  );
  return { fields: { name, url, description }, submission, submit };
}
