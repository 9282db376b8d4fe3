const units = [
  { name: "week", seconds: 604_800 },
  { name: "day", seconds: 86_400 },
  { name: "hour", seconds: 3600 },
  { name: "minute", seconds: 60 },
  { name: "second", seconds: 1 },
] as const;

/** How long messages usually last where they expire, in seconds; 0 for ever. */
const usual = [0, 3600, 86_400, 604_800, 2_592_000];

/** A lifetime to choose, in seconds. */
export interface Lifetime {
  readonly value: string;
  readonly label: string;
}

/** What one may choose; what a room has already is among it, whoever set it. */
export function lifetimes(now: number): readonly Lifetime[] {
  const all = [...new Set([...usual, now])].toSorted((a, b) => a - b);
  return all.map((seconds) => ({
    value: String(seconds),
    label: seconds === 0 ? "Forever" : lifetimeWords(seconds),
  }));
}

/** "1 hour", "90 minutes", "30 days": in the largest unit of which it is a whole number. */
export function lifetimeWords(seconds: number): string {
  const { name, seconds: each } = units.find((unit) => seconds % unit.seconds === 0) ?? units[4];
  const count = seconds / each;
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
