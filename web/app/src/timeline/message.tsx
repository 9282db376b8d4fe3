import { Avatar } from "../people/avatar.tsx";
import { useName } from "../people/use-names.ts";
import { clockTime, exactTime } from "../ui/time.ts";
import { Markdown } from "./markdown.tsx";
import type { MessageRow } from "./rows.ts";
import { Failure, Pending } from "./sending.tsx";

/** A message: with its author's flag and name where it begins a turn, else below the one before. */
export function Message({ row }: { row: MessageRow }) {
  return row.leads ? <Turn row={row} /> : <Continuation row={row} />;
}

function Turn({ row }: { row: MessageRow }) {
  const name = useName(row.by);
  return (
    <div class="turn">
      <Avatar id={row.by} />
      <div class="said">
        <div class="by">
          <b dir="auto">{name}</b>
          <Time at={row.at} />
          <Pending row={row} />
        </div>
        <Text source={row.text} />
        <Failure row={row} />
      </div>
    </div>
  );
}

function Continuation({ row }: { row: MessageRow }) {
  return (
    <div class="continuation">
      <Time at={row.at} />
      <div class="said">
        <Text source={row.text} />
        <Pending row={row} />
        <Failure row={row} />
      </div>
    </div>
  );
}

/** Hidden from assistive technology: the message's label says the time once. */
function Time({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactTime(at)} aria-hidden="true">
      {clockTime(at)}
    </time>
  );
}

function Text({ source }: { source: string }) {
  return (
    <div class="text" dir="auto">
      <Markdown source={source} />
    </div>
  );
}
