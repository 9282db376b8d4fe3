import type { Invite, Room } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { Segments } from "../ui/segments.tsx";
import { useSubmit } from "../ui/use-submit.ts";

const uses = [
  { value: "any", label: "Any number" },
  { value: "1", label: "1" },
  { value: "10", label: "10" },
  { value: "100", label: "100" },
] as const;

const hours = [
  { value: "1", label: "1 hour" },
  { value: "24", label: "1 day" },
  { value: "168", label: "1 week" },
] as const;

const hourMs = 3_600_000;

/** Makes a link: how many people it lets in, and until when. */
export function InviteForm({ room, onMade }: { room: Room; onMade: (invite: Invite) => void }) {
  const { chat } = useStore();
  const [people, setPeople] = useState<(typeof uses)[number]["value"]>("any");
  const [lasting, setLasting] = useState<(typeof hours)[number]["value"]>("168");
  const submission = useSubmit();
  const submit = submission.onSubmit(() => {
    const expiresAt = new Date(Date.now() + Number(lasting) * hourMs).toISOString();
    return chat.createInvite(room.id, people === "any" ? { expiresAt } : { expiresAt, uses: Number(people) });
  }, onMade);
  return (
    <form class="about-form" onSubmit={submit}>
      <Segments legend="How many people it lets in" choices={uses} chosen={people} onChoose={setPeople} />
      <Segments legend="How long it holds" choices={hours} chosen={lasting} onChoose={setLasting} />
      <FormProblem message={submission.problem?.message} />
      <div class="buttons">
        <button class="button compact" type="submit" aria-busy={submission.busy}>
          Create link
        </button>
      </div>
    </form>
  );
}
