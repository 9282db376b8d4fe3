import type { Room } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { useFocusHeir } from "../ui/focus.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { useSubmit } from "../ui/use-submit.ts";

/** Leaves a room, after asking once. */
export function LeaveRoom({ room }: { room: Room }) {
  const { chat, navigator, openRoom } = useStore();
  const [isAsking, setIsAsking] = useState(false);
  const submission = useSubmit();
  useFocusHeir("#main");
  const leave = () =>
    submission.run(async () => {
      const isOpen = openRoom.peek()?.id === room.id;
      await chat.leaveRoom(room.id);
      if (isOpen) navigator.replace({ name: "home" });
    });
  return (
    <section class="leave">
      {isAsking && <p>{warning(room)}</p>}
      <FormProblem message={submission.problem?.message} />
      <div class="buttons">
        <button
          class="button danger compact"
          type="button"
          aria-busy={submission.busy}
          onClick={() => (isAsking ? void leave() : setIsAsking(true))}
        >
          {isAsking ? `Leave ${room.name}` : "Leave room"}
        </button>
        {isAsking && (
          <button class="button quiet compact" type="button" onClick={() => setIsAsking(false)}>
            Stay
          </button>
        )}
      </div>
    </section>
  );
}

function warning({ kind }: Room): string {
  return kind === "private"
    ? "You can come back only when somebody adds you again."
    : "You can join again whenever you like.";
}
