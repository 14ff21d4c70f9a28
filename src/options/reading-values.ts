import { InvalidArgumentError } from "commander";
import type { DateFormat } from "../basics/calendar/date-format.ts";
import { parseDay } from "../basics/calendar/days.ts";
import { parseSpan, type Span } from "../basics/calendar/span.ts";
import { AMOUNT_SCALE } from "../basics/money/amount.ts";
import { namesIn } from "../basics/text/name-list.ts";
import { BLANKS } from "../csv/detect/delimiter.ts";
import { ENCODINGS, type Encoding } from "../csv/detect/encoding.ts";
import type { JoinOption } from "../exports/join/joined-file.ts";
import { isTimeZone } from "../exports/values/zones.ts";
import type { RejectLimit } from "../orders/reject-limit.ts";
import { COMMON_LOCALES, knownLocale } from "../render/language/locales.ts";
import { WIDEST_TABLE } from "../render/terminal/text-table.ts";

/** A civil day, `2011-05-31`; `today` is the clock's, in the machine's own zone. */
export function parseDayOption(text: string): number | "today" {
  if (text === "today") return "today";
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError("Write a day that exists as yyyy-mm-dd, or today.");
  return day;
}

/** A span back from the as-of date, `12m`. */
export function parseSpanOption(text: string): Span {
  const span = parseSpan(text);
  if (span === null) throw new InvalidArgumentError("Write a number and d, w, m, q or y: 365d, 12m, 4q, 1y.");
  return span;
}

/** The order of a date's numbers, written as a pattern such as `d/m/y` or `mm/dd/yyyy`; or another notation by name. */
export function parseDateFormatOption(text: string): DateFormat {
  const pattern = text.toLowerCase().replace(/%/g, "");
  const named: Readonly<Record<string, DateFormat["notation"]>> = {
    excel: "spreadsheet serial",
    serial: "spreadsheet serial",
    epoch: "epoch seconds",
    "epoch-ms": "epoch milliseconds",
    yyyymmdd: "compact",
  };
  const notation = named[pattern];
  if (notation !== undefined) return { notation, order: null };
  const order = [...pattern.replace(/h.*$/, "")]
    .filter((letter, at, all) => "dmy".includes(letter) && all.indexOf(letter) === at)
    .join("");
  if (order === "dmy" || order === "mdy") return { notation: "calendar", order };
  if (order === "ymd") return { notation: "calendar", order: null };
  throw new InvalidArgumentError("Write d/m/y, m/d/y or y-m-d (any separator), or excel, epoch, epoch-ms, yyyymmdd.");
}

/** How many unreadable rows are allowed: a number of rows, or a percentage of all. */
export function parseRejectLimitOption(text: string): RejectLimit {
  const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(text);
  if (share !== null && Number(share[1]) <= 100) return { share: Number(share[1]) / 100 };
  if (/^\d+$/.test(text)) return { rows: Number(text) };
  throw new InvalidArgumentError("Write a number of rows, or a percentage: 0, 100, 2%.");
}

