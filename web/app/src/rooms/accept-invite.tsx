import { useEffect, useState } from "preact/hooks";
import { ConnectionStrip } from "../connection/connection-strip.tsx";
import { useStore } from "../store.ts";
import { openDialog } from "../ui/open-dialog.ts";
import { Pennants } from "../ui/pennants.tsx";
import { describe } from "../ui/use-submit.ts";

/** Enters the room that an invite leads to, and says so where it does not. */
export function AcceptInvite({ code }: { code: string }) {
  const { chat, navigator } = useStore();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  useEffect(() => {
    const isHere = () => {
      const route = navigator.route.peek();
      return route.name === "invite" && route.code === code;
    };
    chat.acceptInvite(code).then(
      ({ id }) => isHere() && navigator.replace({ name: "room", room: id, details: false }),
      (error: unknown) => setProblem(describe(error).message),
    );
  }, [chat, navigator, code]);
  return (
    <main class="pane" id="main" tabIndex={-1} aria-busy={problem === undefined}>
      <ConnectionStrip />
      <div class="timeline-state">{problem !== undefined && <Refusal problem={problem} />}</div>
    </main>
  );
}

function Refusal({ problem }: { problem: string }) {
  const { navigator } = useStore();
  return (
    <div class="statement" role="alert">
      <Pennants outline />
      <h1>This invite leads nowhere</h1>
      <p>{problem} Ask whoever sent it for another one.</p>
      <p class="buttons">
        <button class="button" type="button" onClick={() => openDialog("browse-rooms")}>
          Browse rooms
        </button>
        <button class="button quiet" type="button" onClick={() => navigator.replace({ name: "home" })}>
          To the conversations
        </button>
      </p>
    </div>
  );
}
