import { useId } from "preact/hooks";
import "./segments.css";

interface SegmentsProps<T extends string> {
  legend: string;
  choices: readonly { readonly value: T; readonly label: string }[];
  chosen: T | undefined;
  onChoose: (value: T) => void;
}

/** A few choices side by side, of which one holds. */
export function Segments<T extends string>({ legend, choices, chosen, onChoose }: SegmentsProps<T>) {
  const name = useId();
  return (
    <fieldset class="segments">
      <legend class="field-label">{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
