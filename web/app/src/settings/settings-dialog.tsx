import { Dialog } from "../ui/dialog.tsx";
import { closeDialog, openDialog } from "../ui/open-dialog.ts";
import { Appearance } from "./appearance.tsx";
import { Devices } from "./devices.tsx";
import { Keyboard } from "./keyboard.tsx";
import { Notifications } from "./notifications.tsx";
import { Preferences } from "./preferences.tsx";
import { Profile } from "./profile.tsx";
import { SignOut } from "./sign-out.tsx";
import "./settings.css";

/** My name, the look and the keys of this device, what calls me, where I am signed in, and the way out. */
export function SettingsDialog() {
  return (
    <Dialog title="Settings" onClose={closeDialog}>
      <div class="content settings scroll">
        <Profile />
        <Appearance />
        <Notifications />
        <Preferences />
        <Keyboard />
        <Devices />
        <section class="settings-end">
          <button class="button quiet compact" type="button" onClick={() => openDialog("bots")}>
            Bots
          </button>
          <SignOut />
        </section>
      </div>
    </Dialog>
  );
}
