import { tzOffset } from "@date-fns/tz/tzOffset";

const MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;

/** Offsets of the abbreviations that payment exports write, in minutes east of Greenwich. */
const ABBREVIATIONS: Readonly<Record<string, number>> = {
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  WEST: 60,
  BST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  AKST: -540,
  AKDT: -480,
  HST: -600,
  AEST: 600,
  AEDT: 660,
  JST: 540,
  IST: 330,
  NZST: 720,
  NZDT: 780,
};

const STAMP =
  /(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[.,]\d+)?\s*([ap])?\.?\s?m?\.?\s*(Z|[A-Z]{3,4}|[+-]\d{2}:?\d{2})?$/i;

/** Whether a name is a zone that this Node knows. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/**
 * The civil day in the zone `to` of a stamp that is written as civil day `day` with a time of day and an offset, or in
 * the zone `from`. Where neither is known, or there is no time, the day as written is the shop's own and stays.
 */
export function dayInZone(
  day: number,
  { stamp, from, to }: { readonly stamp: string; readonly from: string | null; readonly to: string },
): number {
  const minutes = minutesInZone(day, { stamp, from, to });
  return minutes === null ? day : Math.floor(minutes / MINUTES_PER_DAY);
}

/** The hour of the day in the zone `to` of such a stamp, 0 … 23; `null` where there is no time, or its zone is not known. */
export function hourInZone(day: number, stamp: Parameters<typeof dayInZone>[1]): number | null {
  const minutes = minutesInZone(day, stamp);
  return minutes === null ? null : Math.floor((minutes - Math.floor(minutes / MINUTES_PER_DAY) * MINUTES_PER_DAY) / 60);
}

/** Minutes since 1970-01-01 00:00 on the zone's own clock; `null` where there is no time, or its zone is not known. */
function minutesInZone(
  day: number,
  { stamp, from, to }: { readonly stamp: string; readonly from: string | null; readonly to: string },
): number | null {
  const match = STAMP.exec(stamp.trim());
  if (match === null) return null;
  const written = day * MINUTES_PER_DAY + minutesOfDay(match);
  const offset = offsetMinutes(match[5] ?? "", from, written);
  if (offset === null) return null;
  const instant = written - offset;
  return instant + tzOffset(to, new Date(instant * MINUTE));
}

function minutesOfDay([, hour = "0", minute = "0", , half = ""]: RegExpExecArray): number {
  const written = Number(hour);
  const hours = half === "" || written > 12 ? written : (written % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  return hours * 60 + Number(minute);
}

function offsetMinutes(suffix: string, from: string | null, written: number): number | null {
  const numeric = /^([+-])(\d{2}):?(\d{2})$/.exec(suffix);
  if (numeric !== null) return (numeric[1] === "-" ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3]));
  const zone = suffix === "" ? from : suffix;
  if (zone === null) return null;
  const known = ABBREVIATIONS[zone.toUpperCase()];
  if (known !== undefined) return known;
  if (!isTimeZone(zone)) return null;
  const guess = tzOffset(zone, new Date(written * MINUTE)); // the offset at an instant within a day of the right one
  return tzOffset(zone, new Date((written - guess) * MINUTE));
}
