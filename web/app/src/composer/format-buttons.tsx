import { Icon } from "../ui/icon.tsx";
import { commandKey } from "../ui/keys.ts";
import type { Format } from "./format.ts";

const buttons: readonly { format: Format; label: string; key: string }[] = [
  { format: "bold", label: "Bold", key: "B" },
  { format: "italic", label: "Italic", key: "I" },
  { format: "code", label: "Code", key: "E" },
  { format: "strike", label: "Strike through", key: "Shift X" },
];

/** The markdown that can be put around a selection. */
export function FormatButtons({ onFormat }: { onFormat: (format: Format) => void }) {
  return (
    <div class="formats" role="group" aria-label="Formatting">
      {buttons.map(({ format, label, key }) => (
        <button
          key={format}
          class="icon-button"
          type="button"
          aria-label={label}
          title={`${label} (${commandKey} ${key})`}
          onClick={() => onFormat(format)}
        >
          <Icon name={format} />
        </button>
      ))}
    </div>
  );
}
