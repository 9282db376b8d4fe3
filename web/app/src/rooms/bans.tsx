import type { Ban, Room } from "@parley/client";
import { useState } from "preact/hooks";
import { Avatar } from "../people/avatar.tsx";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { useFocusHeir } from "../ui/focus.ts";
import { listTime } from "../ui/time.ts";
import { ShowMore } from "../ui/show-more.tsx";
import { usePages } from "../ui/use-pages.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { mayKeep } from "./permissions.ts";

/** Who may not come back into a room, in pages; nothing while that is nobody. */
export function Bans({ room }: { room: Room }) {
  const [turn, setTurn] = useState(0);
  const { items: bans, more, problem, showMore } = useBans(room, turn);
  if (bans.length === 0 && problem === undefined) return null;
  return (
    <section class="members" aria-label="Banned">
      <h2>Banned</h2>
      <FormProblem message={problem} />
      <ul>
        {bans.map((ban) => (
          <li key={ban.user.id}>
            <BanRow room={room} ban={ban} onLifted={() => setTurn(turn + 1)} />
          </li>
        ))}
      </ul>
      <ShowMore more={more} onPress={showMore} />
    </section>
  );
}

/** The bans so far, read again whenever somebody is banned. */
function useBans(room: Room, turn: number) {
  const { chat } = useStore();
  const banned = room.timeline.items.findLast(
    (item) => item.kind === "notice" && item.notice.type === "left" && item.notice.reason === "banned",
  );
  return usePages<Ban>(`${room.id} ${banned?.seq} ${turn}`, async (last) => {
    const { bans, more } = await chat.bans(room.id, last === undefined ? {} : { after: last.user.id });
    return { items: bans, more };
  });
}

function BanRow({ room, ban, onLifted }: { room: Room; ban: Ban; onLifted: () => void }) {
  const { chat } = useStore();
  const submission = useSubmit();
  useFocusHeir("#add-people");
  const { user, at } = ban;
  const lift = () =>
    submission.run(() => chat.changeMember(room.id, user.id, { banned: false }), onLifted);
  return (
    <div class="person">
      <Avatar id={user.id} />
      <div class="words">
        <b class="truncate" dir="auto">
          {user.displayName}
        </b>
        <span class="truncate">
          @{user.username}, since {listTime(at, new Date())}
        </span>
      </div>
      {mayKeep(room) && (
        <button
          class="button quiet compact"
          type="button"
          aria-label={`Lift ban of ${user.displayName}`}
          aria-busy={submission.busy}
          onClick={() => void lift()}
        >
          Lift ban
        </button>
      )}
      <FormProblem message={submission.problem?.message} />
    </div>
  );
}
