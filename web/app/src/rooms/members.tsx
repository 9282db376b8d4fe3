import type { Member, Room } from "@parley/client";
import { useState } from "preact/hooks";
import { Face } from "../people/face.tsx";
import { presenceLine, usePresence, useWatched } from "../people/presence.ts";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { useFocusHeir } from "../ui/focus.ts";
import { Icon } from "../ui/icon.tsx";
import { Loading } from "../ui/loading.tsx";
import { usePages } from "../ui/use-pages.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { AddMember } from "./add-member.tsx";
import { beginInDetails, detailsTask } from "./details-task.ts";

const pageSize = 50;

/** Who is in a room, in pages, with the ways to add and to remove people. */
export function Members({ room }: { room: Room }) {
  const isAdding = detailsTask.value === "add people";
  const { items: members, more, problem, isLoading, showMore } = useMembers(room);
  useWatched(members.map(({ user }) => user.id));
  return (
    <section class="members" aria-label="Members">
      <div class="members-title">
        <h2>Members</h2>
        {room.kind !== "direct" && (
          <AddButton isAdding={isAdding} />
        )}
      </div>
      {isAdding && <AddMember room={room} present={new Set(members.map(({ user }) => user.id))} />}
      <FormProblem message={problem} />
      {members.length === 0 && <Loading isLoading={isLoading} />}
      <ul>
        {members.map((member) => (
          <li key={member.user.id}>
            <MemberRow room={room} member={member} />
          </li>
        ))}
      </ul>
      {more && (
        <button class="button quiet compact" type="button" onClick={showMore}>
          Show more
        </button>
      )}
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

/** The members so far, read again whenever somebody comes or goes. */
function useMembers(room: Room) {
  const { chat } = useStore();
  const change = room.timeline.items.findLast(
    (item) => item.kind === "notice" && item.notice.type !== "updated",
  );
  return usePages<Member>(`${room.id} ${change?.seq}`, async (last) => {
    const after = last === undefined ? {} : { after: last.user.id };
    const { members, more } = await chat.members(room.id, { limit: pageSize, ...after });
    return { items: members, more };
  });
}

function MemberRow({ room, member }: { room: Room; member: Member }) {
  const { state } = useStore();
  const { user, role } = member;
  const presence = usePresence(user.id);
  const isMe = user.id === state.value.me?.id;
  const mayRemove = !isMe && room.kind !== "direct" && room.role !== "member" && role !== "owner";
  return (
    <div class="person">
      <Face id={user.id} />
      <div class="words">
        <b class="truncate" dir="auto">
          {user.displayName}
        </b>
        <span class="truncate">
          @{user.username}
          {isMe && ", you"}
          {presence !== undefined && `, ${presenceLine(presence, new Date())}`}
        </span>
      </div>
      {role !== "member" && <span class="role">{role}</span>}
      {mayRemove && <RemoveMember room={room} member={member} />}
    </div>
  );
}

function RemoveMember({ room, member }: { room: Room; member: Member }) {
  const { chat } = useStore();
  const [isAsking, setIsAsking] = useState(false);
  const submission = useSubmit();
  useFocusHeir("#add-people");
  const remove = () => submission.run(() => chat.removeMember(room.id, member.user.id));
  const name = member.user.displayName;
  return (
    <>
      <button
        class={isAsking ? "button danger compact" : "icon-button"}
        type="button"
        aria-label={isAsking ? `Yes, remove ${name}` : `Remove ${name}`}
        aria-busy={submission.busy}
        onBlur={() => setIsAsking(false)}
        onClick={() => (isAsking ? void remove() : setIsAsking(true))}
      >
        {isAsking ? "Remove" : <Icon name="x" />}
      </button>
      <FormProblem message={submission.problem?.message} />
    </>
  );
}
