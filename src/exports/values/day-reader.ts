import { NO_DAY } from "../../basics/calendar/days.ts";
import type { ColumnRoles } from "../detect/columns/columns.ts";
import { ContradictionError } from "../detect/formats/contradictions.ts";
import type { Formats } from "../detect/formats/resolve-formats.ts";
import { dateEvidence, parseDate } from "./dates.ts";
import { hourIn, hourText } from "./hours.ts";
import type { UnreadableCell } from "./unreadable-cell.ts";
import { dayInZone, hourInZone } from "./zones.ts";

/** Which calendar days are meant: those of the shop as written, or those of a zone that times are converted to. */
export interface DateZone {
  /** IANA name of the zone to convert to; `null` keeps the day as written. */
  readonly to: string | null;
  /** The zone of times that name none, where the platform has one. */
  readonly from: string | null;
}

/** The day of one row; NO_DAY where the cell is blank and the order's other rows may know it. */
export interface RowDay {
  readonly day: number;
  readonly reject: UnreadableCell | null;
}

const MOST_REMEMBERED = 100_000;

/** Reads the days of one file's rows, remembering the cells it has seen: stamps repeat on the lines of an order. */
export class DayReader {
  private readonly known = new Map<string, number | null>();
  private readonly fileName: string;
  private readonly formats: Formats;
  private readonly columns: ColumnRoles;
  private readonly zone: DateZone;

  constructor(fileName: string, formats: Formats, columns: ColumnRoles, zone: DateZone) {
    this.fileName = fileName;
    this.formats = formats;
    this.columns = columns;
    this.zone = zone;
  }

  /** @param mayBeBlank the row is set aside already, and its day is not needed */
  read(cells: readonly string[], line: number, mayBeBlank: boolean): RowDay {
    const text = cells[this.columns.date] ?? "";
    if (text.trim() === "" && (mayBeBlank || this.columns.order.length > 0)) return { day: NO_DAY, reject: null };
    const day = this.zone.to === null ? this.dayAsWritten(text) : this.convertedDay(cells, text);
    if (day !== null) return { day, reject: null };
    if (mayBeBlank) return { day: NO_DAY, reject: null };
    this.refuseContradiction(text, line);
    return { day: NO_DAY, reject: { column: this.columns.date, reason: "unreadable date" } };
  }

  /** The day of a cell, whatever zone is asked for; `null` where it cannot be read. */
  dayAsWritten(text: string): number | null {
    return this.remembered(text, () => parseDate(text, this.formats.date));
  }

  /** The hour of the day of a row, on the clock of the zone that is asked for, or as written; empty where it has no time. */
  hour(cells: readonly string[]): string {
    const text = cells[this.columns.date] ?? "";
    const { time, stamp } = this.stampOf(cells, text);
    const day = this.zone.to === null ? null : this.dayAsWritten(text);
    const converted = day === null ? null : hourInZone(day, stamp);
    return converted === null ? hourIn(time === "" ? text : time) : hourText(converted);
  }

  private convertedDay(cells: readonly string[], text: string): number | null {
    const { key, stamp } = this.stampOf(cells, text);
    return this.remembered(key, () => {
      const day = parseDate(text, this.formats.date);
      return day === null ? null : dayInZone(day, stamp);
    });
  }

  /** The date with the time and zone that stand in columns of their own. */
  private stampOf(
    cells: readonly string[],
    text: string,
  ): { readonly key: string; readonly time: string; readonly stamp: Parameters<typeof dayInZone>[1] } {
    const cell = (column: number | null): string => (column === null ? "" : (cells[column] ?? "").trim());
    const [time, zone] = [cell(this.columns.time), cell(this.columns.zone)];
    return {
      key: `${text}\u0000${time}\u0000${zone}`,
      time,
      stamp: {
        stamp: time === "" ? text : `${text} ${time}`,
        from: zone === "" ? this.zone.from : zone,
        to: this.zone.to ?? "UTC",
      },
    };
  }

  private remembered(key: string, read: () => number | null): number | null {
    const found = this.known.get(key);
    if (found !== undefined) return found;
    if (this.known.size >= MOST_REMEMBERED) this.known.clear();
    const day = read();
    this.known.set(key, day);
    return day;
  }

  /** Stops the run at a date that can only be read against the order that another row settled. */
  private refuseContradiction(value: string, line: number): void {
    const { date, dateShownBy } = this.formats;
    const evidence = dateEvidence(value);
    if (evidence === null || dateShownBy === null || evidence.order === date.order) return;
    if (evidence.order !== "dmy" && evidence.order !== "mdy") return;
    const here = { value, line };
    const [dayFirst, monthFirst] = evidence.order === "dmy" ? [here, dateShownBy] : [dateShownBy, here];
    throw ContradictionError.dates(this.fileName, dayFirst, monthFirst);
  }
}
