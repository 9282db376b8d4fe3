import type { Signal } from "../generated/protocol.ts";
import { draftOf, reduceDrafts } from "./drafts.ts";
import { reducePreferences } from "./preferences.ts";
import { reducePresence } from "./presence.ts";
import { reduceReading } from "./reading.ts";
import { receipted } from "./receipts.ts";
import { admit, drop } from "./rooms.ts";
import { reduceSchedule } from "./schedule.ts";
import type { ChatState, Instant, Room } from "./state.ts";
import { typed } from "./typing.ts";
import { withRoom } from "./with.ts";

/** A passing signal and when it came. */
export interface SignalEvent {
  readonly signal: Signal;
  readonly now: Instant;
}

/** Applies a passing signal. */
export function reduceSignal(state: ChatState, { signal, now }: SignalEvent): ChatState {
  const room = signal.room ?? "";
  switch (signal.type) {
    case "typing":
      return typed(state, room, signal.data, now);
    case "receipt":
      return withRoom(state, room, (known) => receipted(known, signal.data));
    case "room.added":
      return admit(state, signal.data, "goes on");
    case "room.removed":
      return drop(state, room);
    case "room.synced":
      return withRoom(state, room, (known) => caughtUp(known, signal.data.seq));
    case "room.unread":
      return reduceReading(state, { type: "read.counted", room, ...signal.data });
    case "presence":
      return reducePresence(state, { type: "presence.changed", presence: signal.data });
    case "scheduled.changed":
      return reduceSchedule(state, { type: "schedule.changed" });
    case "draft.changed":
      return reduceDrafts(state, { type: "draft.changed", draft: draftOf(room, signal.data) });
    case "preferences.changed":
      return reducePreferences(state, { type: "preferences.known", ...signal.data });
    case "room.reported":
      return withRoom(state, room, (known) => ({ ...known, openReports: signal.data.open }));
    case "server.draining":
      return state;
    default:
      // A signal of a newer server.
      signal satisfies never;
      return state;
  }
}

function caughtUp(room: Room, seq: number): Room {
  return room.synced || room.lastSeq < seq ? room : { ...room, synced: true };
}
