import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Icon } from "./icon.tsx";
import "./dialog.css";

interface DialogProps {
  title: string;
  /** Called once the dialog is closed, by Esc, the close button or a press beside it. */
  onClose: () => void;
  children: ComponentChildren;
}

/** A modal native dialog with a title and a close button; open for as long as it is mounted. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const titleId = useId();
  const dialog = useModal(onClose);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={titleId}
      onPointerDown={closeWhenBeside}
    >
      <header>
        <h2 id={titleId}>{title}</h2>
        <button
          class="icon-button"
          type="button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="x" />
        </button>
      </header>
      {children}
    </dialog>
  );
}

/**
 * Shows the dialog modally while mounted, before another key can be pressed; the focus returns to where it was.
 *
 * @param onClose called when it is closed from within. It is not told that another dialog takes its place.
 */
export function useModal(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.addEventListener("close", onClose);
    element?.showModal();
    return () => {
      element?.removeEventListener("close", onClose);
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return dialog;
}

/** A press on the backdrop targets the dialog itself, outside of its box. */
export function closeWhenBeside(event: PointerEvent): void {
  const dialog = event.currentTarget;
  if (!(dialog instanceof HTMLDialogElement) || event.target !== dialog) return;
  const box = dialog.getBoundingClientRect();
  const inside =
    event.clientX >= box.left &&
    event.clientX <= box.right &&
    event.clientY >= box.top &&
    event.clientY <= box.bottom;
  if (!inside) dialog.close();
}
