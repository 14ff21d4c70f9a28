import { formatDay } from "../../core/calendar/days.ts";
import type { Ledger } from "../../core/ledger/ledger.ts";
import type { Definitions } from "../../core/model/model.ts";
import type { Report } from "../../core/report/report.ts";
import { DIMENSIONS, type Dimension } from "../../core/scores/score-customers.ts";
import { peopleCount, plural } from "../../core/words.ts";
import type { Understanding } from "../../orders/understanding.ts";
import { segmentAdvice } from "../advice.ts";
import type { CellValue, DataColumn, DataTable } from "../data-table.ts";
import type { Language } from "../language/language.ts";
import type { Note } from "../note.ts";
import { setAsideText } from "../notes.ts";
import { peopleMoney, peopleShare, peopleText, UNKNOWN } from "../people.ts";
import { retentionSentence } from "../retention/retention-sentences.ts";
import { retentionTable } from "../tables/retention-table.ts";
import { segmentTable } from "../tables/segment-table.ts";

/** One part of a report, in the words of people; every format renders the same blocks. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "lines"; readonly lines: readonly string[] }
  | { readonly kind: "figures"; readonly figures: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: "table"; readonly table: DataTable }
  | { readonly kind: "grid"; readonly grid: GridBlock }
  | { readonly kind: "actions"; readonly actions: readonly ActionBlock[] }
  | { readonly kind: "notes"; readonly notes: readonly Note[] };

/** A table whose cells are shaded by a fraction 0 … 1 of the largest. */
export interface GridBlock {
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly { readonly text: string; readonly shade: number }[];
  }[];
}

export interface ActionBlock {
  readonly segment: string;
  readonly figures: string;
  readonly meaning: string;
  readonly action: string;
  readonly avoid: string;
  readonly measure: string;
}

/** Everything that a report is made from. */
export interface ReportInput {
  readonly language: Language;
  readonly report: Report;
  readonly ledger: Ledger;
  readonly understanding: Understanding;
  readonly notes: readonly Note[];
  /** Whether the user chose the as-of date; otherwise it is the newest day in the data. */
  readonly asOfGiven: boolean;
  readonly definitions: Definitions;
  /** The version of this program. */
  readonly version: string;
  /** Whether e-mail addresses among the customers' ids are shown in full. */
  readonly showCustomers: boolean;
}

/** The report in the order in which it is read: what came in, the headline, segments, grid, cut points, months, actions, notes. */
export function reportBlocks(input: ReportInput): readonly Block[] {
  const { report, notes } = input;
  return [
    { kind: "heading", text: "What was read and what was set aside" },
    { kind: "lines", lines: ledgerLines(input) },
    { kind: "heading", text: "Headline figures" },
    { kind: "figures", figures: headlineFigures(input) },
    { kind: "heading", text: "Segments" },
    { kind: "table", table: segmentTable(report.segments) },
    { kind: "heading", text: "Customers by recency and frequency score" },
    { kind: "grid", grid: gridBlock(report) },
    {
      kind: "lines",
      lines: ["Each cell: customers, and their share of revenue; the highest score is best on both sides."],
    },
    { kind: "heading", text: "Cut points" },
    { kind: "table", table: cutPointTable(report) },
    { kind: "heading", text: `Retention by ${report.retention.kind}` },
    { kind: "table", table: retentionTable(report.retention) },
    { kind: "lines", lines: [retentionSentence(report.retention)] },
    { kind: "heading", text: "What to do, largest revenue first" },
    { kind: "actions", actions: actionBlocks(report) },
    { kind: "heading", text: "Notes" },
    { kind: "notes", notes },
  ];
}

/** The ledger in five lines. */
export function ledgerLines({ report, ledger, understanding, asOfGiven }: ReportInput): readonly string[] {
  const { asOf, windowStart } = report.segmented.customers;
  const files = plural(understanding.files.length, "file");
  const currency = understanding.currency === "" ? "" : ` ${understanding.currency}`;
  const { covers } = report.retention;
  const asideMoney = ledger.money - ledger.usedMoney;
  const why = asOfGiven ? "as --as-of says" : "the newest day in the data (--as-of chooses another)";
  const window = windowStart === null ? "all history counts" : `the window begins on ${formatDay(windowStart)}`;
  return [
    `${plural(ledger.rows, "row")} read from ${files}, worth ${peopleMoney(ledger.money)}${currency}.`,
    `${plural(ledger.usedRows, "row")} used: ${plural(ledger.purchases, "order")} and ${plural(ledger.refunds, "refund")}, net ${peopleMoney(ledger.usedMoney)}${currency}.`,
    ledger.setAside.length === 0
      ? "No row was set aside."
      : `${plural(ledger.rows - ledger.usedRows, "row")} set aside, worth ${peopleMoney(asideMoney)}${currency}: ${setAsideText(ledger)}.`,
    `Orders from ${formatDay(covers.from)} to ${formatDay(covers.to)}; ${window}.`,
    `As of ${formatDay(asOf)}, ${why}.`,
  ];
}

