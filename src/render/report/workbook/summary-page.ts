import type { FirstAction } from "../../../analysis/report/first-actions.ts";
import type { Chart } from "../../xlsx/chart.ts";
import type { PageCell, PageRow, PageSheet } from "../../xlsx/page-sheet.ts";
import type { CellKind } from "../../xlsx/sheet.ts";
import { beneath, findingSentence, nothingFirst, shownAction, spanOf } from "../first-screen.ts";
import { type PageContext, pageContext } from "../page-context.ts";
import type { ReportInput } from "../report-input.ts";
import { changeFrom, changeKind, type FigureRow, keyFigures } from "./figures.ts";

/** Widths in characters: names, reasons, numbers, texts. */
const WIDTHS: readonly number[] = [32, 44, 16, 17, 15, 17, 15, 56];
const LAST = WIDTHS.length - 1;

/** Places the charts below a row of the page, from 0. */
export type PlaceCharts = (row: number) => { readonly charts: readonly Chart[]; readonly rows: number };

/**
 * The sheet that a reader sees first: the finding, the way to the other sheets, the groups to begin with, the charts, and the
 * key figures.
 *
 * @param others the names of the other sheets, in their order
 */
export function summaryPage(input: ReportInput, others: readonly string[], placeCharts: PlaceCharts): PageSheet {
  const context = pageContext(input);
  const { words } = input.language;
  const above: readonly PageRow[] = [
    [text("title", `${context.text.title}: ${input.title}`)],
    [text("soft", spanOf(context), LAST)],
    [text("finding", findingSentence(context), LAST)],
    [text("soft", beneath(context), LAST)],
    [text("section", words.workbook.page.sheets)],
    ...linkRows(others),
    [],
    ...firstRows(context),
    [],
  ];
  const { charts, rows } = placeCharts(above.length);
  return {
    name: words.workbook.sheets.summary,
    widths: WIDTHS,
    charts,
    rows: [
      ...above,
      ...Array.from({ length: rows }, (): PageRow => []),
      [text("section", words.workbook.page.figures)],
      ...figureRows(input),
    ],
  };
}

function text(style: "title" | "soft" | "finding" | "section", value: string, upTo?: number): PageCell {
  return { column: 0, value, look: { style }, ...(upTo === undefined ? {} : { upTo }) };
}

/** The columns that a link has to itself, first and last: the narrow ones are too narrow for the names of sheets in some languages. */
const LINK_PLACES: readonly (readonly [first: number, last: number])[] = [
  [0, 0],
  [1, 1],
  [2, 3],
  [4, 6],
  [7, 7],
];

/** The other sheets, as many in a row as there are places. */
function linkRows(others: readonly string[]): readonly PageRow[] {
  const rows = Math.ceil(others.length / LINK_PLACES.length);
  return Array.from({ length: rows }, (_, row) =>
    others
      .slice(row * LINK_PLACES.length, (row + 1) * LINK_PLACES.length)
      .map((name, index) => linkCell(name, LINK_PLACES[index] ?? [0, 0])),
  );
}

function linkCell(name: string, [column, last]: readonly [number, number]): PageCell {
  return { column, value: name, look: { style: "link" }, link: name, ...(last === column ? {} : { upTo: last }) };
}

/** The groups to begin with, one per row; why there are none where no group can be put first, unless that has been said above. */
function firstRows(context: PageContext): readonly PageRow[] {
  const { language, report } = context;
  const title: PageRow = [text("section", context.text.first.heading)];
  if (report.actions.length === 0) {
    const why = nothingFirst(context);
    return why === null ? [] : [title, [text("soft", why, LAST)]];
  }
  const { columns, page } = language.words.workbook;
  const headings: PageRow = [
    heading(0, "text", page.group),
    heading(1, "text", page.why),
    heading(2, "count", columns.customers[0]),
    ...(language.hasMoney
      ? [heading(3, "money", columns.revenue[0]), heading(4, "share", columns.revenue_share[0])]
      : []),
    { ...heading(5, "text", columns.action[0]), upTo: 6 },
    heading(7, "text", page.command),
  ];
  return [title, headings, ...report.actions.map((action) => actionRow(context, action))];
}

function actionRow(context: PageContext, action: FirstAction): PageRow {
  const { language, bandOf } = context;
  const { title, reasons, advice, command, summary } = shownAction(context, action);
  const strong = (column: number, kind: CellKind, value: PageCell["value"]): PageCell => ({
    ...{ column, value },
    look: { kind, look: "strong" },
  });
  return [
    {
      column: 0,
      value: title,
      look: { fill: (summary === null ? null : bandOf(summary)) ?? 2 },
    },
    { column: 1, value: reasons, look: { kind: "long" } },
    strong(2, "count", action.customers),
    ...(language.hasMoney ? [strong(3, "money", action.revenue), strong(4, "share", action.revenueShare)] : []),
    { column: 5, value: advice, look: { kind: "long" }, upTo: 6 },
    { column: 7, value: command, look: { style: "command" } },
  ];
}

function heading(column: number, kind: CellKind, value: string): PageCell {
  return { column, value, look: { heading: kind } };
}

/** The key figures, the newest complete period beside earlier ones. */
function figureRows(input: ReportInput): readonly PageRow[] {
  const { columns } = input.language.words.workbook;
  const headings: PageRow = [
    heading(0, "text", columns.topic[0]),
    heading(1, "text", columns.figure[0]),
    heading(2, "count", columns.value[0]),
    heading(3, "count", columns.period_before[0]),
    heading(4, "count", columns.change[0]),
    heading(5, "count", columns.year_before[0]),
    heading(6, "count", columns.change_on_year[0]),
    heading(7, "text", columns.explanation[0]),
  ];
  return [headings, ...keyFigures(input).map(figureRow)];
}

function figureRow(row: FigureRow): PageRow {
  const { topic, figure, kind, value, before, yearBefore, explanation } = row;
  const change = changeKind(kind);
  return [
    { column: 0, value: topic ?? null, look: { kind: "text" } },
    { column: 1, value: figure, look: { kind: "long" } },
    { column: 2, value, look: { kind, look: "strong" } },
    { column: 3, value: before ?? null, look: { kind } },
    { column: 4, value: changeFrom(row, before), look: { kind: change } },
    { column: 5, value: yearBefore ?? null, look: { kind } },
    { column: 6, value: changeFrom(row, yearBefore), look: { kind: change } },
    { column: 7, value: explanation, look: { kind: "long" } },
  ];
}
