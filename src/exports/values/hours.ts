const CLOCK = /(?:^|[T\s,])(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:[.,]\d+)?(?:\s*([ap])\.?m\b)?/i;

/**
 * The hour of the day in a stamp, `00` … `23`, as written; empty where it has no time of day. `14:05`, `2.05 PM` and
 * `2026-03-04T14:05:09Z` are all `14`.
 */
export function hourIn(stamp: string): string {
  const match = CLOCK.exec(stamp.trim());
  if (match === null) return "";
  const [, hour = "", minute = "", half = ""] = match;
  const written = Number(hour);
  const hours = half === "" || written > 12 ? written : (written % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return hours > 23 || Number(minute) > 59 ? "" : hourText(hours);
}

/** An hour as `hourIn` gives it. */
export function hourText(hour: number): string {
  return String(hour).padStart(2, "0");
}
