import type { QuietHours } from "@parley/client";

/** The words of a list that is written with commas, without repeats. */
export function wordsIn(list: string): readonly string[] {
  const words = list.split(",").map((word) => word.trim().replace(/\s+/g, " "));
  return [...new Set(words.filter((word) => word !== ""))];
}

/** What quiet hours are offered first: the night, by the clock of this device. */
export function firstHours(zone = Intl.DateTimeFormat().resolvedOptions().timeZone): QuietHours {
  return { from: "22:00", to: "07:00", zone };
}

/** The days of a week, 1 for Monday, by their short names. */
export const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"] as const;

/** The hours with a day more or less; every day is none in particular, and the last one stays. */
export function withDay(hours: QuietHours, day: number, isIn: boolean): QuietHours {
  const { days = weekdays.map((_, index) => index + 1), ...rest } = hours;
  const chosen = isIn ? [...days, day].toSorted((one, other) => one - other) : days.filter((one) => one !== day);
  if (chosen.length === 0) return hours;
  return chosen.length === weekdays.length ? rest : { ...rest, days: chosen };
}
