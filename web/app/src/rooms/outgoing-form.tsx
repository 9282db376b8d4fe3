import type { Room } from "@parley/client";
import { wordsIn } from "../settings/wanted.ts";
import { useStore } from "../store.ts";
import { Field } from "../ui/field.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { Segments } from "../ui/segments.tsx";
import { Switch } from "../ui/switch.tsx";
import { useSubmit } from "../ui/use-submit.ts";
import { useValue } from "../ui/use-value.ts";

const extents = [
  { value: "messages", label: "New messages" },
  { value: "everything", label: "Everything" },
] as const;

/** All that a room's log can tell of. */
const everything = [
  "message.posted",
  "message.edited",
  "message.deleted",
  "reaction.added",
  "reaction.removed",
  "message.pinned",
  "message.unpinned",
  "member.joined",
  "member.left",
  "member.changed",
  "room.updated",
  "room.archived",
] as const;

interface OutgoingFormProps {
  room: Room;
  /** Called with the secret, which is not answered again. */
  onMade: (secret: string) => void;
}

/** Which URL is told, and of what. */
export function OutgoingForm({ room, onMade }: OutgoingFormProps) {
  const { url, extent, words, hasBots, submission, submit } = useOutgoing(room, onMade);
  return (
    <form class="about-form" onSubmit={submit}>
      <Field
        label="URL"
        value={url.value}
        onValue={url.set}
        problem={submission.problemOf("url")}
        placeholder="https://"
        maxLength={2000}
        isIdentifier
        required
        autoFocus
      />
      <Segments legend="It is told of" choices={extents} chosen={extent.value} onChoose={extent.set} />
      <Field
        label="Only messages that begin with"
        value={words.value}
        onValue={words.set}
        problem={submission.problemOf("keywords")}
        hint="Optional: words, apart by commas"
        maxLength={1400}
      />
      <Switch label="Also what bots say" isOn={hasBots.value} onChange={hasBots.set} />
      <FormProblem message={submission.problemBeside(["url", "keywords"])} />
      <div class="buttons">
        <button class="button compact" type="submit" aria-busy={submission.busy}>
          Create webhook
        </button>
      </div>
    </form>
  );
}

function useOutgoing(room: Room, onMade: OutgoingFormProps["onMade"]) {
  const { chat } = useStore();
  const url = useValue("");
  const extent = useValue<(typeof extents)[number]["value"]>("messages");
  const words = useValue("");
  const hasBots = useValue(false);
  const submission = useSubmit();
  const submit = submission.onSubmit(
    () =>
      chat.createOutgoing(room.id, {
        url: url.value.trim(),
        keywords: wordsIn(words.value),
        ...(extent.value === "everything" ? { events: everything } : {}),
        ...(hasBots.value ? { bots: true } : {}),
      }),
    ({ secret }) => onMade(secret),
  );
  return { url, extent, words, hasBots, submission, submit };
}
