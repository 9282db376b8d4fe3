import type { DurableEvent } from "../generated/protocol.ts";
import type { Room, UserId } from "./state.ts";
import { noticed } from "./timeline.ts";

/** The facts about members. */
export type MemberFact = Extract<
  DurableEvent,
  { type: "member.joined" | "member.left" | "member.changed" }
>;

/** Applies a member's fact to its room. `me` is whose view this is. */
export function reduceMember(room: Room, fact: MemberFact, me: UserId): Room {
  const { user } = fact.data;
  switch (fact.type) {
    case "member.joined": {
      const role = user === me ? fact.data.role : room.role;
      return noticed({ ...room, role, members: room.members + 1 }, fact, { type: "joined", user });
    }
    case "member.left":
      return noticed(without(room, user), fact, { type: "left", user, reason: fact.data.reason });
    case "member.changed": {
      const { role, mutedUntil } = fact.data;
      const known = user === me && mutedUntil !== undefined ? { ...room, mutedUntil } : room;
      if (role === undefined) return known;
      const mine = user === me ? role : room.role;
      return noticed({ ...known, role: mine }, fact, { type: "changed", user, role });
    }
    default:
      return fact satisfies never;
  }
}

function without(room: Room, user: UserId): Room {
  const receipts = new Map(room.receipts);
  receipts.delete(user);
  const typing = room.typing.filter((typist) => typist.user !== user);
  return { ...room, receipts, typing, members: room.members - 1 };
}
