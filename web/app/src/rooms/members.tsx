import type { Member, Room } from "@parley/client";
import { useState } from "preact/hooks";
import { useWatched } from "../people/presence.ts";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { Icon } from "../ui/icon.tsx";
import { Loading } from "../ui/loading.tsx";
import { ShowMore } from "../ui/show-more.tsx";
import { usePages } from "../ui/use-pages.ts";
import { AddMember } from "./add-member.tsx";
import { comingAndGoing } from "./coming-and-going.ts";
import { beginInDetails, detailsTask } from "./details-task.ts";
import { MemberRow } from "./member-row.tsx";
import { mayInvite } from "./permissions.ts";

const pageSize = 50;

/** Who is in a room, in pages, with the ways to add and to remove people. */
export function Members({ room }: { room: Room }) {
  const [turn, setTurn] = useState(0);
  const isAdding = detailsTask.value === "add people";
  const { items: members, more, problem, isLoading, showMore } = useMembers(room, turn);
  useWatched(members.map(({ user }) => user.id));
  return (
    <section class="members" aria-label="Members">
      <div class="members-title">
        <h2>Members</h2>
        {mayInvite(room) && <AddButton isAdding={isAdding} />}
      </div>
      {isAdding && mayInvite(room) && <AddMember room={room} present={new Set(members.map(({ user }) => user.id))} />}
      <FormProblem message={problem} />
      {members.length === 0 && <Loading isLoading={isLoading} />}
      <ul>
        {members.map((member) => (
          <li key={member.user.id}>
            <MemberRow room={room} member={member} onChanged={() => setTurn(turn + 1)} />
          </li>
        ))}
      </ul>
      <ShowMore more={more} onPress={showMore} />
    </section>
  );
}

function AddButton({ isAdding }: { isAdding: boolean }) {
  return (
    <button
      id="add-people"
      class="button quiet compact"
      type="button"
      aria-expanded={isAdding}
      onClick={() => beginInDetails(isAdding ? "look" : "add people")}
    >
      <Icon name="user-plus" size="small" />
      Add people
    </button>
  );
}

/** The members so far, read again whenever somebody comes or goes, and with each turn. */
function useMembers(room: Room, turn: number) {
  const { chat } = useStore();
  return usePages<Member>(`${room.id} ${comingAndGoing(room)} ${turn}`, async (last) => {
    const after = last === undefined ? {} : { after: last.user.id };
    const { members, more } = await chat.members(room.id, { limit: pageSize, ...after });
    return { items: members, more };
  });
}
