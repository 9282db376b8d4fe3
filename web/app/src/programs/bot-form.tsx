import type { User } from "@parley/client";
import { useStore } from "../store.ts";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { useSubmit } from "../ui/use-submit.ts";
import { useValue } from "../ui/use-value.ts";

interface BotFormProps {
  /** Called with the bot and its key, which is not answered again. */
  onMade: (made: { readonly user: User; readonly apiKey: string }) => void;
}

/** Makes a bot. */
export function BotForm({ onMade }: BotFormProps) {
  const { displayName, username, submission, submit } = useBot(onMade);
  return (
    <form class="bot-form" onSubmit={submit}>
      <Field
        label="Name of a new bot"
        value={displayName.value}
        onValue={displayName.set}
        problem={submission.problemOf("displayName")}
        maxLength={64}
        required
      />
      <Field
        label="Username"
        value={username.value}
        onValue={username.set}
        problem={submission.problemOf("username")}
        hint="3 to 32 of a-z, 0-9, dots, dashes"
        maxLength={32}
        isIdentifier
        required
      />
      <FormProblem message={submission.problemBeside(["displayName", "username"])} />
      <div class="actions">
        <button class="button" type="submit" aria-busy={submission.busy}>
          Create bot
        </button>
      </div>
    </form>
  );
}

/** The form's fields, empty again once the bot is made. */
function useBot(onMade: BotFormProps["onMade"]) {
  const { chat } = useStore();
  const displayName = useValue("");
  const username = useValue("");
  const submission = useSubmit();
  const submit = submission.onSubmit(
    () => chat.createBot({ username: username.value.trim(), displayName: displayName.value.trim() }),
    (made) => {
      displayName.set("");
      username.set("");
      onMade(made);
    },
  );
  return { displayName, username, submission, submit };
}
