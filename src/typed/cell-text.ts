/** The decimal digits that a number of 64 bits holds whatever its value. */
const SAFE_DIGITS = 15;

/**
 * A number as text: the fewest digits that tell it from its neighbours; of a fraction no more than 15, so that 0.1 + 0.2,
 * which is stored as 0.30000000000000004, reads 0.3 as in a spreadsheet.
 */
export function numberText(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(SAFE_DIGITS)));
}

const DAY = 86_400_000;
const SECOND = 1000;

/**
 * A date as text: `2011-03-01`, or `2011-03-01 08:26:00` where it has a time of day; an instant always has one, and ends in
 * `Z`. Fractions of a second are rounded.
 *
 * @param milliseconds since 1970-01-01 00:00, on the calendar of whoever wrote it, or of Greenwich for an instant
 */
export function dateText(milliseconds: number, { isInstant }: { readonly isInstant: boolean }): string {
  const seconds = Math.round(milliseconds / SECOND) * SECOND;
  const date = new Date(seconds);
  if (Number.isNaN(date.getTime())) return String(milliseconds);
  const stamp = date.toISOString().replace("T", " ").slice(0, -".000Z".length);
  if (isInstant) return `${stamp}Z`;
  return seconds % DAY === 0 ? stamp.slice(0, -" 00:00:00".length) : stamp;
}
