import type { PeriodKind } from "../calendar/period.ts";
import type { OrderTable } from "../order-table.ts";
import type { RetentionOptions } from "../retention/observed-periods.ts";
import { type RetentionTable, retentionByPeriod } from "../retention/retention-by-period.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { type SegmentOptions, segmentCustomers } from "../segments/segment-customers.ts";
import { type SegmentSummaries, summariseSegments } from "../segments/summarise-segments.ts";
import { type Headline, headlineOf } from "./headline.ts";
import { type ScoreGrid, scoreGrid } from "./score-grid.ts";

export interface ReportOptions extends SegmentOptions {
  readonly period?: PeriodKind | undefined;
  readonly covers?: RetentionOptions["covers"];
}

/** Everything that a report says about the customers, as data; every format shows these numbers. */
export interface Report {
  readonly segmented: SegmentedCustomers;
  readonly headline: Headline;
  readonly segments: SegmentSummaries;
  readonly grid: ScoreGrid;
  readonly retention: RetentionTable;
}

/** Scores, segments and follows the customers of an order table. */
export function reportOn(orders: OrderTable, options: ReportOptions): Report {
  const segmented = segmentCustomers(orders, options);
  return {
    segmented,
    headline: headlineOf(segmented.customers),
    segments: summariseSegments(segmented),
    grid: scoreGrid(segmented),
    retention: retentionByPeriod(orders, options),
  };
}
