import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";
import { type Edge, placeBelow } from "./place.ts";
import "./menu.css";

interface MenuProps {
  label: string;
  /** The name of the item that has the focus at first; the first one otherwise. */
  first?: string | undefined;
  /** Which edge of what it stands in it keeps to. */
  edge?: Edge;
  onClose: () => void;
  children: ComponentChildren;
}

/** A few things to do, over everything, beside what it stands in. Open for as long as it is mounted. */
export function Menu({ label, first, edge, onClose, children }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // Without a pointer it is a sheet at the lower edge, where a thumb is; the style sheet places that.
    if (matchMedia("(hover: hover)").matches) placeBelow(menu.current, edge);
    else menu.current?.showPopover();
    const sought = first === undefined ? "button" : `[data-item='${first}']`;
    menu.current?.querySelector<HTMLElement>(sought)?.focus();
  }, []);
  return (
    <div
      ref={menu}
      class="menu"
      popover="manual"
      role="menu"
      aria-label={label}
      onKeyDown={(event) => press(event, menu, onClose)}
      onBlurCapture={(event) => {
        if (!menu.current?.contains(event.relatedTarget as Node | null)) onClose();
      }}
    >
      {children}
    </div>
  );
}

interface MenuItemProps {
  /** Tells it from the others of its menu. */
  name: string;
  icon: IconName;
  label: string;
  isDanger?: boolean;
  onPress: () => void;
}

/** One thing to do. */
export function MenuItem({ name, icon, label, isDanger = false, onPress }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      data-item={name}
      class={isDanger ? "danger" : undefined}
      onClick={onPress}
    >
      <Icon name={icon} size="small" />
      {label}
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
