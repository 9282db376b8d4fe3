import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { placeBelow } from "../ui/place.ts";
import type { MessageAct } from "./message-act.ts";

interface MessageMenuProps {
  acts: readonly MessageAct[];
  /** Whether it opens with the question whether to delete. */
  isDeleting: boolean;
  onClose: () => void;
}

/** What else can be done to a message. It asks once more before it deletes. */
export function MessageMenu({ acts, isDeleting, onClose }: MessageMenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  const [isAsking, setIsAsking] = useState(isDeleting);
  useLayoutEffect(() => {
    // Without a pointer it is a sheet at the lower edge, where a thumb is; the style sheet places that.
    if (matchMedia("(hover: hover)").matches) placeBelow(menu.current);
    else menu.current?.showPopover();
    const first = isDeleting ? "[data-act='delete']" : "button";
    menu.current?.querySelector<HTMLElement>(first)?.focus();
  }, []);
  const run = (act: MessageAct) => {
    if (act.name === "delete" && !isAsking) {
      setIsAsking(true);
      return;
    }
    onClose();
    act.run();
  };
  return (
    <div
      ref={menu}
      class="menu"
      popover="manual"
      role="menu"
      aria-label="Message"
      onKeyDown={(event) => press(event, menu, onClose)}
      onBlurCapture={(event) => {
        if (!menu.current?.contains(event.relatedTarget as Node | null)) onClose();
      }}
    >
      {acts.map((act) => (
        <MenuItem key={act.name} act={act} isAsking={isAsking} onPress={() => run(act)} />
      ))}
    </div>
  );
}

function MenuItem({ act, isAsking, onPress }: { act: MessageAct; isAsking: boolean; onPress: () => void }) {
  const isDelete = act.name === "delete";
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-act={act.name}
      class={isDelete ? "danger" : undefined}
      onClick={onPress}
    >
      <Icon name={act.icon} size="small" />
      {isDelete && isAsking ? "Yes, delete" : act.label}
    </button>
  );
}

function press(event: KeyboardEvent, menu: RefObject<HTMLElement | null>, onClose: () => void): void {
  event.stopPropagation();
  const items = [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  const at = items.findIndex((item) => item === document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to !== undefined) items[(to + items.length) % items.length]?.focus();
  else if (event.key === "Escape" || event.key === "Tab") onClose();
  else return;
  event.preventDefault();
}
