import type { NotifyLevel, Room } from "@parley/client";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { Segments } from "../ui/segments.tsx";
import { useSubmit } from "../ui/use-submit.ts";

const levels: readonly { value: NotifyLevel; label: string }[] = [
  { value: "all", label: "All messages" },
  { value: "mentions", label: "Mentions" },
  { value: "none", label: "Nothing" },
];

/** Which messages of a room draw my attention. */
export function Notify({ room }: { room: Room }) {
  const { chat } = useStore();
  const submission = useSubmit();
  const choose = (level: NotifyLevel) => void submission.run(() => chat.setNotify(room.id, level));
  return (
    <section>
      <Segments legend="Tell me about" choices={levels} chosen={room.notify} onChoose={choose} />
      <FormProblem message={submission.problem?.message} />
    </section>
  );
}
