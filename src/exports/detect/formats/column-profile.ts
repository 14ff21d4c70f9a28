import type { DateNotation } from "../../../basics/calendar/date-format.ts";
import type { DecimalMark } from "../../../basics/money/decimal-mark.ts";
import { eachRecord } from "../../../csv/each-record.ts";
import type { ScannedRecord } from "../../../csv/scanner/scan-records.ts";
import { eachTypedRecord } from "../../../csv/typed-records.ts";
import type { ByteSource } from "../../../files/byte-source.ts";
import { tableOf } from "../../../typed/typed-table.ts";
import { type DateEvidence, dateEvidence } from "../../values/dates.ts";
import { isBlankAmount, markEvidence } from "../../values/decimals.ts";
import { NO_COLUMN, numericColumns } from "../columns/columns.ts";
import type { Layout } from "../layout.ts";

/** A value that shows something, and the line of the row it stands in. */
export interface Example {
  readonly value: string;
  readonly line: number;
}

/** What the rows of one file say about how its dates and numbers are written. */
export interface ColumnProfile {
  readonly rows: number;
  /** How often each notation was met. */
  readonly notations: ReadonlyMap<DateNotation, number>;
  /** The first date that can only be read day first, only month first, and the first that can be read both ways. */
  readonly dayFirst: Example | null;
  readonly monthFirst: Example | null;
  readonly openDate: Example | null;
  /** The first number that shows each decimal mark, and the first that can be read both ways. */
  readonly point: Example | null;
  readonly comma: Example | null;
  readonly openNumber: Example | null;
  /** Cells that are dates, or numbers, by their type. */
  readonly typedDates: number;
  readonly typedNumbers: number;
  /** The first number by its type that is not whole. */
  readonly fraction: Example | null;
  /** What the first rows hold in the columns of the status and of the currency. */
  readonly statuses: ReadonlySet<string>;
  readonly currencies: ReadonlySet<string>;
}

export interface ProfileQuestions {
  readonly dates: boolean;
  readonly numbers: boolean;
  /** In how many rows statuses and currencies are looked for, if more than those that settle a notation. */
  readonly wordsIn?: number;
}

/** Enough rows to tell a column's date notation from a stray value. */
const ROWS_FOR_NOTATION = 1000;

/**
 * Reads a file's rows until they have settled how its dates and numbers are written, or to its end.
 *
 * Stopping early is safe: the row that settles a question settles it for the file, and the reading proper stops at a row
 * that contradicts it.
 */
export async function profileColumns(
  source: ByteSource,
  layout: Layout,
  questions: ProfileQuestions,
): Promise<ColumnProfile> {
  const numberColumns = numericColumns(layout.columns);
  const { date, status, currency } = layout.columns;
  const isThere = (column: number | null): column is number => column !== null && column !== NO_COLUMN;
  const columns = [...new Set([date, status, currency, ...numberColumns])].filter(isThere);
  const table = tableOf(source);
  const areTyped = table !== null && numberColumns.filter(isThere).every((column) => table.hasOneType(column));
  const begin = (): RunningProfile => new RunningProfile(layout, questions, { numberColumns, areTyped });
  if (table !== null && areTyped && (!isThere(date) || table.hasOneType(date))) {
    const first = await eachTypedRecord(table, columns, begin(), layout.recordsBeforeRows + ROWS_FOR_NOTATION);
    const { typedDates, typedNumbers } = first.result(); // blank cells say nothing of the others
    if ((typedDates > 0 || !questions.dates) && (typedNumbers > 0 || !questions.numbers)) return first.result();
  }
  const profile = await eachRecord(source, { dialect: layout.dialect, columns }, begin);
  return profile.result();
}

class RunningProfile {
  private readonly found: { -readonly [key in keyof ColumnProfile]: ColumnProfile[key] } = {
    rows: 0,
    notations: new Map(),
    dayFirst: null,
    monthFirst: null,
    openDate: null,
    point: null,
    comma: null,
    openNumber: null,
    typedDates: 0,
    typedNumbers: 0,
    fraction: null,
    statuses: new Set(),
    currencies: new Set(),
  };
  private readonly layout: Layout;
  private readonly questions: ProfileQuestions;
  private readonly numberColumns: readonly number[];
  /** Whether all cells of these columns are numbers by their type, or blank. */
  private readonly areTyped: boolean;
  private readonly notations = new Map<DateNotation, number>();
  private readonly statuses = new Set<string>();
  private readonly currencies = new Set<string>();
  /** The date of the row before. */
  private before: { readonly value: string; readonly evidence: DateEvidence | null } = { value: "", evidence: null };
  private toSkip: number;
  private sameDates = 0;

