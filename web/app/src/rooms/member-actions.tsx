import type { Member, Role, Room } from "@parley/client";
import { useState } from "preact/hooks";
import { useStore } from "../store.ts";
import { FormProblem } from "../ui/form-problem.tsx";
import { useSubmit } from "../ui/use-submit.ts";
import { mayOwn, mayRestrain } from "./permissions.ts";

interface MemberActionsProps {
  room: Room;
  member: Member;
  /** Called once something was done. */
  onDone: () => void;
}

interface Action {
  readonly label: string;
  /** What it is called once it must be confirmed; what can be undone easily is not. */
  readonly confirm?: string;
  run(): Promise<void>;
}

const hourMs = 3_600_000;
const roles: readonly Role[] = ["member", "moderator", "owner"];

/** What I may do to a member: each with its name, and what is hard to undo only after a second press. */
export function MemberActions({ room, member, onDone }: MemberActionsProps) {
  const actions = useActions(room, member);
  const [asking, setAsking] = useState<string | undefined>(undefined);
  const submission = useSubmit();
  const press = (action: Action) => {
    if (action.confirm !== undefined && asking !== action.label) setAsking(action.label);
    else void submission.run(action.run, onDone);
  };
  return (
    <div class="member-actions" role="group" aria-label={`Actions for ${member.user.displayName}`}>
      {actions.map((action) => (
        <button
          key={action.label}
          class={`button compact ${action.confirm === undefined ? "quiet" : "danger"}`}
          type="button"
          aria-busy={submission.busy}
          onClick={() => press(action)}
        >
          {asking === action.label ? action.confirm : action.label}
        </button>
      ))}
      <FormProblem message={submission.problem?.message} />
    </div>
  );
}

/** Whether there is anything that I may do to this member. */
export function mayActOn(room: Room, member: Member): boolean {
  return mayOwn(room) || mayRestrain(room, member.role);
}

function useActions(room: Room, member: Member): readonly Action[] {
  const { chat } = useStore();
  const { user, role } = member;
  const change = (changes: { role?: Role; mutedUntil?: string }) => () =>
    chat.changeMember(room.id, user.id, changes);
  const others = mayOwn(room) ? roles.filter((one) => one !== role) : [];
  const giving = others.map((one) => ({ label: `Make ${one}`, run: change({ role: one }) }));
  if (!mayRestrain(room, role)) return giving;
  const silence = (label: string, ms: number) => ({
    label,
    run: () => change({ mutedUntil: new Date(Date.now() + ms).toISOString() })(),
  });
  const muting =
    member.mutedUntil === undefined
      ? [silence("Mute for 1 h", hourMs), silence("Mute for 1 day", 24 * hourMs)]
      : [silence("Let write again", -hourMs)];
  return [
    ...giving,
    ...muting,
    { label: "Remove", confirm: "Yes, remove", run: () => chat.removeMember(room.id, user.id) },
    { label: "Ban", confirm: "Yes, ban", run: () => chat.banMember(room.id, user.id) },
  ];
}
