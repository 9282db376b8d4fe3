import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { useSubmit } from "../ui/use-submit.ts";

/** The name by which others see me. */
export function Profile() {
  const { chat, state } = useStore();
  const current = state.value.me?.displayName ?? "";
  const [name, setName] = useState(current);
  const submission = useSubmit();
  const save = submission.onSubmit(async () => {
    await chat.updateMe({ displayName: name.trim() });
  });
  return (
    <form class="profile" onSubmit={save}>
      <Field
        label="Your name"
        value={name}
        onValue={setName}
        problem={submission.problemOf("displayName")}
        maxLength={64}
        autoComplete="name"
        required
      />
      <button
        class="button quiet"
        type="submit"
        aria-busy={submission.busy}
        disabled={name.trim() === current}
      >
        Save
      </button>
      <FormProblem message={submission.problemBeside(["displayName"])} />
    </form>
  );
}
