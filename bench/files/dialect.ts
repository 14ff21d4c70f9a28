/** How dates and times are written; the day is the same on any calendar, whatever the zone. */
export type MomentStyle =
  | "iso"
  | "iso with offset"
  | "iso with T and Z"
  | "day.month.year"
  | "day.month.year hour.minute"
  | "month/day/year am/pm"
  | "month's name, am/pm"
  | "epoch milliseconds";

/** How money is written: `31.35`, `31.350000`, or `$1,234.50` in quotes. */
export type MoneyStyle = "two decimals" | "six decimals" | "dollars";

/** How the cells of a generated file are put into bytes. */
export interface Dialect {
  readonly delimiter: "," | ";" | "\t" | "|";
  readonly decimal: "." | ",";
  readonly lineEnd: "\n" | "\r\n";
  readonly moment: MomentStyle;
  /** Default: two decimals. */
  readonly money?: MoneyStyle;
  /** The part of cells that stand in quotes without need, 0 … 1. */
  readonly quoted: number;
  /** Default: ASCII, which is UTF-8. */
  readonly encoding?: "windows-1252";
}

/** The form of each style for programs that parse by a pattern of strptime. */
export const STRPTIME: Readonly<Record<MomentStyle, string>> = {
  iso: "%Y-%m-%d %H:%M:%S",
  "iso with offset": "%Y-%m-%d %H:%M:%S %z",
  "iso with T and Z": "%Y-%m-%dT%H:%M:%SZ",
  "day.month.year": "%d.%m.%Y",
  "day.month.year hour.minute": "%d.%m.%Y %H.%M",
  "month/day/year am/pm": "%m/%d/%Y %I:%M %p",
  "month's name, am/pm": "%b %d, %Y %I:%M:%S %p",
  "epoch milliseconds": "",
};

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const TWO_DIGITS = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));

/** Writes a day of a range that begins on `firstDay`, and a second of it, 0 … 86,399. */
export type WriteMoment = (day: number, second: number) => string;

/** The writer of a style, for the days from `first` (a Date at midnight UTC) on; the texts of days are made once. */
export function momentWriter(style: MomentStyle, first: Date, days: number): WriteMoment {
  if (style === "epoch milliseconds") return (day, second) => String(first.getTime() + (day * 86_400 + second) * 1000);
  const texts = Array.from({ length: days }, (_, day) => dayText(style, new Date(first.getTime() + day * 86_400_000)));
  const clock = CLOCKS[style];
  return (day, second) => `${texts[day]}${clock(second)}`;
}

function dayText(style: MomentStyle, date: Date): string {
  const [year = "", month = "", day = ""] = date.toISOString().slice(0, 10).split("-");
  if (style.startsWith("day.month.year")) return `${day}.${month}.${year}`;
  if (style === "month's name, am/pm") return `${MONTHS[Number(month) - 1]} ${Number(day)}, ${year}`;
  if (style === "month/day/year am/pm") return `${month}/${day}/${year}`;
  return `${year}-${month}-${day}`;
}

const CLOCKS: Readonly<Record<MomentStyle, (second: number) => string>> = {
  iso: (second) => ` ${hourText(second)}:${minuteText(second)}:${TWO_DIGITS[second % 60]}`,
  "iso with offset": (second) => ` ${hourText(second)}:${minuteText(second)}:${TWO_DIGITS[second % 60]} +0200`,
  "iso with T and Z": (second) => `T${hourText(second)}:${minuteText(second)}:${TWO_DIGITS[second % 60]}Z`,
  "day.month.year": () => "",
  "day.month.year hour.minute": (second) => ` ${hourText(second)}.${minuteText(second)}`,
  "month/day/year am/pm": (second) => ` ${TWO_DIGITS[halfHour(second)]}:${minuteText(second)} ${half(second)}`,
  "month's name, am/pm": (second) =>
    ` ${halfHour(second)}:${minuteText(second)}:${TWO_DIGITS[second % 60]} ${half(second)}`,
  "epoch milliseconds": () => "",
};

/** The hour from 1 to 12, and which half of the day it is in. */
function halfHour(second: number): number {
  const hour = Math.floor(second / 3600) % 12;
  return hour === 0 ? 12 : hour;
}

function half(second: number): string {
  return second < 43_200 ? "AM" : "PM";
}

function hourText(second: number): string | undefined {
  return TWO_DIGITS[Math.floor(second / 3600)];
}

function minuteText(second: number): string | undefined {
  return TWO_DIGITS[Math.floor(second / 60) % 60];
}
