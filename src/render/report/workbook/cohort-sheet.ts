import type { CohortCell, CohortTable } from "../../../analysis/retention/cohorts.ts";
import type { CellValue } from "../../../csv/writer/data-table.ts";
import { cohortTable } from "../../tables/cohort-table.ts";
import type { OverTime } from "../report-input.ts";
import { columnsOf, inWords, type ReportColumn, type ReportSheet, sheetOfTable } from "./report-sheet.ts";

/**
 * The cohorts as a triangle of rates, with the average of each k and how many cohorts are in it as its last two rows. Cells
 * of a period that is not complete are faint, and in no average.
 */
export function cohortSheet({ language, overTime }: OverTime): ReportSheet {
  const { cohorts } = overTime;
  const { words } = language;
  const make = columnsOf("cohorts", language);
  const { length } = cohorts.cohorts;
  const label = (row: number): string =>
    row === length ? words.cohorts.average : row > length ? words.cohorts.cohortsInIt : cohortName(cohorts, row);
  return {
    name: words.workbook.sheets.cohorts,
    length: length + 2,
    frozenColumns: 2,
    marks: [{ look: "scale", rows: [0, length - 1], columns: [3, Math.max(3, cohorts.averages.length + 1)] }], // k = 0 is always 100 %
    columns: [
      make("cohort", "text", label),
      make("size", "count", (row) => cohorts.cohorts[row]?.size ?? null),
      ...cohorts.averages.map(
        (_, k): ReportColumn => ({
          ...make(
            "k",
            (row) => (row > length ? "count" : "share"),
            (row) => rateAt(cohorts, row, k),
            {
              width: 10,
              faint: (row) => cellAt(cohorts, row, k)?.state === "partial",
            },
          ),
          heading: words.workbook.periodsAfter(cohorts.periods.kind, k),
        }),
      ),
    ],
  };
}

/** Everything about each cohort and period, in long form. */
export function cohortFiguresSheet({ language, overTime }: OverTime): ReportSheet {
  const cells = overTime.cohorts.cohorts.flatMap((cohort) => cohort.cells);
  const { cellStates } = language.words.workbook;
  const sheet = sheetOfTable("cohortFigures", cohortTable(overTime.cohorts), {
    language,
    faint: (row) => cells[row]?.state === "partial",
  });
  return inWords(sheet, { state: (row) => cellStates[(cells[row] as CohortCell).state] });
}

function cohortName({ cohorts }: CohortTable, row: number): string {
  return cohorts[row]?.cohort ?? "";
}

function cellAt({ cohorts }: CohortTable, row: number, k: number): CohortCell | undefined {
  return cohorts[row]?.cells[k];
}

function rateAt(table: CohortTable, row: number, k: number): CellValue {
  const average = table.averages[k];
  const { length } = table.cohorts;
  if (row < length) return cellAt(table, row, k)?.figures?.rate ?? null;
  return row === length ? (average?.figures?.rate ?? null) : (average?.cohorts ?? null);
}
