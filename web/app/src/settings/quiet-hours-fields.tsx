import type { QuietHours } from "@parley/client";
import { useId } from "preact/hooks";
import { firstHours, weekdays, withDay } from "./wanted.ts";

interface QuietHoursFieldsProps {
  hours: QuietHours;
  onHours: (hours: QuietHours) => void;
}

/** From when to when, on which days, and by which clock. */
export function QuietHoursFields({ hours, onHours }: QuietHoursFieldsProps) {
  const here = firstHours().zone;
  return (
    <fieldset class="quiet-hours">
      <legend class="visually-hidden">Quiet hours</legend>
      <div class="times">
        <Time label="From" time={hours.from} onTime={(from) => onHours({ ...hours, from })} />
        <Time label="To" time={hours.to} onTime={(to) => onHours({ ...hours, to })} />
      </div>
      <div class="days" role="group" aria-label="Days on which they begin">
        {weekdays.map((name, index) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={hours.days?.includes(index + 1) ?? true}
              onChange={({ currentTarget }) => {
                const next = withDay(hours, index + 1, currentTarget.checked);
                currentTarget.checked = next.days?.includes(index + 1) ?? true;
                onHours(next);
              }}
            />
            <span>{name}</span>
          </label>
        ))}
      </div>
      <p class="hint">
        By the clock of {hours.zone}.{" "}
        {hours.zone !== here && (
          <button class="link" type="button" onClick={() => onHours({ ...hours, zone: here })}>
            Use {here}
          </button>
        )}
      </p>
    </fieldset>
  );
}

function Time({ label, time, onTime }: { label: string; time: string; onTime: (time: string) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class="control">
        <input
          id={id}
          type="time"
          required
          value={time}
          onInput={({ currentTarget }) => onTime(currentTarget.value)}
        />
      </div>
    </div>
  );
}
