import type { SessionInfo } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { listTime } from "../ui/time.ts";
import { useLoad } from "../ui/use-load.ts";
import { useSubmit } from "../ui/use-submit.ts";

/** Where I am signed in, with a way to end each of the other sessions. */
export function Devices() {
  const { chat } = useStore();
  const [version, setVersion] = useState(0);
  const { value, problem } = useLoad(version, () => chat.sessions());
  return (
    <section>
      <h3 class="field-label">Signed in</h3>
      <FormProblem message={problem} />
      <ul>
        {(value ?? []).map((session) => (
          <li key={session.id}>
            <Device session={session} onEnded={() => setVersion(version + 1)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Device({ session, onEnded }: { session: SessionInfo; onEnded: () => void }) {
  const { chat } = useStore();
  const submission = useSubmit();
  const device = session.device === "" ? "Unknown device" : session.device;
  const end = () =>
    submission.run(async () => {
      await chat.revokeSession(session.id);
      onEnded();
    });
  return (
    <div class="device">
      <div class="words">
        <b class="truncate">{device}</b>
        <span class="truncate">
          {session.current ? "This device" : `Last seen ${listTime(session.lastSeen, new Date())}`},{" "}
          {session.address}
        </span>
      </div>
      {!session.current && (
        <button
          class="button quiet compact"
          type="button"
          aria-label={`Sign out ${device}`}
          aria-busy={submission.busy}
          onClick={() => void end()}
        >
          Sign out
        </button>
      )}
      <FormProblem message={submission.problem?.message} />
    </div>
  );
}
