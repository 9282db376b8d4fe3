const minuteMs = 60_000;
const mondayOf = 1;

/** A time that is offered to send at. */
export interface OfferedTime {
  readonly label: string;
  readonly at: Date;
}

/** The times that are offered, the nearest first; on Sundays tomorrow is Monday, so that is said once. */
export function offeredTimes(now: Date): readonly OfferedTime[] {
  const tomorrow = { label: "Tomorrow 9:00", at: morning(now, 1) };
  const daysToMonday = (mondayOf - now.getDay() + 7) % 7 || 7;
  return [
    { label: "In 20 minutes", at: new Date(now.getTime() + 20 * minuteMs) },
    tomorrow,
    ...(daysToMonday === 1 ? [] : [{ label: "Monday 9:00", at: morning(now, daysToMonday) }]),
  ];
}

/** Nine o'clock, local time, so many days from now. */
function morning(now: Date, days: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, 9);
}

/** As the browser's field for a local date and time has it: 2026-11-22T09:00. */
export function fieldTime(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * minuteMs);
  return local.toISOString().slice(0, 16);
}
