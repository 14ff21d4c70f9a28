import { formatDay } from "../../basics/calendar/days.ts";
import type { RowReader } from "./row-reader.ts";
import type { StoredNumbers } from "./stored-numbers.ts";

/** Days from 1970 to 2149 have a place; others are read each time. */
const PLACES = 1 << 16;
/** A day that was not read yet, and one that cannot be read. */
const [UNKNOWN, UNREADABLE] = [-2147483648, -2147483647] as const;

/** The days of rows whose dates are stored as such, each as its text would be read, which is found out once. */
export class StoredDays {
  private readonly stored: StoredNumbers;
  private readonly reader: RowReader;
  private readonly days = new Int32Array(PLACES).fill(UNKNOWN);

  constructor(stored: StoredNumbers, reader: RowReader) {
    this.stored = stored;
    this.reader = reader;
  }

  /** The day of a record; NaN where it is blank, or cannot be read. */
  at(record: number): number {
    const day = this.stored.at(record);
    if (!(day >= 0 && day < PLACES)) return Number.isNaN(day) ? day : (this.read(day) ?? Number.NaN);
    const known = this.days[day] as number;
    if (known > UNREADABLE) return known;
    if (known === UNREADABLE) return Number.NaN;
    const read = this.read(day);
    this.days[day] = read ?? UNREADABLE;
    return read ?? Number.NaN;
  }

  private read(day: number): number | null {
    return this.reader.dayOfText(formatDay(day));
  }
}
