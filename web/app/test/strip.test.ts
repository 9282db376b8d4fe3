import type { ChatState, Connection } from "@parley/client";
import { describe, expect, it } from "vitest";
import { stripOf } from "../src/connection/strip.ts";
import { buildRoom } from "./build-room.ts";

const since = Date.parse("2026-11-22T14:02:00");

const nothing = {
  me: undefined,
  roomsKnown: true,
  presences: new Map(),
  users: new Map(),
  scheduleChanges: 0,
  drafts: undefined,
  preferences: undefined,
} as const;

function state(connection: Connection, queued = 0): ChatState {
  const message = { text: "x", at: since, status: { kind: "queued" } } as const;
  const outgoing = Array.from({ length: queued }, (_, index) => ({ ...message, key: `k${index}` }));
  const rooms = new Map([["r1", buildRoom({ outgoing })]]);
  return { ...nothing, connection, rooms };
}

describe("the connection's strip", () => {
  it("is silent while the connection lives, and for three seconds after", () => {
    expect(stripOf(state({ kind: "live" }), true, since).kind).toBe("none");
    const lost = { kind: "waiting", since, until: since + 9000 } as const;
    expect(stripOf(state(lost), true, since + 2999).kind).toBe("none");
  });

  it("counts down to the next try", () => {
    const lost = { kind: "waiting", since, until: since + 9000 } as const;
    expect(stripOf(state(lost), true, since + 5001)).toEqual({
      kind: "reconnecting",
      text: "Reconnecting, next try in 4 s",
      isTrying: false,
    });
  });

  it("says at once that the device is offline, and what waits", () => {
    const strip = stripOf(state({ kind: "offline", since }, 2), false, since);
    expect(strip).toMatchObject({ kind: "offline" });
    expect(strip.kind === "offline" && strip.text).toMatch(
      /You can read and write; 2 messages will go out when you are back\.$/,
    );
  });
});
