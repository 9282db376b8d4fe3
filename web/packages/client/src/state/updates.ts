import type { DurableEvent } from "../generated/protocol.ts";
import type { Room } from "./state.ts";
import { noticed } from "./timeline.ts";

/** The facts about what a room is. */
export type UpdateFact = Extract<DurableEvent, { type: "room.updated" }>;

/** Applies an update to its room. An empty alias or topic is none, and so is a time of 0 seconds. */
export function reduceUpdate(room: Room, fact: UpdateFact): Room {
  const { alias, topic, slowModeSeconds = 0, expireSeconds = 0, ...rest } = { ...room, ...fact.data };
  const updated: Room = {
    ...rest,
    ...(slowModeSeconds === 0 ? {} : { slowModeSeconds }),
    ...(expireSeconds === 0 ? {} : { expireSeconds }),
    ...(alias === undefined || alias === "" ? {} : { alias }),
    ...(topic === undefined || topic === "" ? {} : { topic }),
  };
  return noticed(updated, fact, { type: "updated", changes: fact.data });
}
