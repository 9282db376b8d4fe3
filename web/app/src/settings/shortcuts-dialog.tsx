import { Dialog } from "../ui/dialog.tsx";
import { commandKey } from "../ui/keys.ts";
import { closeDialog } from "../ui/open-dialog.ts";
import "./settings.css";

const shortcuts: readonly (readonly [keys: string, meaning: string])[] = [
  [`${commandKey} K`, "Jump to a room or person"],
  [`${commandKey} /`, "These shortcuts"],
  [`${commandKey} F`, "Search in this room"],
  [`${commandKey} Shift F`, "Search everywhere"],
  ["Alt ↑ ↓", "Previous, next conversation"],
  ["Alt Shift ↑ ↓", "Previous, next unread conversation"],
  ["F6, Shift F6", "Next, previous part of the window"],
  ["↑ ↓ Home End", "Move among messages, when one has the focus"],
  ["R, T, E, C, +, Del", "Reply, open the thread, edit, copy the link, react, delete: on the message that has the focus"],
  ["M", "Mute the room, or hear it again: on a message that has the focus"],
  ["Enter on a message", "What can be done to it"],
  ["Esc", "Close, then mark as read, then write"],
  ["Shift Esc", "Mark everything as read"],
  ["Enter", "Send"],
  ["Shift Enter", "New line"],
  [`${commandKey} B, I, E`, "Bold, italic, code"],
  [`${commandKey} Shift X`, "Strike through"],
];

/** Every key that does something. */
export function ShortcutsDialog() {
  return (
    <Dialog title="Keyboard shortcuts" onClose={closeDialog}>
      <div class="content scroll">
        <dl class="shortcuts">
          {shortcuts.map(([keys, meaning]) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
