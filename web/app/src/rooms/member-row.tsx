import type { Member, Room } from "@parley/client";
import { useState } from "preact/hooks";
import { Face } from "../people/face.tsx";
import { presenceLine, usePresence } from "../people/presence.ts";
import { useStore } from "../store.ts";
import { useFocusHeir } from "../ui/focus.ts";
import { Icon } from "../ui/icon.tsx";
import { untilTime } from "../ui/time.ts";
import { MemberActions, mayActOn } from "./member-actions.tsx";

interface MemberRowProps {
  room: Room;
  member: Member;
  /** Called once something was done to them. */
  onChanged: () => void;
}

/** A member: who they are, how they are, and what I may do to them. */
export function MemberRow({ room, member, onChanged }: MemberRowProps) {
  const { state } = useStore();
  const { user, role } = member;
  const isMe = user.id === state.value.me?.id;
  const [isOpen, setIsOpen] = useState(false);
  useFocusHeir("#add-people");
  const close = () => {
    setIsOpen(false);
    onChanged();
  };
  return (
    <div class="person">
      <Face id={user.id} />
      <div class="words">
        <b class="truncate" dir="auto">
          {user.displayName}
        </b>
        <Line member={member} isMe={isMe} />
      </div>
      {role !== "member" && <span class="role">{role}</span>}
      {!isMe && mayActOn(room, member) && (
        <button
          class="icon-button"
          type="button"
          aria-label={`Manage ${user.displayName}`}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name="more" />
        </button>
      )}
      {isOpen && <MemberActions room={room} member={member} onDone={close} />}
    </div>
  );
}

function Line({ member: { user, mutedUntil }, isMe }: { member: Member; isMe: boolean }) {
  const presence = usePresence(user.id);
  const now = new Date();
  return (
    <span class="truncate">
      @{user.username}
      {isMe && ", you"}
      {mutedUntil !== undefined && `, muted until ${untilTime(mutedUntil, now)}`}
      {presence !== undefined && `, ${presenceLine(presence, now)}`}
    </span>
  );
}
