import type { Cohort, CohortAverage, CohortCell, CohortTable } from "../../analysis/retention/cohorts.ts";
import type { Payback } from "../../analysis/retention/payback.ts";
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { CellValue, DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { type CohortMeasure, cohortText, measureKind, measureOfAverage, measureOfCell } from "./cohort-measure.ts";
import { rowColumns } from "./row-columns.ts";

/** Whether a cell may count fewer customers than its cohort has. */
export function countsSome({ clock, groupedBy }: CohortTable): boolean {
  return clock === "days" || groupedBy !== null;
}

/**
 * The cohorts in long form, one row a cohort and k. Where a cell may count fewer customers than the cohort has, a last column
 * `counted` holds the rate's denominator; with an acquisition cost, `payback_k` the k at which it is earned back.
 */
export function cohortTable(table: CohortTable, payback?: Payback): DataTable {
  const rows = table.cohorts.flatMap((cohort, index) => cohort.cells.map((cell) => ({ cohort, cell, index })));
  type Row = { readonly cohort: Cohort; readonly cell: CohortCell; readonly index: number };
  const column = rowColumns<Row, (typeof COHORT_COLUMNS)[number] | "counted" | "payback_k">(rows);
  return {
    sheet: "cohortFigures",
    length: rows.length,
    columns: [
      column("cohort", "text", ({ cohort }) => cohort.cohort),
      column("size", "count", ({ cohort }) => cohort.size),
      column("k", "count", ({ cell }) => cell.k),
      column("period", "text", ({ cell }) => cell.period),
      column("state", "text", ({ cell }) => cell.state),
      column("customers", "count", ({ cell }) => cell.figures?.customers ?? null),
      column("rate", "share", ({ cell }) => cell.figures?.rate ?? null),
      column("orders", "count", ({ cell }) => cell.figures?.orders ?? null),
      column("revenue", "money", ({ cell }) => cell.figures?.revenue ?? null),
      column(
        "cumulative_revenue_per_customer",
        "quotient",
        ({ cell }) => cell.figures?.cumulativeRevenuePerCustomer ?? null,
      ),
      ...(countsSome(table) ? [column("counted", "count", ({ cell }) => cell.figures?.counted ?? null)] : []),
      ...(payback === undefined ? [] : [column("payback_k", "count", ({ index }) => payback.cohorts[index] ?? null)]),
    ],
  };
}

/** One row a cohort and one column a k, for spreadsheets, with the pooled average last; cells so far are left blank. */
export function wideCohortTable(table: CohortTable, measure: CohortMeasure): DataTable {
  const { cohorts, averages } = table;
  const isAverage = (row: number): boolean => row === cohorts.length;
  return {
    sheet: "cohorts",
    length: cohorts.length + 1,
    columns: [
      { name: "cohort", kind: "text", at: (row) => (isAverage(row) ? "average" : (cohorts[row]?.cohort ?? null)) },
      { name: "size", kind: "count", at: (row) => cohorts[row]?.size ?? null },
      ...averages.map((average, k): DataColumn => {
        const cellAt = (row: number): CellValue => {
          const cell = cohorts[row]?.cells[k];
          return cell?.state === "value" ? measureOfCell(measure, cell.figures) : null;
        };
        return {
          name: `k${k}`,
          kind: measureKind(measure),
          at: (row) => (isAverage(row) ? measureOfAverage(measure, average) : cellAt(row)),
        };
      }),
    ],
  };
}

export interface TriangleOptions {
  readonly measure: CohortMeasure;
  readonly payback?: Payback | undefined;
  /** How many cohorts are shown; the first in the table's order. */
  readonly most: number;
  readonly language: Language;
}

/** The triangle for people: a row a cohort, a column a k, and below them, where there are any, the averages and how many cohorts each has. */
export function cohortTriangle(table: CohortTable, options: TriangleOptions): DataTable {
  const { measure, payback, most, language } = options;
  const { columns } = language.words.cohorts;
  const cohorts = table.cohorts.slice(0, most);
  const darkest = darkestValue(cohorts, measure);
  return {
    sheet: "cohorts",
    length: cohorts.length + (table.averages.some((average) => average.cohorts > 0) ? 2 : 0),
    columns: [
      {
        name: "cohort",
        heading: columns.cohort,
        kind: "text",
        at: (row) => rowLabel(table, { cohorts, row, language }),
      },
      {
        name: "size",
        heading: columns.size,
        kind: "text",
        align: "right",
        at: (row) => (cohorts[row] === undefined ? "" : language.count(cohorts[row].size)),
      },
      ...(payback === undefined ? [] : [paybackColumn(payback, cohorts.length, language)]),
      ...table.averages.map((average): DataColumn => {
        const { k } = average;
        return {
          name: `k${k}`,
          heading: String(k),
          kind: "text",
          align: "right",
          rank: k,
          at: (row) =>
            row < cohorts.length
              ? cellText(cohorts[row]?.cells[k], options)
              : averageText(average, row > cohorts.length, options),
          shade: (row) => shadeOf(cohorts[row]?.cells[k], { measure, darkest }),
        };
      }),
    ],
  };
}

function rowLabel(
  { groupedBy }: CohortTable,
  { cohorts, row, language }: { cohorts: readonly Cohort[]; row: number; language: Language },
): string {
  const { average, cohortsInIt, noValue, withoutColumn } = language.words.cohorts;
  if (row === cohorts.length) return average;
  if (row > cohorts.length) return cohortsInIt;
  const name = cohorts[row]?.cohort ?? null;
  if (name === null) return groupedBy === null ? withoutColumn : noValue(groupedBy);
  return groupedBy === null ? language.words.period(name) : name;
}

/** A cell; a star marks one whose period is not complete. */
function cellText(cell: CohortCell | undefined, { measure, language }: TriangleOptions): string {
  if (cell === undefined) return "";
  if (cell.state === "no data") return language.words.cohorts.noData;
  const text = cohortText(measureKind(measure), measureOfCell(measure, cell.figures), language);
  return cell.state === "partial" && text !== "" ? `${text}*` : text;
}

/** An average, or how many cohorts are in it. */
function averageText(average: CohortAverage, isCount: boolean, { measure, language }: TriangleOptions): string {
  if (average.cohorts === 0) return "";
  if (isCount) return language.count(average.cohorts);
  return cohortText(measureKind(measure, "average"), measureOfAverage(measure, average), language);
}

function paybackColumn({ cohorts, pooled }: Payback, length: number, { words }: Language): DataColumn {
  const { columns, notYet, atK } = words.cohorts;
  const text = (k: number | null): string => (k === null ? notYet : atK(k));
  return {
    name: "payback",
    heading: columns.payback,
    kind: "text",
    align: "right",
    at: (row) => (row > length ? "" : text(row === length ? pooled : (cohorts[row] ?? null))),
  };
}

/** The largest value after k = 0, where every rate is 100 %; cumulative values grow, so there k = 0 counts as well. */
function darkestValue(cohorts: readonly Cohort[], measure: CohortMeasure): number {
  const values = cohorts.flatMap(({ cells }) =>
    cells.slice(firstShaded(measure)).map(({ figures }) => inUnits(measureOfCell(measure, figures))),
  );
  return Math.max(0, ...values);
}

function shadeOf(
  cell: CohortCell | undefined,
  { measure, darkest }: { readonly measure: CohortMeasure; readonly darkest: number },
): number | null {
  if (cell === undefined || cell.figures === null || cell.k < firstShaded(measure) || darkest === 0) return null;
  return Math.max(0, inUnits(measureOfCell(measure, cell.figures)) / darkest);
}

function firstShaded(measure: CohortMeasure): number {
  return measure === "cumulative" ? 0 : 1;
}

function inUnits(value: CellValue): number {
  return typeof value === "bigint" ? Number(value) / AMOUNT_SCALE : Number(value ?? 0);
}

export const COHORT_COLUMNS = [
  "cohort",
  "size",
  "k",
  "period",
  "state",
  "customers",
  "rate",
  "orders",
  "revenue",
  "cumulative_revenue_per_customer",
] as const;

/** The first columns of `rfm cohorts --wide`; one for each k follows. */
export const WIDE_COHORT_COLUMNS = ["cohort", "size", "k0"] as const;
