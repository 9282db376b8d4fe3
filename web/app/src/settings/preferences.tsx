import type { Preferences as Wanted } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Switch } from "../ui/switch.tsx";
import { useSubmit } from "../ui/use-submit.ts";
import { useValue } from "../ui/use-value.ts";
import { QuietHoursFields } from "./quiet-hours-fields.tsx";
import { firstHours, wordsIn } from "./wanted.ts";

/** What draws my attention on all my devices, and when nothing does. */
export function Preferences() {
  const { state } = useStore();
  const { preferences } = state.value;
  return preferences === undefined ? null : <PreferencesForm before={preferences} />;
}

/** Begins with what I want now. */
function PreferencesForm({ before }: { before: Wanted }) {
  const { words, isQuiet, hours, isSaved, submission, save } = useWanted(before);
  return (
    <form class="preferences" onSubmit={save}>
      <Field
        label="Words that call you"
        value={words.value}
        onValue={words.set}
        problem={submission.problemOf("keywords")}
        hint="Apart by commas: they stand out, and notify you like a mention"
        placeholder="canary, on-call"
        maxLength={1100}
      />
      <Switch label="Quiet hours" isOn={isQuiet.value} onChange={isQuiet.set} />
      {isQuiet.value && <QuietHoursFields hours={hours.value} onHours={hours.set} />}
      <FormProblem message={submission.problemBeside(["keywords"])} />
      <div class="saving">
        <span role="status">{isSaved && "Saved"}</span>
        <button class="button quiet compact" type="submit" aria-busy={submission.busy}>
          Save preferences
        </button>
      </div>
    </form>
  );
}

/** The form's fields and its way to the server. */
function useWanted(before: Wanted) {
  const { chat } = useStore();
  const words = useValue(before.keywords.join(", "));
  const isQuiet = useValue(before.quietHours !== undefined);
  const hours = useValue(before.quietHours ?? firstHours());
  const wanted: Wanted = {
    keywords: wordsIn(words.value),
    ...(isQuiet.value ? { quietHours: hours.value } : {}),
  };
  const [saved, setSaved] = useState<string | undefined>(undefined);
  const asked = JSON.stringify(wanted);
  const submission = useSubmit();
  const save = submission.onSubmit(
    () => chat.setPreferences(wanted),
    () => setSaved(asked),
  );
  return { words, isQuiet, hours, isSaved: saved === asked, submission, save };
}
