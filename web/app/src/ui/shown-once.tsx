import { CopyButton } from "./copy-button.tsx";
import "./shown-once.css";

interface ShownOnceProps {
  /** What it is: "Key of Robot". */
  label: string;
  value: string;
  onDone: () => void;
}

/** Something that opens a door and is not shown again: to be copied now. */
export function ShownOnce({ label, value, onDone }: ShownOnceProps) {
  return (
    <div class="shown-once" role="group" aria-label={label}>
      <b>{label}</b>
      <p class="hint">Copy it now: it is not shown again, and whoever has it may use it.</p>
      <div class="value">
        <code>{value}</code>
        <CopyButton text={value} label={`Copy: ${label}`} />
      </div>
      <button class="button quiet compact" type="button" onClick={onDone}>
        Done
      </button>
    </div>
  );
}
