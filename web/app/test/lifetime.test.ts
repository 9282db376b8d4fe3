import { describe, expect, it } from "vitest";
import { lifetimes, lifetimeWords } from "../src/rooms/lifetime.ts";

describe("how long messages last", () => {
  it("is said in the largest unit of which it is a whole number", () => {
    const words = [5, 60, 5400, 3600, 86_400, 604_800, 2_592_000, 31_536_000].map(lifetimeWords);
    expect(words).toEqual([
      "5 seconds",
      "1 minute",
      "90 minutes",
      "1 hour",
      "1 day",
      "1 week",
      "30 days",
      "365 days",
    ]);
  });

  it("is chosen from a few, and from what the room has already", () => {
    expect(lifetimes(0).map(({ label }) => label)).toEqual(["Forever", "1 hour", "1 day", "1 week", "30 days"]);
    expect(lifetimes(7200).map(({ label }) => label)).toEqual([
      "Forever",
      "1 hour",
      "2 hours",
      "1 day",
      "1 week",
      "30 days",
    ]);
  });
});
