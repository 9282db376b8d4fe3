import { useState } from "preact/hooks";
import type { Session } from "../session/session.ts";
import { Pennants } from "../ui/pennants.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { SignUpForm } from "./sign-up-form.tsx";
import "./sign-in.css";

/** The page for those who are not signed in. */
export function SignIn({ session, notice }: { session: Session; notice: string | undefined }) {
  const [isNew, setIsNew] = useState(false);
  return (
    <main class="sign-in">
      <div class="card">
        <Pennants />
        <h1>{isNew ? "Join the conversation" : "Sign in to Parley"}</h1>
        {notice !== undefined && !isNew && (
          <p class="notice" role="status">
            {notice}
          </p>
        )}
        {isNew ? <SignUpForm session={session} /> : <SignInForm session={session} />}
        <p class="other">
          {isNew ? "Have an account?" : "New here?"}{" "}
          <button class="link" type="button" onClick={() => setIsNew(!isNew)}>
            {isNew ? "Sign in" : "Create an account"}
          </button>
        </p>
      </div>
    </main>
  );
}
