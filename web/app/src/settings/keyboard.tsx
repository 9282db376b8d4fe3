import { openDialog } from "../ui/open-dialog.ts";
import { Switch } from "../ui/switch.tsx";
import { letterKeys, switchLetterKeys } from "./letter-keys.ts";

/** Which keys act on this device. */
export function Keyboard() {
  return (
    <section class="keyboard">
      <h3 class="field-label">Keyboard</h3>
      <Switch label="Single letters act on the message that has the focus" isOn={letterKeys.value} onChange={switchLetterKeys} />
      <button class="button quiet compact" type="button" onClick={() => openDialog("shortcuts")}>
        Keyboard shortcuts
      </button>
    </section>
  );
}
