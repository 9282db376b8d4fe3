/** The language of the interface. Its times are 24-hour, so that they always fit the gutter beside a message. */
const locale = "en-GB";
const clockFormat = new Intl.DateTimeFormat(locale, {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});
const dayFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: "long" });
const shortDayFormat = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
const exactFormat = new Intl.DateTimeFormat(locale, {
  dateStyle: "full",
  timeStyle: "short",
  hourCycle: "h23",
});

const dayMs = 86_400_000;

/** The time of day: 09:05, 13:47. */
export function clockTime(at: Date | string): string {
  return clockFormat.format(new Date(at));
}

/** Date and time in full, for a tooltip. */
export function exactTime(at: string): string {
  return exactFormat.format(new Date(at));
}

/** A number that is the same for two moments exactly when they share a calendar day here. */
export function dayNumber(at: Date | string): number {
  const date = new Date(at);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / dayMs);
}

/** The label of a day rule: "Today, 22 November". */
export function dayLabel(at: string, now: Date): string {
  const date = new Date(at);
  const year = date.getFullYear() === now.getFullYear() ? "" : ` ${date.getFullYear()}`;
  return `${nearDay(date, now)}, ${dayFormat.format(date)}${year}`;
}

/** A moment in a list: the time today, "Yesterday", or the date. */
export function listTime(at: string, now: Date): string {
  const distance = dayNumber(now) - dayNumber(at);
  if (distance === 0) return clockTime(at);
  return distance === 1 ? "Yesterday" : shortDayFormat.format(new Date(at));
}

/** When something ends: the time today, or the date with it. */
export function untilTime(at: string, now: Date): string {
  const when = listTime(at, now);
  return when === clockTime(at) ? when : `${when}, ${clockTime(at)}`;
}

function nearDay(date: Date, now: Date): string {
  const distance = dayNumber(now) - dayNumber(date);
  if (distance === 0) return "Today";
  return distance === 1 ? "Yesterday" : weekdayFormat.format(date);
}
