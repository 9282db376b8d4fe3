import type { Role, Room } from "@parley/client";

/** What decides who may do what; docs/permissions.md has the whole table, and the server the last word. */
type Place = Pick<Room, "kind" | "role" | "archived">;

const ranks: Record<Role, number> = { member: 0, moderator: 1, owner: 2 };

/** Whether I may change what the room is, mute and remove members, and lift bans. */
export function mayKeep(room: Place): boolean {
  return isOpen(room) && room.role !== "member";
}

/** Whether I may give roles and archive the room. */
export function mayOwn(room: Place): boolean {
  return isOpen(room) && room.role === "owner";
}

/** Whether I may bring people in, by name or by an invite. */
export function mayInvite(room: Place): boolean {
  return isOpen(room) && (room.kind === "public" || room.role !== "member");
}

/** Whether I may see who is banned and which invites there are: of an archived room, too. */
export function maySeeDoors(room: Place): boolean {
  return room.kind !== "direct" && room.role !== "member";
}

/** Whether I may mute, remove and ban somebody of this role. */
export function mayRestrain(room: Place, role: Role): boolean {
  return mayKeep(room) && ranks[room.role] > ranks[role];
}

function isOpen({ kind, archived }: Place): boolean {
  return kind !== "direct" && archived !== true;
}
