import type { User } from "@parley/client";
import { useState } from "preact/hooks";
import { Avatar } from "../people/avatar.tsx";
import { useStore } from "../store.ts";
import { DeleteButton } from "../ui/delete-button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FormProblem } from "../ui/form-problem.tsx";
import { closeDialog } from "../ui/open-dialog.ts";
import { ShownOnce } from "../ui/shown-once.tsx";
import { useListing } from "../ui/use-listing.ts";
import { useSubmit } from "../ui/use-submit.ts";
import { BotForm } from "./bot-form.tsx";
import "../people/person-picker.css";
import "./bots.css";

/** A key and whose it is. */
interface Key {
  readonly user: User;
  readonly apiKey: string;
}

/** My bots: accounts that programs sign in to. */
export function BotsDialog() {
  const { chat } = useStore();
  const { items, problem, isLoading, again } = useListing("bots", () => chat.bots());
  const [key, setKey] = useState<Key | undefined>(undefined);
  const keyed = (made: Key) => {
    setKey(made);
    again();
  };
  return (
    <Dialog title="Bots" onClose={closeDialog}>
      <div class="content bots scroll">
        <p class="hint">
          A bot is an account for a program. It belongs to you; add it to rooms as you add people.
        </p>
        {key !== undefined && (
          <ShownOnce label={`Key of ${key.user.displayName}`} value={key.apiKey} onDone={() => setKey(undefined)} />
        )}
        <FormProblem message={problem} />
        <ul>
          {items.map((bot) => (
            <li key={bot.id}>
              <BotRow bot={bot} onKeyed={keyed} onDeleted={again} />
            </li>
          ))}
        </ul>
        {items.length === 0 && !isLoading && problem === undefined && <p>You have no bots yet.</p>}
        <BotForm onMade={keyed} />
      </div>
    </Dialog>
  );
}

interface BotRowProps {
  bot: User;
  onKeyed: (key: Key) => void;
  onDeleted: () => void;
}

function BotRow({ bot, onKeyed, onDeleted }: BotRowProps) {
  const { chat } = useStore();
  const submission = useSubmit();
  const rekey = () => void submission.run(() => chat.rekeyBot(bot.id), onKeyed);
  return (
    <div class="person">
      <Avatar id={bot.id} />
      <div class="words">
        <b class="truncate" dir="auto">
          {bot.displayName}
        </b>
        <span class="truncate">@{bot.username}</span>
      </div>
      <button
        class="button quiet compact"
        type="button"
        aria-label={`New key for ${bot.displayName}`}
        aria-busy={submission.busy}
        onClick={rekey}
      >
        New key
      </button>
      <DeleteButton name={bot.displayName} run={() => chat.deleteBot(bot.id)} onDone={onDeleted} />
      <FormProblem message={submission.problem?.message} />
    </div>
  );
}
