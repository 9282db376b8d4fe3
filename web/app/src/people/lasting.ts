/** How long something chosen lasts. */
export type Lasting = "always" | "half an hour" | "an hour" | "today";

const minuteMs = 60_000;

/** The moment at which it ends, as RFC 3339; undefined for never. Today ends at midnight here. */
export function lastsUntil(lasting: Lasting, now: Date): string | undefined {
  switch (lasting) {
    case "always":
      return undefined;
    case "half an hour":
      return new Date(now.getTime() + 30 * minuteMs).toISOString();
    case "an hour":
      return new Date(now.getTime() + 60 * minuteMs).toISOString();
    case "today":
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).toISOString();
  }
}
