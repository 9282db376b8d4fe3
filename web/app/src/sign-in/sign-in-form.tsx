import { useState } from "preact/hooks";
import type { Session } from "../session/session.ts";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { useSubmit } from "../ui/use-submit.ts";
import { PasswordField } from "./password-field.tsx";

export function SignInForm({ session }: { session: Session }) {
  const [username, setUsername] = useState("");
  const [password, setPassword] = useState("");
  const submission = useSubmit();
  const submit = submission.onSubmit(() =>
    session.signIn(username.trim().toLowerCase(), password),
  );
  return (
    <form onSubmit={submit} aria-busy={submission.busy}>
      <Field
        label="Username"
        name="username"
        value={username}
        onValue={setUsername}
        problem={submission.problemOf("username")}
        autoComplete="username"
        isIdentifier
        maxLength={32}
        required
        autoFocus
      />
      <PasswordField
        value={password}
        onValue={setPassword}
        problem={submission.problemOf("password")}
        autoComplete="current-password"
      />
      <FormProblem message={submission.problemBeside(["username", "password"])} />
      <button class="button" type="submit" aria-busy={submission.busy}>
        Sign in
      </button>
    </form>
  );
}
