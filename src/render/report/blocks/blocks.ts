/*
 * Blocks: headings, sentences, tables and grids in the order in which they are read. Each file makes those of one subject;
 * this one puts them together.
 */
import type { Report } from "../../../analysis/report/report.ts";
import { type Dimension, scoredDimensions } from "../../../analysis/scores/score-customers.ts";
import { byWeight, type SegmentSummaries } from "../../../analysis/segments/summarise-segments.ts";
import type { CellValue, DataColumn, DataTable } from "../../../csv/writer/data-table.ts";
import { type Language, peopleText, UNKNOWN } from "../../language/language.ts";
import { segmentAdvice, untoldSentence } from "../../sentences/advice.ts";
import { currencyText } from "../../sentences/currency-text.ts";
import { setAsideText } from "../../sentences/ledger-sentences.ts";
import { periodTrends } from "../../sentences/period-trends.ts";
import { retentionSentence } from "../../sentences/retention-sentences.ts";
import { retentionTable } from "../../tables/retention-table.ts";
import { segmentTable } from "../../tables/segment-table.ts";
import { followed, type ReportInput } from "../report-input.ts";
import type { ActionBlock, Block, GridBlock } from "./block.ts";
import { originBlocks } from "./origin-blocks.ts";
import { outlookBlocks } from "./outlook-blocks.ts";
import { cohortBlocks, latestBlocks, movementBlocks, repeatPurchaseBlocks } from "./period-blocks.ts";
import { reportLoyaltyBlocks } from "./report-loyalty-blocks.ts";
import { reportProfileBlocks } from "./report-profile-blocks.ts";
import { screenBlocks } from "./screen-blocks.ts";
import { concentrationBlocks, distributionBlocks, topCustomerBlocks } from "./spread-blocks.ts";

/**
 * The report in the order in which it is read: what came in, the headline, segments, scores, months, what to do, notes.
 *
 * @param length `full` has every table, for a file; `short` the same without the longest, `screen` about 45 lines
 */
export function reportBlocks(input: ReportInput, length: "full" | "short" | "screen"): readonly Block[] {
  if (length === "screen") return screenBlocks(input, ledgerLines(input).slice(1)); // what was read is what was used and set aside
  const { report, notes, language } = input;
  const words = language.words.report;
  const isFull = length === "full";
  const own = followed(input);
  return [
    { kind: "heading", text: words.reading },
    { kind: "lines", lines: ledgerLines(input) },
    { kind: "heading", text: words.headline },
    { kind: "figures", figures: headlineFigures(input) },
    ...(own === null ? [] : latestBlocks(own)),
    { kind: "heading", text: words.segments },
    { kind: "table", table: segmentTable(report.segments, language) },
    { kind: "heading", text: words.grid },
    { kind: "grid", grid: gridBlock(report, language) },
    { kind: "lines", lines: [words.gridLegend] },
    { kind: "heading", text: words.cutPoints },
    { kind: "table", table: cutPointTable(report, language) },
    ...(input.isFrozen ? [] : [{ kind: "lines", lines: [words.ownCutPoints] } as const]),
    ...(isFull ? distributionBlocks(input) : []),
    ...(language.hasMoney ? concentrationBlocks(input, isFull) : []),
    ...topCustomerBlocks(input),
    ...overTimeBlocks(input, isFull),
    ...outlookBlocks(input, isFull),
    ...reportProfileBlocks(input, isFull),
    ...reportLoyaltyBlocks(input, isFull),
    { kind: "heading", text: words.whatToDo },
    ...adviceBlocks(report, language),
    ...(isFull ? originBlocks(input) : []),
    { kind: "heading", text: words.notes },
    { kind: "notes", notes },
  ];
}

/** What happened from period to period; why it is left out where only sums of the customers are known. */
function overTimeBlocks(input: ReportInput, isFull: boolean): readonly Block[] {
  const { language } = input;
  const words = language.words.report;
  const own = followed(input);
  if (own === null) {
    return [
      { kind: "heading", text: words.developed },
      { kind: "lines", lines: [language.words.ofCustomers.leftOut] },
    ];
  }
  const { retention } = own.overTime;
  return [
    { kind: "heading", text: words.retention(retention.kind) },
    { kind: "table", table: retentionTable(retention, language) },
    { kind: "trends", lines: periodTrends(retention, language) },
    { kind: "lines", lines: [retentionSentence(retention, language)] },
    ...cohortBlocks(own, isFull),
    ...repeatPurchaseBlocks(own, isFull),
    ...movementBlocks(own, isFull),
  ];
}

/** The ledger in five lines. */
export function ledgerLines(input: ReportInput): readonly string[] {
  const { report, ledger, understanding, asOfGiven, language } = input;
  const words = language.words.report;
  const { asOf, windowStart } = report.segmented.customers;
  const currency = currencyText(understanding);
  const ofAll = understanding.currencies.length === 0 ? currency : ""; // sums of several currencies are of none
  const asideRows = ledger.rows - ledger.usedRows;
  const asideMoney = ledger.money - ledger.usedMoney;
  const to = report.overTime?.retention.covers.to ?? asOf;
  const from = report.overTime?.retention.covers.from ?? report.since;
  return [
    words.read({ rows: ledger.rows, files: understanding.files.length, worth: ledger.money, currency: ofAll }),
    usedText(input, currency),
    ledger.setAside.length === 0
      ? words.nothingAside
      : words.aside({ rows: asideRows, worth: asideMoney, currency: ofAll, reasons: setAsideText(ledger, language) }),
    ...(from === null ? [] : [words.covers(from, to, windowStart)]),
    words.asOf(asOf, asOfGiven),
  ];
}

