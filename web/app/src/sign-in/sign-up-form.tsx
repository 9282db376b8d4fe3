import type { Registration } from "@parley/client";
import { useState } from "preact/hooks";
import type { Session } from "../session/session.ts";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { useSubmit, type Submission } from "../ui/use-submit.ts";
import { PasswordField } from "./password-field.tsx";

/** What the form holds while it is filled in. */
type Draft = Required<Registration>;

const empty: Draft = { displayName: "", username: "", password: "" };

export function SignUpForm({ session }: { session: Session }) {
  const [draft, setDraft] = useState(empty);
  const submission = useSubmit();
  const submit = submission.onSubmit(() => session.register(registrationOf(draft)));
  return (
    <form onSubmit={submit} aria-busy={submission.busy}>
      <SignUpFields draft={draft} onDraft={setDraft} submission={submission} />
      <FormProblem message={submission.problemBeside(Object.keys(empty))} />
      <button class="button" type="submit" aria-busy={submission.busy}>
        Create account
      </button>
    </form>
  );
}

interface SignUpFieldsProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  submission: Submission;
}

function SignUpFields({ draft, onDraft, submission }: SignUpFieldsProps) {
  return (
    <>
      <Field
        label="Your name"
        name="displayName"
        value={draft.displayName}
        onValue={(displayName) => onDraft({ ...draft, displayName })}
        problem={submission.problemOf("displayName")}
        hint="How others see you. You can change it later."
        autoComplete="name"
        maxLength={64}
        autoFocus
      />
      <Field
        label="Username"
        name="username"
        value={draft.username}
        onValue={(username) => onDraft({ ...draft, username })}
        problem={submission.problemOf("username")}
        hint="3 to 32 of a to z, 0 to 9, dot, dash and underscore."
        autoComplete="username"
        isIdentifier
        maxLength={32}
        required
      />
      <PasswordField
        value={draft.password}
        onValue={(password) => onDraft({ ...draft, password })}
        problem={submission.problemOf("password")}
        hint="At least 8 characters."
        autoComplete="new-password"
      />
    </>
  );
}

function registrationOf({ username, displayName, password }: Draft): Registration {
  const registration = { username: username.trim().toLowerCase(), password };
  const name = displayName.trim();
  return name === "" ? registration : { ...registration, displayName: name };
}
