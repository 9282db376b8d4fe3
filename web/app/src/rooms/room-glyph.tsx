import type { NotifyLevel, RoomKind } from "@parley/client";
import { Icon } from "../ui/icon.tsx";

/** A pennant for a public room, a lock for a private one, a silent bell for one that is muted. */
export function RoomGlyph({ room }: { room: { kind: RoomKind; notify: NotifyLevel } }) {
  if (room.notify === "none") return <Icon name="quiet" />;
  return <Icon name={room.kind === "private" ? "lock" : "pennant"} />;
}