function usedText({ report: { overTime, headline }, ledger, language }: ReportInput, currency: string): string {
  const { words, hasMoney, money } = language;
  const { usedRows, purchases, refunds, usedMoney, reducedPurchases: reduced, takenOff } = ledger;
  if (overTime !== null) {
    return words.report.used({
      rows: usedRows,
      orders: purchases,
      reduced,
      takenOff,
      refunds,
      net: usedMoney,
      currency,
    });
  }
  const spent = hasMoney ? `${money(usedMoney)}${currency}` : null;
  return words.ofCustomers.used({ rows: usedRows, orders: headline.orders, spent });
}

function headlineFigures({
  report: { headline },
  understanding,
  language,
}: ReportInput): readonly (readonly [string, string])[] {
  const words = language.words.report;
  const currency = currencyText(understanding);
  const { returningRevenueShare, returningCustomers } = headline;
  return [
    [words.customers, language.count(headline.customers)],
    [words.orders, language.count(headline.orders)],
    ...(language.hasMoney
      ? [
          [words.revenue, `${language.money(headline.revenue)}${currency}`] as const,
          [words.averageOrder, `${peopleText(language, "quotient", headline.averageOrderValue)}${currency}`] as const,
        ]
      : []),
    [words.returning, words.returningShare(returningRevenueShare, returningCustomers)],
  ];
}

function gridBlock({ grid, headline }: Report, { count, share, words }: Language): GridBlock {
  const most = Math.max(1, ...grid.customers.flat());
  const revenue = headline.revenue;
  const scores = (levels: number): readonly number[] => Array.from({ length: levels }, (_, index) => index + 1);
  return {
    corner: "",
    columns: scores(grid.frequencyLevels).map(words.report.frequencyScore),
    shortColumns: scores(grid.frequencyLevels).map(words.report.shortFrequencyScore),
    rows: scores(grid.recencyLevels)
      .toReversed()
      .map((recency) => ({
        label: words.report.recencyScore(recency),
        cells: scores(grid.frequencyLevels).map((frequency) => {
          const customers = grid.customers[recency - 1]?.[frequency - 1] ?? 0;
          const money = grid.revenue[recency - 1]?.[frequency - 1] ?? 0n;
          const part = revenue > 0n ? share(Number(money) / Number(revenue)) : "";
          const isEmpty = customers === 0;
          return { text: isEmpty ? "·" : count(customers), share: isEmpty ? "" : part, shade: customers / most };
        }),
      })),
  };
}

/** Which values of each measure give which score, the best score first. */
export function cutPointTable({ segmented }: Report, language: Language): DataTable {
  const words = language.words.report;
  const dimensions = scoredDimensions(segmented);
  const most = Math.max(...dimensions.map((dimension) => segmented.levels[dimension]));
  return {
    length: most,
    columns: [
      { name: "score", heading: words.score, kind: "count", at: (row): CellValue => most - row },
      ...dimensions.map(
        (dimension): DataColumn => ({
          name: dimension,
          heading: language.words.report.measures[dimension],
          kind: "number",
          at: (row) => bandText(segmented, { dimension, score: most - row }, language),
        }),
      ),
    ],
  };
}

/** The values that get a score, best read from score to score: `0 – 14`, `15 – 34`; a dash where no value can have it. */
function bandText(
  { scales, levels }: Report["segmented"],
  { dimension, score }: { readonly dimension: Dimension; readonly score: number },
  language: Language,
): string {
  const { cutPoints, method } = scales[dimension];
  const words = language.words.report;
  if (score > levels[dimension]) return "";
  if (method === "ntile") return words.byRank;
  if (method === "nested") return words.byCell;
  const bin = dimension === "recency" ? levels[dimension] + 1 - score : score;
  const [over, to] = [cutPoints[bin - 2], cutPoints[bin - 1]];
  if (over !== undefined && over === to) return UNKNOWN;
  if (dimension === "monetary") {
    if (to !== undefined) return words.upTo(language.money(to));
    return over === undefined ? words.anyValue : words.over(language.money(over));
  }
  return wholeBand(over, to, language);
}

/** The whole numbers over one cut point, up to another: `2`, `15 – 34`, `4 or more`. */
function wholeBand(over: number | undefined, to: number | undefined, { count, words }: Language): string {
  const first = over === undefined ? undefined : Math.floor(over) + 1;
  const last = to === undefined ? undefined : Math.floor(to);
  if (last === undefined) return first === undefined ? words.report.anyValue : words.report.orMore(count(first));
  if (first === undefined) return words.report.upTo(count(last));
  if (last < first) return UNKNOWN;
  return first === last ? count(first) : `${count(first)} – ${count(last)}`;
}

/** What to do about each segment; or why that is not said, before what a scheme of one's own says all the same. */
function adviceBlocks({ segments }: Report, language: Language): readonly Block[] {
  const untold = untoldSentence(segments.yardstick, language);
  const actions = actionBlocks(segments, language);
  return [
    ...(untold === null ? [] : [{ kind: "lines", lines: [untold] } as const]),
    ...(actions.length === 0 ? [] : [{ kind: "actions", actions } as const]),
  ];
}

function actionBlocks(segments: SegmentSummaries, language: Language): readonly ActionBlock[] {
  return segments.segments
    .filter((segment) => segment.customers > 0)
    .toSorted(byWeight(segments))
    .map((segment) => ({
      segment: segment.segment,
      figures: language.words.report.segmentFigures(segment.customers, segment.revenue),
      ...segmentAdvice(segment, segments, language),
    }))
    .filter(({ meaning, action, avoid, measure }) => `${meaning}${action}${avoid}${measure}` !== "");
}
