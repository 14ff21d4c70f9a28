import { windowStart } from "../../basics/calendar/span.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import type { CustomersAtOptions } from "../customers/customer-table.ts";
import { scoreOf } from "../scores/scale.ts";
import type { Dimension, ScoredCustomers } from "../scores/score-customers.ts";
import { type Scheme, schemeScore, segmentOf } from "../segments/scheme.ts";
import { wilsonInterval } from "../statistics/wilson.ts";
import { isObserved, type ObservedPeriod } from "./observed-periods.ts";
import type { RetentionTable } from "./retention-by-period.ts";
import { type Measures, RunningMeasures } from "./running-measures.ts";
import { type Timelines, timelinesOf } from "./timelines.ts";

/** How many of those who were in a segment on the day before a period bought in it. */
export interface SegmentRetentionRow extends ObservedPeriod {
  /** Index into the scheme's segments. */
  readonly segment: number;
  /** Customers in the segment on the day before the period's first. */
  readonly before: number;
  /** Those of them who bought in the period. */
  readonly retained: number;
  /** retained / before with its Wilson 95 % interval; `null` where the period or the one before is not known in full. */
  readonly retentionRate: number | null;
  readonly retentionLow: number | null;
  readonly retentionHigh: number | null;
}

export interface SegmentRetention {
  readonly scheme: Scheme;
  /** By period, then in the scheme's order; the first period, which nobody can be kept from, is left out. */
  readonly rows: readonly SegmentRetentionRow[];
  /** One entry a segment: Σ retained / Σ before over the periods with a rate and somebody in the segment. */
  readonly pooled: readonly { readonly rate: number | null; readonly periods: number }[];
}

export interface SegmentRetentionOptions extends CustomersAtOptions {
  readonly scheme: Scheme;
  /** The customers as scored at the as-of date, whose cut points score every earlier day too. */
  readonly scored: ScoredCustomers;
}

/**
 * Retention by segment: everyone is scored on the day before each period with the cut points of the as-of date, so that the
 * segments mean the same all along, and followed through the period. Not only last period's buyers are followed, but all
 * customers of the segment.
 */
export function retentionBySegment(
  orders: OrderTable,
  { rows: periods }: RetentionTable,
  options: SegmentRetentionOptions,
): SegmentRetention {
  const { scheme } = options;
  const counts = countSegments(timelinesOf(orders, options.asOf), periods, options);
  const width = scheme.segments.length;
  const rows = periods.slice(1).flatMap((period, index) =>
    scheme.segments.map((_, segment): SegmentRetentionRow => {
      const before = counts.before[(index + 1) * width + segment] as number;
      const retained = counts.retained[(index + 1) * width + segment] as number;
      const hasRate = before > 0 && isObserved(period) && isObserved(periods[index]);
      const interval = hasRate ? wilsonInterval(retained, before) : null;
      return {
        period: period.period,
        firstDay: period.firstDay,
        lastDay: period.lastDay,
        complete: period.complete,
        isCutOff: period.isCutOff,
        noData: period.noData,
        segment,
        before,
        retained,
        retentionRate: hasRate ? retained / before : null,
        retentionLow: interval?.low ?? null,
        retentionHigh: interval?.high ?? null,
      };
    }),
  );
  return { scheme, rows, pooled: scheme.segments.map((_, segment) => pooledRate(rows, segment)) };
}

function pooledRate(
  rows: readonly SegmentRetentionRow[],
  segment: number,
): { readonly rate: number | null; readonly periods: number } {
  const rated = rows.filter((row) => row.segment === segment && row.retentionRate !== null);
  const before = rated.reduce((sum, row) => sum + row.before, 0);
  const retained = rated.reduce((sum, row) => sum + row.retained, 0);
  return { rate: before === 0 ? null : retained / before, periods: rated.length };
}

/** Counts at index period × segments + segment. */
interface SegmentCounts {
  readonly before: Int32Array;
  readonly retained: Int32Array;
}

/**
 * Walks each customer's entries once, with the period as the clock: what lies before a period is folded into the measures
 * that score the customer on the day before it. With a window, what falls out of it is taken off again at the other end.
 */
function countSegments(
  timelines: Timelines,
  periods: readonly ObservedPeriod[],
  options: SegmentRetentionOptions,
): SegmentCounts {
  const width = options.scheme.segments.length;
  const before = new Int32Array(periods.length * width);
  const retained = new Int32Array(periods.length * width);
  const { window } = options;
  const froms = periods.map(({ firstDay }) =>
    window === undefined ? Number.NEGATIVE_INFINITY : windowStart(firstDay - 1, window),
  );
  const segmentFor = segmentLookup(options);
  const measured = new RunningMeasures(timelines, options);
  for (let customer = 0; customer + 1 < timelines.start.length; customer += 1) {
    if (!measured.begin(customer)) continue;
    for (let at = 1; at < periods.length; at += 1) {
      const { firstDay, lastDay } = periods[at] as ObservedPeriod;
      if (!measured.moveTo(firstDay - 1, froms[at] as number)) continue;
      const cell = at * width + segmentFor(measured);
      before[cell] = (before[cell] as number) + 1;
      if (measured.buysBy(lastDay)) retained[cell] = (retained[cell] as number) + 1;
    }
  }
  return { before, retained };
}

/** The segment of a customer's measures by the scales of the as-of date; every cell's segment is looked up once. */
function segmentLookup({ scheme, scored }: SegmentRetentionOptions): (measures: Measures) => number {
  const { levels, scales } = scored;
  const cells = new Map<number, number>();
  const onScheme = (dimension: Dimension, score: number): number =>
    schemeScore(score, levels[dimension], scheme.levels);
  return (measures) => {
    const recency = scoreOf(measures.recency, scales.recency);
    const frequency = scoreOf(measures.frequency, scales.frequency);
    const monetary = scoreOf(measures.monetary, scales.monetary);
    const cell = (recency * 16 + frequency) * 16 + monetary;
    const known = cells.get(cell);
    if (known !== undefined) return known;
    const segment = segmentOf(scheme, {
      recency: onScheme("recency", recency),
      frequency: onScheme("frequency", frequency),
      monetary: onScheme("monetary", monetary),
    });
    cells.set(cell, segment);
    return segment;
  };
}
