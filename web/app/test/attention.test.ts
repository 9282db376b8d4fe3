import type { Room } from "@parley/client";
import { describe, expect, it } from "vitest";
import { byAttention, held, sumsOf } from "../src/sidebar/attention.ts";
import { buildRoom } from "./build-room.ts";

const me = { id: "me", username: "me", displayName: "Me" };
const users = new Map([me, { id: "u1", username: "ada", displayName: "Ada" }].map((u) => [u.id, u]));

function sectionsOf(...rooms: readonly Room[]) {
  return byAttention({ me, users, rooms: new Map(rooms.map((room) => [room.id, room])) });
}

function heard(id: string, at: string, rest: Partial<Room>): Room {
  return buildRoom({ id, name: id, last: { seq: 1, by: "u1", at, text: "" }, ...rest });
}

describe("attention", () => {
  it("puts unread private conversations and mentions first, the newest on top", () => {
    const sections = sectionsOf(
      heard("mention", "2026-11-22T10:00:00Z", { unread: 3, mentions: 1 }),
      heard("direct", "2026-11-22T11:00:00Z", { unread: 1, kind: "direct", users: ["me", "u1"] }),
      heard("room", "2026-11-22T12:00:00Z", { unread: 9 }),
    );
    expect(sections.needsYou).toEqual(["direct", "mention"]);
    expect(sections.catchUp).toEqual(["room"]);
  });

  it("orders quiet rooms by name and leaves muted ones among them", () => {
    const sections = sectionsOf(
      buildRoom({ id: "1", name: "Zebra" }),
      buildRoom({ id: "2", name: "Anchor", unread: 5, notify: "none" }),
      buildRoom({ id: "3", kind: "direct", name: "", users: ["me", "u1"] }),
    );
    expect(sections.rooms).toEqual(["2", "1"]);
    expect(sections.people).toEqual(["3"]);
  });
});

describe("the sums beside the titles", () => {
  it("leave out rows that only keep their place", () => {
    const rooms = [
      heard("read", "2026-11-22T10:00:00Z", { kind: "direct" }),
      heard("calling", "2026-11-22T10:00:00Z", { kind: "direct", unread: 2 }),
      heard("quiet", "2026-11-22T10:00:00Z", {}),
      heard("busy", "2026-11-22T10:00:00Z", { unread: 7 }),
    ];
    const shown = { needsYou: ["read", "calling"], catchUp: ["quiet", "busy"], rooms: [], people: [] };
    expect(sumsOf(shown, new Map(rooms.map((room) => [room.id, room])))).toEqual({ calls: 1, unread: 7 });
  });
});

describe("a list in use", () => {
  const shown = { needsYou: ["a"], catchUp: ["b", "c"], rooms: ["d"], people: [] };

  it("keeps every row in its place", () => {
    const fresh = { needsYou: ["d", "a"], catchUp: ["c"], rooms: ["b"], people: [] };
    expect(held(shown, fresh)).toEqual(shown);
  });

  it("drops rooms that are gone and adds new ones at the end", () => {
    const fresh = { needsYou: ["a"], catchUp: ["e", "c"], rooms: ["d"], people: ["f"] };
    expect(held(shown, fresh)).toEqual({
      needsYou: ["a"],
      catchUp: ["c", "e"],
      rooms: ["d"],
      people: ["f"],
    });
  });
});
