import { Face } from "../people/face.tsx";
import { stateWords, statusOf, usePresence } from "../people/presence.ts";
import { useStore } from "../store.ts";
import { Icon } from "../ui/icon.tsx";
import { openDialog } from "../ui/open-dialog.ts";
import "./me.css";

/** Who I am and how I am seen, and the ways to change that and to the settings. */
export function Me() {
  return (
    <div class="me">
      <OwnStatus />
      <button
        class="icon-button"
        type="button"
        aria-label="Settings"
        onClick={() => openDialog("settings")}
      >
        <Icon name="settings" />
      </button>
    </div>
  );
}

function OwnStatus() {
  const { state } = useStore();
  const { me } = state.value;
  const presence = usePresence(me?.id ?? "");
  if (me === undefined) return <div class="own" />;
  const status = statusOf(presence);
  const isSilent = presence === undefined || presence.state === "online";
  const words = isSilent ? `@${me.username}` : sentence(stateWords(presence.state));
  return (
    <button class="own" type="button" title="Change your status" onClick={() => openDialog("status")}>
      <Face id={me.id} />
      <span class="words">
        <b class="truncate" dir="auto">
          {me.displayName}
        </b>
        <span class="truncate" dir="auto">
          {status === "" ? words : status}
        </span>
        <span class="visually-hidden">, change your status</span>
      </span>
    </button>
  );
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
