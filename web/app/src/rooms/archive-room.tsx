import type { Room } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { useFocusHeir } from "../ui/focus.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { useSubmit } from "../ui/use-submit.ts";

/** Closes a room for good, after asking once. */
export function ArchiveRoom({ room }: { room: Room }) {
  const { chat } = useStore();
  const [isAsking, setIsAsking] = useState(false);
  const submission = useSubmit();
  useFocusHeir("#details");
  const archive = () => submission.run(() => chat.archiveRoom(room.id));
  return (
    <section class="leave">
      {isAsking && <p>Nobody can write in it any more. It can still be read. This cannot be undone.</p>}
      <FormProblem message={submission.problem?.message} />
      <div class="buttons">
        <button
          class="button danger compact"
          type="button"
          aria-busy={submission.busy}
          onClick={() => (isAsking ? void archive() : setIsAsking(true))}
        >
          {isAsking ? `Archive ${room.name}` : "Archive room"}
        </button>
        {isAsking && (
          <button class="button quiet compact" type="button" onClick={() => setIsAsking(false)}>
            Keep open
          </button>
        )}
      </div>
    </section>
  );
}
