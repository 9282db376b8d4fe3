import { describe, expect, it } from "vitest";
import { endOfWait } from "../src/composer/slow-mode.ts";
import { buildRoom } from "./build-room.ts";

const at = "2026-11-22T13:47:00Z";
const message = { kind: "message", seq: 4, number: 4, at, text: "x", key: "k", asOf: 4 } as const;
const room = (by: string, slowModeSeconds: number) =>
  buildRoom({
    slowModeSeconds,
    timeline: { items: [{ ...message, by }], loaded: true, more: false, loading: "none" },
  });

describe("slow mode", () => {
  it("counts from my own last message", () => {
    expect(endOfWait(room("ada", 60), "ada")).toBe(Date.parse(at) + 60_000);
    expect(endOfWait(room("bob", 60), "ada")).toBe(0);
  });

  it("is nothing where a room has none", () => {
    expect(endOfWait(room("ada", 0), "ada")).toBe(0);
  });
});
