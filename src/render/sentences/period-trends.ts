import type { RetentionRow, RetentionTable } from "../../analysis/retention/retention-by-period.ts";
import type { Language } from "../language/language.ts";
import { cellWidth, padEndCells } from "../terminal/cells.ts";
import { type SparkPoint, sparkline } from "../terminal/sparkline.ts";

/** The longest trend that is drawn: the latest so many periods. */
const LONGEST = 48;

/** How customers and revenue went from period to period, one line each; where there are fewer than two periods, none. */
export function periodTrends({ rows, kind }: RetentionTable, language: Language): readonly string[] {
  const shown = rows.slice(-LONGEST);
  if (shown.length < 2) return [];
  const { trend } = language.words.report;
  const name = ({ period }: RetentionRow): string => language.words.period(period);
  const [first, last] = [shown[0], shown.at(-1)];
  const periods = first === undefined || last === undefined ? "" : trend.periods(name(first), name(last));
  const customers = (row: RetentionRow): number => row.customers;
  const revenue = (row: RetentionRow): bigint => row.revenue;
  const width = Math.max(cellWidth(trend.customers), language.hasMoney ? cellWidth(trend.revenue) : 0);
  return [
    trendLine(
      shown,
      { label: padEndCells(trend.customers, width), figureOf: customers, text: language.count, periods },
      language,
    ),
    ...(language.hasMoney
      ? [
          trendLine(
            shown,
            { label: padEndCells(trend.revenue, width), figureOf: revenue, text: language.money, periods: "" },
            language,
          ),
        ]
      : []),
    ...(shown.some(({ complete }) => !complete) ? [trend.partial(kind)] : []),
    ...(shown.some(({ noData }) => noData) ? [trend.unknown(kind)] : []),
  ];
}

interface Trend {
  readonly label: string;
  readonly figureOf: (row: RetentionRow) => number | bigint;
  readonly text: (value: number | bigint) => string;
  /** From when to when; empty where the line above has said it. */
  readonly periods: string;
}

function trendLine(
  rows: readonly RetentionRow[],
  { label, figureOf, text, periods }: Trend,
  { words }: Language,
): string {
  const { trend } = words.report;
  const points = rows.map(
    (row): SparkPoint => ({ value: row.noData ? null : Number(figureOf(row)), isPartial: !row.complete }),
  );
  const spark = sparkline(points);
  if (spark === null) return `${label}  ${trend.notDrawn}`;
  const whole = rows.filter(({ noData, complete }) => !noData && complete);
  const sorted = whole.map(figureOf).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const [low, high] = [sorted[0], sorted.at(-1)];
  const range = low === undefined || high === undefined ? "" : trend.range(text(low), text(high));
  const said = [periods, range].filter((part) => part !== "").join("; ");
  return `${label}  ${spark}  ${said}`.trimEnd();
}
