import { Avatar } from "../people/avatar.tsx";
import { useStore } from "../store.ts";
import { Icon } from "../ui/icon.tsx";
import { openDialog } from "../ui/open-dialog.ts";
import "./me.css";

/** Who I am, and the way to the settings. */
export function Me() {
  const { state } = useStore();
  const { me } = state.value;
  return (
    <div class="me">
      {me !== undefined && <Avatar id={me.id} />}
      <div class="words">
        <b class="truncate" dir="auto">
          {me?.displayName}
        </b>
        <span class="truncate">{me === undefined ? "" : `@${me.username}`}</span>
      </div>
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
