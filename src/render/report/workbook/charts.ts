import { FAMILIES, type Family } from "../../../analysis/segments/family.ts";
import { peopleText } from "../../language/language.ts";
import type { Chart, ChartSeries, ColumnCells } from "../../xlsx/chart.ts";
import type { CellKind } from "../../xlsx/sheet.ts";
import { BAND_COLOURS, hex, NEW, RETURNING, type Rgb } from "../colours.ts";
import type { ReportInput } from "../report-input.ts";
import type { ReportSheet } from "./report-sheet.ts";
import type { PlaceCharts } from "./summary-page.ts";

/** The sheets that charts are made of; `null` where the workbook has none of the kind. */
export interface ChartedSheets {
  readonly groups: ReportSheet | null;
  readonly retention: ReportSheet | null;
  readonly segments: ReportSheet | null;
}

/** What is not about money. */
const NEUTRAL: Rgb = [169, 177, 186];

/** So many periods, the newest, have room side by side. */
const MOST_PERIODS = 24;

/** Pixels of a row, and of charts: two side by side, and one as wide as both. */
const ROW = 20;
const HEIGHT = 340;
const LEFT = { column: 0, width: 650 };
const RIGHT = { column: 3, width: 800 };
const BOTH = { column: 0, width: 1459 };

/** Places the charts that there are, two side by side and a third below them as wide as both, and how many rows they take. */
export function chartPlaces(input: ReportInput, sheets: ChartedSheets): PlaceCharts {
  const charts = [groupsChart(input, sheets), sharesChart(input, sheets), revenueChart(input, sheets)].filter(
    (chart) => chart !== null,
  );
  const rows = Math.ceil(HEIGHT / ROW) + 1;
  return (row) => ({
    charts: charts.map((chart, index) => ({
      ...chart,
      place: {
        ...(index === 0 ? LEFT : index === 1 ? RIGHT : BOTH),
        row: row + Math.floor(index / 2) * rows,
        height: HEIGHT,
      },
    })),
    rows: Math.ceil(charts.length / 2) * rows,
  });
}

type Unplaced = Omit<Chart, "place">;

/** The kinds of groups on top of each other, in the colours of the page. */
function groupsChart({ report, language }: ReportInput, { groups }: ChartedSheets): Unplaced | null {
  const followed = report.overTime?.groupsOverTime;
  if (groups === null || followed === undefined || typeof followed === "string") return null;
  const { charts, columns } = language.words.workbook;
  const rows = [0, groups.length - 1] as const;
  const series = followed.groups.map((group): ChartSeries => {
    const values = cellsOf(groups, group ?? "none", rows);
    return { values, colour: colourOf(group) };
  });
  return {
    title: charts.groups,
    shape: "stacked columns",
    categories: cellsOf(groups, "day", rows),
    categoryTitle: columns.day[0],
    valueTitle: columns.customers[0],
    series,
    description: charts.describe(charts.groups, lastOf(series, cellsOf(groups, "day", rows), language)),
  };
}

function colourOf(group: Family | null): string {
  return inChart(BAND_COLOURS[group === null ? 2 : FAMILIES.indexOf(group)] ?? [0, 0, 0]);
}

/** A colour as charts write it. */
function inChart(colour: Rgb): string {
  return hex(colour).slice(1).toUpperCase();
}

/** Who brought the revenue of the newest complete periods. */
function revenueChart(input: ReportInput, { retention }: ChartedSheets): Unplaced | null {
  const { report, language } = input;
  const complete = (report.overTime?.retention.rows ?? []).map((row) => row.complete);
  const last = complete.lastIndexOf(true);
  if (retention === null || !language.hasMoney || last < 0) return null;
  const first = Math.max(complete.indexOf(true), last + 1 - MOST_PERIODS);
  const { charts, columns } = language.words.workbook;
  const rows = [first, last] as const;
  const series = [
    { values: cellsOf(retention, "returning_revenue", rows), colour: inChart(RETURNING) },
    { values: cellsOf(retention, "new_revenue", rows), colour: inChart(NEW) },
  ];
  const categories = cellsOf(retention, "period", rows);
  return {
    title: charts.revenue,
    shape: "stacked columns",
    categories,
    categoryTitle: columns.period[0],
    valueTitle: inCurrency(columns.revenue[0], input),
    series,
    description: charts.describe(charts.revenue, lastOf(series, categories, language)),
  };
}

/** Each segment's share of the customers beside its share of the revenue. */
function sharesChart({ report, language }: ReportInput, { segments }: ChartedSheets): Unplaced | null {
  const { length } = report.segments.segments;
  if (segments === null || length === 0) return null;
  const { charts, columns } = language.words.workbook;
  const rows = [0, length - 1] as const;
  const series = [
    { values: cellsOf(segments, "customer_share", rows), colour: inChart(NEUTRAL) },
    ...(language.hasMoney ? [{ values: cellsOf(segments, "revenue_share", rows), colour: inChart(RETURNING) }] : []),
  ];
  const largest = report.segments.segments.toSorted((a, b) => b.customers - a.customers)[0];
  const found = language.words.page.segments.byCustomers(largest?.segment ?? "", largest?.customerShare ?? 0);
  return {
    title: language.hasMoney ? charts.shares : charts.customerShares,
    shape: "bars",
    categories: cellsOf(segments, "segment", rows),
    categoryTitle: columns.segment[0],
    valueTitle: columns.rate[0],
    series,
    description: charts.describe(language.hasMoney ? charts.shares : charts.customerShares, found),
  };
}

function inCurrency(text: string, { understanding }: ReportInput): string {
  return understanding.currency === "" ? text : `${text} (${understanding.currency})`;
}

function cellsOf(sheet: ReportSheet, name: string, rows: readonly [number, number]): ColumnCells {
  return { sheet, column: sheet.columns.findIndex((column) => column.name === name), rows };
}

/** What the last column of a chart says: `30 Jun: best 1,230, growing 400`. */
function lastOf(series: readonly ChartSeries[], categories: ColumnCells, language: ReportInput["language"]): string {
  const shown = ({ sheet, column, rows }: ColumnCells): string => {
    const { kind, at } = sheet.columns[column] as ReportSheet["columns"][number];
    const plain = typeof kind === "function" || isOnlyOfSheets(kind) ? "text" : kind;
    return peopleText(language, plain, at(rows[1]));
  };
  const values = series.map(({ values: cells }) => `${cells.sheet.columns[cells.column]?.heading} ${shown(cells)}`);
  return `${shown(categories)}: ${values.join(", ")}`;
}

/** Kinds that only workbooks have; none of a chart's. */
function isOnlyOfSheets(kind: CellKind): kind is "long" | "ratio" | "small" | "points" {
  return kind === "long" || kind === "ratio" || kind === "small" || kind === "points";
}