/** A field delimiter: one character, `tab`, or `blanks` for runs of them. */
export function parseDelimiterOption(text: string): string {
  if (text === "tab" || text === "\\t") return "\t";
  if (text === BLANKS || (text.length === 1 && !/["\r\n]/.test(text))) return text;
  throw new InvalidArgumentError("Write one character, tab, or blanks for runs of them.");
}

/** A supported encoding, with the spellings in use. */
export function parseEncodingOption(text: string): Encoding {
  const aliases: Readonly<Record<string, Encoding>> = {
    utf8: "utf-8",
    utf16: "utf-16le",
    utf16le: "utf-16le",
    utf16be: "utf-16be",
    cp1252: "windows-1252",
    latin1: "iso-8859-1",
    "latin-1": "iso-8859-1",
    latin9: "iso-8859-15",
    ansi: "windows-1252",
    cp1250: "windows-1250",
    cp1251: "windows-1251",
    cp1253: "windows-1253",
    cp1254: "windows-1254",
    cp1257: "windows-1257",
    gbk: "gb18030",
    gb2312: "gb18030",
    sjis: "shift_jis",
    "shift-jis": "shift_jis",
  };
  const wanted = text.toLowerCase();
  const encoding = aliases[wanted] ?? ENCODINGS.find((known) => known === wanted);
  if (encoding === undefined) throw new InvalidArgumentError(`Write one of ${ENCODINGS.join(", ")}.`);
  return encoding;
}

/** The days that the exports cover, `2011-01-01..2011-03-31`. */
export function parseCoversOption(text: string): { readonly from: number; readonly to: number } {
  const [from = "", to = ""] = text.split("..");
  const [first, last] = [parseDay(from.trim()), parseDay(to.trim())];
  if (first === null || last === null || first > last) {
    throw new InvalidArgumentError("Write two days, the earlier first: 2011-01-01..2011-03-31.");
  }
  return { from: first, to: last };
}

/** A number of days, 1 or more. */
export function parseDaysOption(text: string): number {
  const days = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (days < 1) throw new InvalidArgumentError("Write a whole number of days, 1 or more.");
  return days;
}

/** A number of seconds, up to a week. */
export function parseSecondsOption(text: string): number {
  const seconds = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (seconds < 1 || seconds > 604_800)
    throw new InvalidArgumentError("Write a whole number of seconds, from 1 to 604800 (a week).");
  return seconds;
}

/** An amount of money above 0 in currency units, with a point; the result is whole 1/10,000 of a unit. */
export function parseMoneyOption(text: string): number {
  const match = /^(\d{1,9})(?:\.(\d{1,4}))?$/.exec(text.trim());
  const amount = match === null ? 0 : Number(match[1]) * AMOUNT_SCALE + Number((match[2] ?? "").padEnd(4, "0"));
  if (amount <= 0) throw new InvalidArgumentError("Write an amount above 0 with a point: 12.50.");
  return amount;
}

/** The width of tables in characters. */
export function parseWidthOption(text: string): number {
  const width = /^\d+$/.test(text) ? Number(text) : 0;
  if (width < 40 || width > WIDEST_TABLE) {
    throw new InvalidArgumentError(`Write a number of characters from 40 to ${WIDEST_TABLE}.`);
  }
  return width;
}

const MOST_NAMED = 1000;

/** How many customers a report names. */
export function parseTopOption(text: string): number {
  const count = /^\d{1,4}$/.test(text) ? Number(text) : -1;
  if (count < 0 || count > MOST_NAMED) throw new InvalidArgumentError(`Write a number from 0 to ${MOST_NAMED}.`);
  return count;
}

/** A table to be joined, `payments.csv:order_id`, or `customers.csv:id=customer_id`; may be given more than once. */
export function collectJoins(text: string, earlier: readonly JoinOption[] | undefined): readonly JoinOption[] {
  const at = text.lastIndexOf(":");
  const isPath = at < 0 || /[/\\]/.test(text.slice(at)); // the colon of a drive, or of a folder
  const [file, keys] = isPath ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
  const [key, ordersKey, ...more] = (keys ?? "").split("=").map((name) => name.trim());
  const isComplete = keys === null || (key !== "" && ordersKey !== "" && more.length === 0);
  if (file.trim() === "" || !isComplete) {
    throw new InvalidArgumentError("Write FILE, FILE:KEY, or FILE:KEY=COLUMN.");
  }
  return [...(earlier ?? []), { file: file.trim(), key: keys === null ? undefined : key, ordersKey }];
}

/** An IANA time zone, `Europe/Helsinki`. */
export function parseTimeZoneOption(text: string): string {
  if (isTimeZone(text)) return text;
  throw new InvalidArgumentError("Write a zone's name, such as Europe/Helsinki, America/New_York or UTC.");
}

/** A civil day, `2011-05-31`. */
export function parseCalendarDayOption(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError("Write a day that exists as yyyy-mm-dd.");
  return day;
}

/** The roles of the columns of a file without a header, in their order. */
export function parseColumnsOption(text: string): readonly string[] {
  return text.split(",").map((name) => name.trim().toLowerCase());
}

/** Words separated by commas, one with a comma in double quotes; may be given more than once. */
export function collectWords(text: string, earlier: readonly string[] | undefined): readonly string[] {
  return [...(earlier ?? []), ...namesIn(text).filter((word) => word !== "")];
}

/** A locale's tag, `fi-FI`. */
export function parseLocaleOption(text: string): string {
  const locale = knownLocale(text);
  if (locale !== null) return locale;
  throw new InvalidArgumentError(`Unknown locale. Write a tag such as ${COMMON_LOCALES.join(", ")}.`);
}

const MOST_THREADS = 64;

/** A number of threads. */
export function parseThreadsOption(text: string): number {
  const threads = Number(text);
  if (/^\d+$/.test(text) && threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new InvalidArgumentError(`Write a whole number from 1 to ${MOST_THREADS}.`);
}

/** So many characters of a title fit above a report's first screen. */
const LONGEST_TITLE = 120;

/** What a report is called: one line of text. */
export function parseTitleOption(text: string): string {
  const title = text.replace(/\s+/g, " ").trim();
  if (title === "") throw new InvalidArgumentError("Write what the report is to be called, for instance Example Shop.");
  if (title.length <= LONGEST_TITLE) return title;
  throw new InvalidArgumentError(`Write at most ${LONGEST_TITLE} characters; this title has ${title.length}.`);
}
