import type { Member, Room } from "@parley/client";
import { Avatar } from "../people/avatar.tsx";
import { useWatched } from "../people/presence.ts";
import { useStore } from "../store.ts";
import { count } from "../ui/plural.ts";
import { useMatches } from "../ui/use-matches.ts";
import { usePages } from "../ui/use-pages.ts";
import { comingAndGoing } from "./coming-and-going.ts";
import "./who-is-here.css";

/** Of a room with more members it is only said how many they are: nobody watches so many. */
const greatestCompany = 100;

const greatestCount = 3;

/** A narrower window has no place for it, and nothing is asked for there. */
const hasPlace = "(min-width: 900px)";

/** How many are in a room, and who of them is here now. */
export function WhoIsHere({ room }: { room: Room }) {
  if (!useMatches(hasPlace)) return null;
  return room.members > greatestCompany ? <Number room={room} /> : <Present key={room.id} room={room} />;
}

function Number({ room }: { room: Room }) {
  return <span class="who-is-here">{count(room.members, "person", "people")}</span>;
}

function Present({ room }: { room: Room }) {
  const members = useMembers(room);
  useWatched(members);
  const present = usePresent(members);
  if (members.length === 0) return <Number room={room} />;
  return (
    <span class="who-is-here">
      <span class="flags">
        {present.slice(0, greatestCount).map((user) => (
          <Avatar key={user} id={user} size="small" />
        ))}
      </span>
      <span class="presence online" aria-hidden="true" />
      {`${present.length} of ${room.members} here`}
    </span>
  );
}

/** Who is in a room that is small enough; read again whenever somebody comes or goes. */
function useMembers(room: Room): readonly string[] {
  const { chat } = useStore();
  const { items } = usePages<Member>(`${room.id} ${comingAndGoing(room)}`, async () => {
    const { members } = await chat.members(room.id, { limit: greatestCompany });
    return { items: members, more: false };
  });
  return items.map(({ user }) => user.id);
}

/** Those who are here, oneself last: one knows that. */
function usePresent(members: readonly string[]): readonly string[] {
  const { state } = useStore();
  const { me, presences } = state.value;
  const others = members.filter((id) => id !== me?.id && (presences.get(id)?.state ?? "offline") !== "offline");
  return me !== undefined && members.includes(me.id) ? [...others, me.id] : others;
}
