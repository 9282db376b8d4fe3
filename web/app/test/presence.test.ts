import { describe, expect, it } from "vitest";
import { lastsUntil } from "../src/people/lasting.ts";
import { presenceLine, statusOf } from "../src/people/presence.ts";

const now = new Date("2026-11-22T13:47:00");

describe("how somebody is, in one line", () => {
  it("is their own words first", () => {
    expect(statusOf({ user: "u", state: "away", emoji: "🍜", text: "Lunch" })).toBe("🍜 Lunch");
    expect(presenceLine({ user: "u", state: "offline", text: "Holiday", lastSeen: now.toISOString() }, now)).toBe(
      "Holiday",
    );
  });

  it("is else when they were last there, or their state", () => {
    const seen = (at: string) => presenceLine({ user: "u", state: "offline", lastSeen: at }, now);
    expect(seen("2026-11-22T12:05:00")).toBe("last seen at 12:05");
    expect(seen("2026-11-21T12:05:00")).toBe("last seen yesterday");
    expect(seen("2026-11-03T12:05:00")).toBe("last seen on 3 Nov");
    expect(presenceLine({ user: "u", state: "dnd" }, now)).toBe("do not disturb");
  });
});

describe("what is chosen for a while", () => {
  it("ends after it, and today's at midnight", () => {
    const distance = (end: string | undefined) => Date.parse(end ?? "") - now.getTime();
    expect(lastsUntil("always", now)).toBeUndefined();
    expect(distance(lastsUntil("half an hour", now))).toBe(30 * 60_000);
    expect(distance(lastsUntil("an hour", now))).toBe(60 * 60_000);
    expect(new Date(lastsUntil("today", now) ?? "")).toEqual(new Date(2026, 10, 23));
  });
});
