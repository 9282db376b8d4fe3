/** What the address bar names. */
export type Route =
  | { readonly name: "home" }
  | { readonly name: "room"; readonly room: string; readonly details: boolean };

const roomPath = /^\/rooms\/([\w-]{1,40})(\/details)?\/?$/;

/** The route of a path; an unknown path is home. */
export function routeOf(path: string): Route {
  const match = roomPath.exec(path);
  if (match?.[1] === undefined) return { name: "home" };
  return { name: "room", room: match[1], details: match[2] !== undefined };
}

export function pathOf(route: Route): string {
  if (route.name === "home") return "/";
  return `/rooms/${route.room}${route.details ? "/details" : ""}`;
}
