import type { DateFormat } from "../../basics/calendar/date-format.ts";
import type { DecimalMark } from "../../basics/money/decimal-mark.ts";
import { parseDate } from "./dates.ts";
import { type Decimal, parseDecimal, unwrapCell } from "./decimals.ts";

const NUMBER = /^-?\d[\d.,]*$/;
const DIGITS = /^\d+$/;
const CLOCK = /(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*([ap])?\.?m?\.?\s*(\S*)$/i;
const MOST_REMEMBERED = 100_000;

/**
 * Cells in the one form in which files of different kinds are compared: a workbook stores the number 2.5 and a moment where the
 * same row of a CSV file has `2,50` and `1/12/2010 8:26`. Numbers lose the zeros at their ends and dates their notation;
 * other texts stay.
 */
export class ComparedTexts {
  private readonly date: DateFormat;
  private readonly decimal: DecimalMark;
  private readonly dateColumn: number;
  private readonly known = new Map<string, string>();

  /** @param dateColumn the column in which digits are a date */
  constructor({ date, decimal }: { date: DateFormat; decimal: DecimalMark }, dateColumn: number) {
    this.date = date;
    this.decimal = decimal;
    this.dateColumn = dateColumn;
  }

  text(cell: string, column: number): string {
    const isDate = column === this.dateColumn;
    const key = isDate ? `\u0000${cell}` : cell;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    const text = this.made(unwrapCell(cell), isDate);
    this.known.set(key, text);
    return text;
  }

  private made(text: string, isDate: boolean): string {
    const number = !isDate && NUMBER.test(text) ? parseDecimal(text, this.decimal) : null;
    if (number !== null) return numberForm(number);
    const day = isDate || !DIGITS.test(text) ? parseDate(text, this.date) : null;
    return day === null ? text : `${day} ${clockForm(text)}`;
  }
}

function numberForm({ mantissa, scale }: Decimal): string {
  const sign = mantissa < 0n ? "-" : "";
  const digits = String(mantissa < 0n ? -mantissa : mantissa).padStart(scale + 1, "0");
  const point = digits.length - scale;
  const fraction = digits.slice(point).replace(/0+$/, "");
  return `${sign}${digits.slice(0, point)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** The time of day, empty for midnight, and what says in which zone it is. */
function clockForm(text: string): string {
  const [, hour = "0", minute = "00", second = "00", half = "", zone = ""] = CLOCK.exec(text) ?? [];
  const hours = half === "" ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  const clock = `${hours}:${minute}:${second}`;
  return `${clock === "0:00:00" ? "" : clock}${/^(?:Z|UTC|GMT|[+-]00:?00)$/i.test(zone) ? "Z" : zone}`;
}
