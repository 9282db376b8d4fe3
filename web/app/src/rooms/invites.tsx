import type { Invite, Room } from "@parley/client";
import { useEffect, useState } from "preact/hooks";
import { useName } from "../people/use-names.ts";
import { useStore } from "../store.ts";
import { CopyButton } from "../ui/copy-button.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { useFocusHeir } from "../ui/focus.ts";
import { Icon } from "../ui/icon.tsx";
import { count } from "../ui/plural.ts";
import { clockTime, listTime } from "../ui/time.ts";
import { describe, useSubmit } from "../ui/use-submit.ts";
import { InviteForm } from "./invite-form.tsx";
import { mayInvite, mayKeep, maySeeDoors } from "./permissions.ts";

/** The links that let people into a room: those that there are, as far as I may see them, and the way to a new one. */
export function Invites({ room }: { room: Room }) {
  const { invites, problem, add, remove } = useInvites(room);
  const [isMaking, setIsMaking] = useState(false);
  const made = (invite: Invite) => {
    add(invite);
    setIsMaking(false);
  };
  return (
    <section class="members" aria-label="Invite links">
      <div class="members-title">
        <h2>Invite links</h2>
        {mayInvite(room) && (
          <button
            id="create-invite"
            class="button quiet compact"
            type="button"
            aria-expanded={isMaking}
            onClick={() => setIsMaking(!isMaking)}
          >
            <Icon name="plus" size="small" />
            New link
          </button>
        )}
      </div>
      {isMaking && <InviteForm room={room} onMade={made} />}
      <FormProblem message={problem} />
      <ul>
        {invites.map((invite) => (
          <li key={invite.code}>
            <InviteRow room={room} invite={invite} onRevoked={() => remove(invite.code)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who may not see them all sees those that they make here. */
function useInvites(room: Room) {
  const { chat } = useStore();
  const [invites, setInvites] = useState<readonly Invite[]>([]);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const maySee = maySeeDoors(room);
  useEffect(() => {
    if (!maySee) return;
    chat.invites(room.id).then(setInvites, (error: unknown) => setProblem(describe(error).message));
  }, [chat, room.id, maySee]);
  return {
    invites,
    problem,
    add: (invite: Invite) => setInvites((before) => [invite, ...before]),
    remove: (code: string) => setInvites((before) => before.filter((one) => one.code !== code)),
  };
}

interface InviteRowProps {
  room: Room;
  invite: Invite;
  onRevoked: () => void;
}

function InviteRow({ room, invite, onRevoked }: InviteRowProps) {
  const { chat, state } = useStore();
  const by = useName(invite.by);
  const submission = useSubmit();
  useFocusHeir("#create-invite");
  const isMine = invite.by === state.value.me?.id;
  const link = `${location.origin}/invites/${invite.code}`;
  const revoke = () => submission.run(() => chat.revokeInvite(room.id, invite.code), onRevoked);
  return (
    <div class="person">
      <div class="words">
        <b class="truncate">{link}</b>
        <span class="truncate">
          {reachOf(invite, new Date())}
          {!isMine && `, by ${by}`}
        </span>
      </div>
      <CopyButton text={link} label={`Copy the link ${invite.code}`} />
      {(isMine ? room.archived !== true : mayKeep(room)) && (
        <button
          class="icon-button"
          type="button"
          aria-label={`Take the link ${invite.code} back`}
          aria-busy={submission.busy}
          onClick={() => void revoke()}
        >
          <Icon name="trash" size="small" />
        </button>
      )}
      <FormProblem message={submission.problem?.message} />
    </div>
  );
}

/** "for 5 more people, until 29 Nov, 18:00". */
function reachOf({ uses, expiresAt }: Invite, now: Date): string {
  const time = clockTime(expiresAt);
  const day = listTime(expiresAt, now);
  const people = uses === undefined ? "for anybody" : `for ${count(uses, "more person", "more people")}`;
  return `${people}, until ${day === time ? time : `${day}, ${time}`}`;
}
