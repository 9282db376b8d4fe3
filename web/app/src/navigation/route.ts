/** What the address bar names. */
export type Route = { readonly name: "home" } | RoomRoute | InviteRoute;

/** An invite that is to be accepted. */
export interface InviteRoute {
  readonly name: "invite";
  readonly code: string;
}

/** A room, and what of it is shown beside its newest messages. */
export interface RoomRoute {
  readonly name: "room";
  /** The room's id or alias. */
  readonly room: string;
  readonly details: boolean;
  /** The seq of the message that is pointed at. */
  readonly message?: number;
  /** The seq of the message whose thread is open. */
  readonly thread?: number;
}

const roomPath = /^\/rooms\/([\w-]{1,40})(?:\/(details)|\/(\d{1,15})|\/(\d{1,15})\/thread(?:\/(\d{1,15}))?)?\/?$/;

const invitePath = /^\/invites\/([\w-]{1,64})\/?$/;

/** The route of a path; an unknown path is home. */
export function routeOf(path: string): Route {
  const [, code] = invitePath.exec(path) ?? [];
  if (code !== undefined) return { name: "invite", code };
  const [, room, details, message, thread, reply] = roomPath.exec(path) ?? [];
  if (room === undefined) return { name: "home" };
  const pointed = message ?? reply;
  return {
    name: "room",
    room,
    details: details !== undefined,
    ...(pointed === undefined ? {} : { message: Number(pointed) }),
    ...(thread === undefined ? {} : { thread: Number(thread) }),
  };
}

export function pathOf(route: Route): string {
  if (route.name === "home") return "/";
  if (route.name === "invite") return `/invites/${route.code}`;
  const { room, details, message, thread } = route;
  if (thread !== undefined) return `/rooms/${room}/${thread}/thread${message === undefined ? "" : `/${message}`}`;
  if (message !== undefined) return `/rooms/${room}/${message}`;
  return `/rooms/${room}${details ? "/details" : ""}`;
}

/** The address of a message, for others to open. */
export function linkTo(room: string, message: number): string {
  return location.origin + pathOf({ name: "room", room, details: false, message });
}
