import { useStore } from "../store.ts";
import { Icon } from "../ui/icon.tsx";
import { readableSize } from "./size.ts";
import type { Chosen, Uploads } from "./uploads.ts";
import "./chips.css";

/** The files that go with the next message: how far each has come, and a way to leave it out. */
export function Chips({ uploads, problem }: { uploads: Uploads; problem: string | undefined }) {
  const chosen = uploads.chosen.value;
  if (chosen.length === 0) return null;
  return (
    <>
      <ul class="upload-chips" aria-label="Files of this message">
        {chosen.map((one) => (
          <Chip key={one.id} one={one} uploads={uploads} />
        ))}
      </ul>
      {problem !== undefined && (
        <p class="failure" role="alert">
          {problem}
        </p>
      )}
    </>
  );
}

function Chip({ one, uploads }: { one: Chosen; uploads: Uploads }) {
  const { session } = useStore();
  const { id, name, progress } = one;
  return (
    <li class={progress.kind}>
      <Icon name="paperclip" size="small" />
      <span class="truncate" dir="auto">
        {name}
      </span>
      <Standing one={one} />
      {progress.kind === "failed" && (
        <button class="link" type="button" onClick={() => uploads.retry(session, id)}>
          Try again
        </button>
      )}
      <button class="icon-button" type="button" aria-label={`Leave ${name} out`} onClick={() => uploads.remove(id)}>
        <Icon name="x" size="small" />
      </button>
    </li>
  );
}

function Standing({ one: { name, size, progress } }: { one: Chosen }) {
  switch (progress.kind) {
    case "sending":
      return <progress max={Math.max(1, size)} value={progress.sent} aria-label={`Uploading ${name}`} />;
    case "there":
      return <span class="size">{readableSize(size)}</span>;
    case "failed":
      return (
        <span class="reason" role="alert">
          {progress.reason}
        </span>
      );
  }
}