function headlineFigures({ report, understanding }: ReportInput): readonly (readonly [string, string])[] {
  const { headline } = report;
  const currency = understanding.currency === "" ? "" : ` ${understanding.currency}`;
  const share = headline.returningRevenueShare;
  return [
    ["Customers", peopleCount(headline.customers)],
    ["Orders", peopleCount(headline.orders)],
    ["Revenue, net of refunds", `${peopleMoney(headline.revenue)}${currency}`],
    ["Average order value", `${peopleText("quotient", headline.averageOrderValue)}${currency}`],
    [
      "Revenue from returning customers",
      `${share === null ? UNKNOWN : peopleShare(share)} (${plural(headline.returningCustomers, "customer")} with two orders or more)`,
    ],
  ];
}

function gridBlock({ grid, headline }: Report): GridBlock {
  const most = Math.max(1, ...grid.customers.flat());
  const revenue = headline.revenue;
  const scores = (levels: number): readonly number[] => Array.from({ length: levels }, (_, index) => index + 1);
  return {
    corner: "",
    columns: scores(grid.frequencyLevels).map((score) => `frequency ${score}`),
    rows: scores(grid.recencyLevels)
      .toReversed()
      .map((recency) => ({
        label: `recency ${recency}`,
        cells: scores(grid.frequencyLevels).map((frequency) => {
          const customers = grid.customers[recency - 1]?.[frequency - 1] ?? 0;
          const money = grid.revenue[recency - 1]?.[frequency - 1] ?? 0n;
          const share = revenue > 0n ? peopleShare(Number(money) / Number(revenue)) : "";
          return { text: customers === 0 ? "·" : `${peopleCount(customers)} ${share}`.trim(), shade: customers / most };
        }),
      })),
  };
}

const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  recency: "days since last order",
  frequency: "orders",
  monetary: "net spend",
};

/** Which values of each measure give which score, the best score first. */
function cutPointTable({ segmented }: Report): DataTable {
  const most = Math.max(...DIMENSIONS.map((dimension) => segmented.levels[dimension]));
  return {
    length: most,
    columns: [
      { name: "score", kind: "count", at: (row): CellValue => most - row },
      ...DIMENSIONS.map(
        (dimension): DataColumn => ({
          name: dimension,
          heading: DIMENSION_WORDS[dimension],
          kind: "number",
          at: (row) => bandText(segmented, dimension, most - row),
        }),
      ),
    ],
  };
}

/** The values that get a score, best read from score to score: `0 – 14`, `15 – 34`; a dash where no value can have it. */
function bandText({ scales, levels }: Report["segmented"], dimension: Dimension, score: number): string {
  const { cutPoints, method } = scales[dimension];
  if (score > levels[dimension]) return "";
  if (method === "ntile") return "by rank";
  if (method === "nested") return "by cell";
  const bin = dimension === "recency" ? levels[dimension] + 1 - score : score;
  const [over, to] = [cutPoints[bin - 2], cutPoints[bin - 1]];
  if (over !== undefined && over === to) return UNKNOWN;
  if (dimension === "monetary") {
    if (to !== undefined) return `to ${peopleMoney(to)}`;
    return over === undefined ? "all" : `over ${peopleMoney(over)}`;
  }
  return wholeBand(over, to);
}

/** The whole numbers over one cut point, up to another: `2`, `15 – 34`, `4 or more`. */
function wholeBand(over: number | undefined, to: number | undefined): string {
  const first = over === undefined ? undefined : Math.floor(over) + 1;
  const last = to === undefined ? undefined : Math.floor(to);
  if (last === undefined) return first === undefined ? "all" : `${peopleCount(first)} or more`;
  if (first === undefined) return `to ${peopleCount(last)}`;
  if (last < first) return UNKNOWN;
  return first === last ? peopleCount(first) : `${peopleCount(first)} – ${peopleCount(last)}`;
}

function actionBlocks({ segments }: Report): readonly ActionBlock[] {
  return segments.segments
    .filter((segment) => segment.customers > 0)
    .toSorted((a, b) => (a.revenue === b.revenue ? 0 : a.revenue < b.revenue ? 1 : -1))
    .map((segment) => ({
      segment: segment.segment,
      figures: `${plural(segment.customers, "customer")}, ${peopleMoney(segment.revenue)}`,
      ...segmentAdvice(segment),
    }));
}
