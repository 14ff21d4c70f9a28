import type { SegmentSummary } from "../../../analysis/segments/summarise-segments.ts";
import { AMOUNT_SCALE } from "../../../basics/money/amount.ts";
import type { PageCell, PageRow, PageSheet } from "../../xlsx/page-sheet.ts";
import type { CellKind, SheetLink } from "../../xlsx/sheet.ts";
import { type PageContext, pageContext } from "../page-context.ts";
import type { ReportInput } from "../report-input.ts";

/** The scores of a cell, from 0. */
interface Place {
  readonly r: number;
  readonly f: number;
}

/** One figure of every cell. */
interface View {
  readonly heading: string;
  readonly cell: (place: Place) => Pick<PageCell, "value" | "look">;
  readonly isShaded: boolean;
}

/** Customers, revenue and its average by recency and frequency score, and the segment that most of each cell are in. */
export function gridPage(input: ReportInput, back: SheetLink): PageSheet {
  const context = pageContext(input);
  const { words } = input.language;
  const { frequencyLevels, recencyLevels } = input.report.grid;
  const rows: PageRow[] = [
    [{ column: 0, value: back.text, look: { style: "link" }, link: back.sheet }],
    [{ column: 0, value: context.text.grid.heading, look: { style: "title" } }],
    [{ column: 0, value: words.workbook.page.grid, look: { style: "soft" }, upTo: frequencyLevels }],
  ];
  const marks = [];
  for (const { heading, cell, isShaded } of viewsOf(context)) {
    rows.push([], [{ column: 0, value: heading, look: { style: "section" } }], headingsOf(context));
    if (isShaded) {
      marks.push({
        look: "scale" as const,
        columns: [1, frequencyLevels] as const,
        rows: [rows.length, rows.length + recencyLevels - 1] as const,
      });
    }
    for (let r = recencyLevels - 1; r >= 0; r -= 1) rows.push(gridRow(context, r, cell));
  }
  return {
    name: words.workbook.sheets.grid,
    widths: [20, ...Array.from({ length: frequencyLevels }, () => 20)],
    rows,
    marks,
    isOnePage: true,
  };
}

function headingsOf({ text, report }: PageContext): PageRow {
  const heading = (column: number, kind: CellKind, value: string): PageCell => ({
    ...{ column, value },
    look: { heading: kind },
  });
  return [
    heading(0, "text", text.grid.corner),
    ...Array.from({ length: report.grid.frequencyLevels }, (_, f) =>
      heading(f + 1, "count", text.grid.frequency(f + 1)),
    ),
  ];
}

function gridRow({ text, report }: PageContext, r: number, cell: View["cell"]): PageRow {
  return [
    { column: 0, value: text.grid.recency(r + 1), look: { kind: "text", look: "strong" } },
    ...Array.from({ length: report.grid.frequencyLevels }, (_, f): PageCell => ({ column: f + 1, ...cell({ r, f }) })),
  ];
}

function viewsOf(context: PageContext): readonly View[] {
  const { text, report, language } = context;
  const customers = ({ r, f }: Place): number => report.grid.customers[r]?.[f] ?? 0;
  const revenue = ({ r, f }: Place): bigint => report.grid.revenue[r]?.[f] ?? 0n;
  const view = (
    name: "customers" | "revenue" | "average",
    kind: CellKind,
    at: (place: Place) => PageCell["value"],
  ) => ({
    heading: text.grid.views[name],
    isShaded: true,
    cell: (place: Place) => ({ value: at(place), look: { kind } }),
  });
  return [
    view("customers", "count", customers),
    ...(language.hasMoney
      ? [
          view("revenue", "money", (place) => (customers(place) === 0 ? null : revenue(place))),
          view("average", "quotient", (place) =>
            customers(place) === 0 ? null : Number(revenue(place)) / AMOUNT_SCALE / customers(place),
          ),
        ]
      : []),
    {
      heading: language.words.workbook.columns.segment[0],
      isShaded: false,
      cell: ({ r, f }) => segmentCell(context, report.gridSegments[r]?.[f] ?? null),
    },
  ];
}

/** A segment's name in the colour of its family; nothing where nobody has the scores. */
function segmentCell({ report, bandOf }: PageContext, segment: number | null): Pick<PageCell, "value" | "look"> {
  const summary: SegmentSummary | undefined = segment === null ? undefined : report.segments.segments[segment];
  if (summary === undefined) return { value: null, look: { kind: "text" } };
  return { value: summary.segment, look: { fill: bandOf(summary) ?? 2 } };
}
