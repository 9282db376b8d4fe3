import { describe, expect, it } from "vitest";
import { isMuted } from "../src/composer/mute.ts";
import { untilTime } from "../src/ui/time.ts";

const now = new Date(2026, 10, 22, 14, 0);
const later = new Date(2026, 10, 22, 15, 30).toISOString();

describe("a mute", () => {
  it("holds until its time, and no longer", () => {
    expect(isMuted(later, now.getTime())).toBe(true);
    expect(isMuted(later, Date.parse(later))).toBe(false);
    expect(isMuted(undefined, now.getTime())).toBe(false);
  });

  it("is told by the time today, or with the date", () => {
    expect(untilTime(later, now)).toBe("15:30");
    expect(untilTime(new Date(2026, 10, 24, 9, 5).toISOString(), now)).toBe("24 Nov, 09:05");
  });
});
