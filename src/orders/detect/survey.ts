import type { ByteSource } from "../inputs/byte-source.ts";
import { readRecords } from "../read/records.ts";
import { type DateNotation, dateEvidence } from "../values/dates.ts";
import { type DecimalMark, isBlankAmount, markEvidence } from "../values/decimals.ts";
import { numericColumns } from "./columns.ts";
import type { Layout } from "./layout.ts";

/** A value that shows something, and the line of the row it stands in. */
export interface Example {
  readonly value: string;
  readonly line: number;
}

/** What the rows of one file say about how its dates and numbers are written. */
export interface Survey {
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
}

export interface SurveyQuestions {
  readonly dates: boolean;
  readonly numbers: boolean;
}

/** Enough rows to tell a column's date notation from a stray value. */
const ROWS_FOR_NOTATION = 1000;

/**
 * Reads a file's rows until they have settled how its dates and numbers are written, or to its end.
 *
 * Stopping early is safe: the row that settles a question settles it for the file, and the reading proper stops at a row
 * that contradicts it.
 */
export async function surveyFile(source: ByteSource, layout: Layout, questions: SurveyQuestions): Promise<Survey> {
  const found: { -readonly [key in keyof Survey]: Survey[key] } = {
    rows: 0,
    notations: new Map(),
    dayFirst: null,
    monthFirst: null,
    openDate: null,
    point: null,
    comma: null,
    openNumber: null,
  };
  const notations = new Map<DateNotation, number>();
  const numberColumns = numericColumns(layout.columns);
  let [toSkip, sameDates] = [layout.recordsBeforeRows, 0];
  const datesSettled = (): boolean =>
    found.dayFirst !== null || found.monthFirst !== null || (found.openDate === null && sameDates === 0);
  await readRecords(source, layout.dialect, (cells, line) => {
    if (toSkip > 0) {
      toSkip -= 1;
      return true;
    }
    found.rows += 1;
    if (cells.length < layout.header.length) return true;
    if (questions.dates) {
      const value = cells[layout.columns.date] ?? "";
      const evidence = dateEvidence(value);
      if (evidence !== null) {
        notations.set(evidence.notation, (notations.get(evidence.notation) ?? 0) + 1);
        if (evidence.order === "dmy") found.dayFirst ??= { value, line };
        else if (evidence.order === "mdy") found.monthFirst ??= { value, line };
        else if (evidence.order === "open") found.openDate ??= { value, line };
        else if (evidence.order === "same") sameDates += 1;
      }
    }
    if (questions.numbers) for (const column of numberColumns) noteNumber(cells[column] ?? "", line, found);
    const numbersSettled = found.point !== null || found.comma !== null;
    const settled = (!questions.dates || datesSettled()) && (!questions.numbers || numbersSettled);
    return !(settled && found.rows >= ROWS_FOR_NOTATION);
  });
  return { ...found, notations };
}

function noteNumber(
  value: string,
  line: number,
  found: { point: Example | null; comma: Example | null; openNumber: Example | null },
): void {
  if (isBlankAmount(value)) return;
  const evidence = markEvidence(value);
  if (evidence === ".") found.point ??= { value, line };
  else if (evidence === ",") found.comma ??= { value, line };
  else if (evidence === "open") found.openNumber ??= { value, line };
}

/** Whether a value can only be read against the settled decimal mark. */
export function contradictsMark(value: string, mark: DecimalMark): boolean {
  const evidence = markEvidence(value);
  return (evidence === "." || evidence === ",") && evidence !== mark;
}
