import type { ComponentChildren } from "preact";
import { useStore } from "../store.ts";
import { pathOf, type Route } from "./route.ts";

interface LinkProps {
  to: Route;
  class: string;
  /** Whether it leads to where one is. */
  isCurrent: boolean;
  children: ComponentChildren;
}

/** A link that moves within the app; with a modifier key it opens a tab, as any link does. */
export function Link({ to, class: className, isCurrent, children }: LinkProps) {
  const { navigator } = useStore();
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return;
    }
    event.preventDefault();
    navigator.go(to);
  };
  return (
    <a
      class={className}
      href={pathOf(to)}
      aria-current={isCurrent ? "page" : undefined}
      onClick={follow}
    >
      {children}
    </a>
  );
}
