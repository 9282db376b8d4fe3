import type { ComponentChildren } from "preact";
import { untilTime } from "../ui/time.ts";

/** In the place of the box where nobody can write any more: why. */
export function Closed() {
  return <InsteadOfBox>This room is archived. You can read it, and nobody can write in it any more.</InsteadOfBox>;
}

/** In the place of the box while I may not write: until when. What I have begun to write stays; what leads to it leads here. */
export function Muted({ id, until }: { id: string; until: string }) {
  return <InsteadOfBox id={id}>You are muted until {untilTime(until, new Date())}. Until then you can read.</InsteadOfBox>;
}

function InsteadOfBox({ id, children }: { id?: string; children: ComponentChildren }) {
  return (
    <div class="composer">
      <p id={id} class="column composer-closed" role="status" tabIndex={-1}>
        {children}
      </p>
    </div>
  );
}
