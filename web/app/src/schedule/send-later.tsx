import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { openDialog } from "../ui/open-dialog.ts";
import { placeBelow } from "../ui/place.ts";
import { fieldTime, offeredTimes } from "./times.ts";
import "./schedule.css";

interface SendLaterProps {
  /** Whether there is nothing to send. */
  isEmpty: boolean;
  /** Called with a time to send at. */
  onChoose: (at: Date) => void;
}

/** The button beside Send, with the times that a message can be sent at. */
export function SendLater({ isEmpty, onChoose }: SendLaterProps) {
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <div class="send-later" onFocusOut={(event) => !holds(event) && setIsOpen(false)}>
      <button
        ref={button}
        class="icon-button"
        type="button"
        aria-label="Send later"
        title="Send later"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="clock" />
      </button>
      {isOpen && <Times isEmpty={isEmpty} onChoose={onChoose} onClose={close} />}
    </div>
  );
}

interface TimesProps extends SendLaterProps {
  onClose: () => void;
}

function Times({ isEmpty, onChoose, onClose }: TimesProps) {
  const panel = useRef<HTMLDivElement>(null);
  const [now] = useState(() => new Date());
  useLayoutEffect(() => {
    placeBelow(panel.current);
    panel.current?.querySelector<HTMLElement>("button:not(:disabled)")?.focus();
  }, []);
  const choose = (at: Date) => {
    onClose();
    onChoose(at);
  };
  const list = () => {
    onClose();
    openDialog("scheduled");
  };
  return (
    <div
      ref={panel}
      class="menu times"
      popover="manual"
      role="dialog"
      aria-label="Send later"
      onKeyDown={(event) => press(event, onClose)}
    >
      {offeredTimes(now).map(({ label, at }) => (
        <button key={label} type="button" disabled={isEmpty} onClick={() => choose(at)}>
          <Icon name="clock" size="small" />
          {label}
        </button>
      ))}
      <OwnTime now={now} isEmpty={isEmpty} onChoose={choose} />
      <button class="list" type="button" onClick={list}>
        <Icon name="more" size="small" />
        Scheduled messages
      </button>
    </div>
  );
}

/** A time of one's own; it stands in a form already, so Enter is its own. */
function OwnTime({ now, isEmpty, onChoose }: SendLaterProps & { now: Date }) {
  const field = useRef<HTMLInputElement>(null);
  const choose = () => {
    const input = field.current;
    if (input === null || isEmpty || !input.reportValidity()) return;
    onChoose(new Date(input.value));
  };
  return (
    <div class="own-time">
      <input
        ref={field}
        type="datetime-local"
        aria-label="Date and time"
        required
        defaultValue={fieldTime(new Date(now.getTime() + 3_600_000))}
        min={fieldTime(new Date(now.getTime() + 60_000))}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          choose();
        }}
      />
      <button type="button" disabled={isEmpty} onClick={choose}>
        Schedule
      </button>
    </div>
  );
}

/** Whether the focus stays within. */
function holds({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
}

function press(event: KeyboardEvent, onClose: () => void): void {
  if (event.key !== "Escape") return;
  event.preventDefault();
  event.stopPropagation();
  onClose();
}
