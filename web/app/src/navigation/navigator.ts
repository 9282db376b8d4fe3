import { signal, type ReadonlySignal } from "@preact/signals";
import { pathOf, routeOf, type Route } from "./route.ts";

/** Moves between routes. Every move is an entry of the browser's history. */
export interface Navigator {
  readonly route: ReadonlySignal<Route>;
  /** Where one is already there, no entry is made, but what is pointed at is pointed at anew. */
  go(route: Route): void;
  /** Moves without leaving a way back to where one was. */
  replace(route: Route): void;
  /** Goes back if the entry before is `parent`, as the browser's button does; else moves there. */
  up(parent: Route): void;
}

/** A navigator over the window's history, for as long as the page lives. */
export function createNavigator(): Navigator {
  const route = signal(routeOf(location.pathname));
  window.addEventListener("popstate", () => {
    route.value = routeOf(location.pathname);
  });
  return {
    route,
    go(next) {
      const before = pathOf(route.peek());
      if (pathOf(next) !== before) history.pushState({ before }, "", pathOf(next));
      route.value = next;
    },
    replace(next) {
      history.replaceState(history.state, "", pathOf(next));
      route.value = next;
    },
    up(parent) {
      if (entryBefore() === pathOf(parent)) history.back();
      else this.replace(parent);
    },
  };
}

function entryBefore(): unknown {
  const state: unknown = history.state;
  return typeof state === "object" && state !== null ? Reflect.get(state, "before") : undefined;
}
