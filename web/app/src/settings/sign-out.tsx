import { useState } from "preact/hooks";
import { queuedCount } from "../connection/strip.ts";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { Icon } from "../ui/icon.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { count } from "../ui/plural.ts";
import { useSubmit } from "../ui/use-submit.ts";

/** Signs out; asks first where that would lose messages that have not gone out. */
export function SignOut() {
  const { forget, navigator, session, state } = useStore();
  const [isAsking, setIsAsking] = useState(false);
  const submission = useSubmit();
  const queued = queuedCount(state.value);
  const signOut = () =>
    submission.run(async () => {
      await session.signOut();
      await forget();
      closeDialog();
      navigator.replace({ name: "home" });
    });
  const press = () => (queued > 0 && !isAsking ? setIsAsking(true) : void signOut());
  return (
    <>
      <button
        class="button danger compact"
        type="button"
        aria-busy={submission.busy}
        onClick={press}
      >
        <Icon name="sign-out" size="small" />
        {isAsking ? "Sign out all the same" : "Sign out"}
      </button>
      {isAsking && (
        <p class="problem" role="alert">
          {count(queued, "message")} not sent yet will be lost.
        </p>
      )}
      <FormProblem message={submission.problem?.message} />
    </>
  );
}
