import type { Concentration, ConcentrationPoint } from "../../../analysis/report/concentration.ts";
import type { DistributionBin } from "../../../analysis/report/distribution.ts";
import type { Dimension } from "../../../analysis/scores/dimension.ts";
import { scoredDimensions } from "../../../analysis/scores/score-customers.ts";
import type { CellKind } from "../../xlsx/sheet.ts";
import type { ReportInput } from "../report-input.ts";
import { columnsOf, type ReportSheet } from "./report-sheet.ts";

/** How recency, frequency and spend are spread over the customers. */
export function distributionSheet({ language, report }: ReportInput): ReportSheet {
  const { words } = language;
  const bins = scoredDimensions(report.segmented).flatMap((dimension) =>
    report.distributions[dimension].bins.map((bin) => ({ ...bin, dimension })),
  );
  const bin = (row: number): DistributionBin & { readonly dimension: Dimension } => bins[row] as (typeof bins)[number];
  const make = columnsOf("distributions", language);
  const kind = (row: number): CellKind => (bins[row]?.dimension === "monetary" ? "money" : "number");
  return {
    name: words.workbook.sheets.distributions,
    length: bins.length,
    columns: [
      make("dimension", "text", (row) => language.words.report.measures[bin(row).dimension]),
      make("over", kind, (row) => overAtLeast(bin(row)), { width: 16 }),
      make("up_to", kind, (row) => bin(row).upTo, { width: 16 }),
      make("customers", "count", (row) => bin(row).customers),
      make("customer_share", "share", (row) => bin(row).customers / report.headline.customers),
    ],
  };
}

/** What a bin is over; `null` where nobody can be below: a number of days or orders that is less than 0 is none. */
function overAtLeast({ dimension, over }: DistributionBin & { readonly dimension: Dimension }): number | null {
  return dimension !== "monetary" && over !== null && over < 0 ? null : over;
}

/** What the largest customers bring, from nobody to everybody. */
export function concentrationSheet(concentration: Concentration, { language }: ReportInput): ReportSheet {
  const point = (row: number): ConcentrationPoint => concentration.points[row] as ConcentrationPoint;
  const make = columnsOf("concentration", language);
  return {
    name: language.words.workbook.sheets.concentration,
    length: concentration.points.length,
    columns: [
      make("customers", "count", (row) => point(row).customers),
      make("customer_share", "share", (row) => point(row).customerShare),
      make("revenue", "money", (row) => point(row).revenue),
      make("revenue_share", "share", (row) => point(row).revenueShare),
    ],
  };
}
