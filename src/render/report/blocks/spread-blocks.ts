import type { ConcentrationPoint } from "../../../analysis/report/concentration.ts";
import type { DistributionBin } from "../../../analysis/report/distribution.ts";
import type { Dimension } from "../../../analysis/scores/dimension.ts";
import { scoredDimensions } from "../../../analysis/scores/score-customers.ts";
import type { DataTable } from "../../../csv/writer/data-table.ts";
import type { Language } from "../../language/language.ts";
import type { ReportInput } from "../report-input.ts";
import { reportedId } from "../reported-id.ts";
import type { Block } from "./block.ts";

/** Of fewer customers nobody is a fifth. */
const FEWEST = 5;

/** Who brings the revenue: the largest customers' share, and in files the curve at every tenth. */
export function concentrationBlocks({ report, language }: ReportInput, isFull: boolean): readonly Block[] {
  const words = language.words.report;
  const { concentration } = report;
  const heading: Block = { kind: "heading", text: words.concentration };
  if (concentration === null) return [heading, { kind: "lines", lines: [words.noRevenue] }];
  if (report.headline.customers < FEWEST) return [heading, { kind: "lines", lines: [words.tooFewToShare] }];
  const { topFifth, half, negative, points } = concentration;
  const tenths = points.filter(
    (_, index) => index > 0 && index % Math.max(1, Math.round((points.length - 1) / 10)) === 0,
  );
  return [
    heading,
    {
      kind: "lines",
      lines: [words.brings(topFifth, half), ...(negative === 0 ? [] : [words.negativeCustomers(negative)])],
    },
    ...(isFull ? [{ kind: "table", table: pointTable(tenths, language) } as const] : []),
  ];
}

function pointTable(points: readonly ConcentrationPoint[], { words }: Language): DataTable {
  const { columns } = words.report;
  const point = (row: number): ConcentrationPoint => points[row] as ConcentrationPoint;
  return {
    length: points.length,
    columns: [
      { name: "customers", heading: words.report.largest, kind: "count", at: (row) => point(row).customers },
      {
        name: "customer_share",
        heading: columns.ofCustomers,
        kind: "share",
        at: (row) => point(row).customerShare,
      },
      { name: "revenue", heading: columns.revenue, kind: "money", at: (row) => point(row).revenue },
      { name: "revenue_share", heading: columns.ofRevenue, kind: "share", at: (row) => point(row).revenueShare },
    ],
  };
}

/** How many customers have which values, one table per measure. */
export function distributionBlocks({ report, language }: ReportInput): readonly Block[] {
  const words = language.words.report;
  return [
    { kind: "heading", text: words.distributions },
    ...scoredDimensions(report.segmented).map((dimension) => ({
      kind: "table" as const,
      table: binTable(report, dimension, language),
    })),
  ];
}

function binTable(report: ReportInput["report"], dimension: Dimension, language: Language): DataTable {
  const { bins } = report.distributions[dimension];
  const { customers } = report.headline;
  const { columns } = language.words.report;
  const bin = (row: number): DistributionBin => bins[row] as DistributionBin;
  const isMoney = dimension === "monetary";
  return {
    length: bins.length,
    columns: [
      {
        name: "values",
        heading: language.words.report.measures[dimension],
        kind: "text",
        align: "right",
        at: (row) => (isMoney ? moneyBand(bin(row), language) : wholeBand(bin(row), language)),
      },
      { name: "customers", heading: columns.customers, kind: "count", at: (row) => bin(row).customers },
      { name: "share", heading: columns.ofCustomers, kind: "share", at: (row) => bin(row).customers / customers },
    ],
  };
}

function moneyBand({ over, upTo }: DistributionBin, { money, words }: Language): string {
  if (over === null) return upTo === null ? words.report.anyValue : words.report.upTo(money(upTo));
  return upTo === null ? words.report.over(money(over)) : `${money(over)} – ${money(upTo)}`;
}

/** The whole numbers over one bound and up to another: `7 – 13`. */
function wholeBand({ over, upTo }: DistributionBin, { count, words }: Language): string {
  if (over === null) return upTo === null ? words.report.anyValue : words.report.upTo(count(upTo));
  if (upTo === null) return words.report.orMore(count(over + 1));
  return over + 1 === upTo ? count(upTo) : `${count(over + 1)} – ${count(upTo)}`;
}

/** The customers who spent most; none where none were asked for. */
export function topCustomerBlocks(input: ReportInput): readonly Block[] {
  const { report, language } = input;
  const { topCustomers, segmented } = report;
  if (topCustomers.length === 0) return [];
  const { columns } = language.words.report;
  const at = (row: number): (typeof topCustomers)[number] => topCustomers[row] as (typeof topCustomers)[number];
  const table: DataTable = {
    length: topCustomers.length,
    columns: [
      {
        name: "customer_id",
        heading: columns.customer,
        kind: "text",
        at: (row) => shownId(reportedId(at(row).id, input)),
      },
      { name: "revenue", heading: columns.spend, kind: "money", at: (row) => at(row).spend },
      { name: "orders", heading: columns.orders, kind: "count", at: (row) => at(row).orders },
      { name: "last_order", heading: columns.lastOrder, kind: "day", at: (row) => at(row).lastOrderDay },
      {
        name: "segment",
        heading: columns.segment,
        kind: "text",
        rank: 1,
        at: (row) => segmented.scheme.segments[at(row).segment]?.name ?? "",
      },
    ],
  };
  const isMasked = topCustomers.some(({ id }) => reportedId(id, input) !== id);
  return [
    { kind: "heading", text: language.words.report.topCustomers(topCustomers.length) },
    { kind: "table", table },
    ...(isMasked ? [{ kind: "lines", lines: [language.words.page.top.masked] } as const] : []),
  ];
}

/** Longer ids are shortened where people read them. */
const ID_SHOWN = 60;

function shownId(id: string): string {
  return id.length <= ID_SHOWN ? id : `${id.slice(0, ID_SHOWN - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