  constructor(
    layout: Layout,
    questions: ProfileQuestions,
    { numberColumns, areTyped }: { readonly numberColumns: readonly number[]; readonly areTyped: boolean },
  ) {
    this.layout = layout;
    this.questions = questions;
    this.numberColumns = numberColumns;
    this.areTyped = areTyped;
    this.toSkip = layout.recordsBeforeRows;
  }

  result(): ColumnProfile {
    const { notations, statuses, currencies } = this;
    return { ...this.found, notations, statuses, currencies };
  }

  /** Takes the next record; false where nothing is left to find out. */
  take({ fields, line, text, type }: ScannedRecord): boolean {
    const { found, layout, questions } = this;
    if (this.toSkip > 0) {
      this.toSkip -= 1;
      return true;
    }
    found.rows += 1;
    if (fields < layout.header.length) return true;
    if (type?.(layout.columns.date) === "date") found.typedDates += 1;
    const isEnough = found.rows >= ROWS_FOR_NOTATION;
    const isEnoughWords = isEnough && found.rows >= (questions.wordsIn ?? 0);
    if (!isEnoughWords) this.noteWords(text);
    if (questions.dates && !(isEnough && this.areDatesSettled)) this.noteDate(text(layout.columns.date), line);
    if (questions.numbers && !(isEnough && this.areNumbersSettled)) {
      for (const column of this.numberColumns) {
        if (type?.(column) === "number") {
          found.typedNumbers += 1;
          if (found.fraction === null && FRACTION.test(text(column))) found.fraction = { value: text(column), line };
        } else noteNumber(text(column), line, found);
      }
    }
    const isSettled = (!questions.dates || this.areDatesSettled) && (!questions.numbers || this.areNumbersSettled);
    return !(isSettled && isEnoughWords);
  }

  private get areDatesSettled(): boolean {
    const { dayFirst, monthFirst, openDate } = this.found;
    return dayFirst !== null || monthFirst !== null || (openDate === null && this.sameDates === 0);
  }

  private get areNumbersSettled(): boolean {
    const { point, comma, typedNumbers } = this.found;
    return point !== null || comma !== null || (this.areTyped && typedNumbers > 0);
  }

  private noteWords(text: ScannedRecord["text"]): void {
    const { status, currency } = this.layout.columns;
    if (status !== null) this.statuses.add(text(status));
    if (currency !== null) this.currencies.add(text(currency));
  }

  private noteDate(value: string, line: number): void {
    const { found, notations } = this;
    const evidence = value === this.before.value ? this.before.evidence : dateEvidence(value);
    this.before = { value, evidence };
    if (evidence === null) return;
    notations.set(evidence.notation, (notations.get(evidence.notation) ?? 0) + 1);
    if (evidence.order === "dmy") found.dayFirst ??= { value, line };
    else if (evidence.order === "mdy") found.monthFirst ??= { value, line };
    else if (evidence.order === "open") found.openDate ??= { value, line };
    else if (evidence.order === "same") this.sameDates += 1;
  }
}

const DIGITS = /^\d+$/;
const FRACTION = /[.,]\d*[1-9]/;

function noteNumber(
  value: string,
  line: number,
  found: { point: Example | null; comma: Example | null; openNumber: Example | null },
): void {
  if (DIGITS.test(value) || isBlankAmount(value)) return; // digits alone show nothing
  const evidence = markEvidence(value);
  if (evidence === ".") found.point ??= { value, line };
  else if (evidence === ",") found.comma ??= { value, line };
  else if (evidence === "open") found.openNumber ??= { value, line };
}

/** Whether a value can only be read against the resolved decimal mark. */
export function contradictsMark(value: string, mark: DecimalMark): boolean {
  const evidence = markEvidence(value);
  return (evidence === "." || evidence === ",") && evidence !== mark;
}
