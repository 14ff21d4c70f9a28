/*
 * The digest: what changed since the last set, for mail and chat. What was published then comes from that set; who moved is
 * counted in the orders of now, both days with the same cut points.
 */
import type { OrderTable } from "../../orders/order-table.ts";
import { headlineOf } from "../report/headline.ts";
import { latestPeriod } from "../report/latest-period.ts";
import { type PeriodChange, periodChanges } from "../report/period-changes.ts";
import type { ReportOptions } from "../report/report.ts";
import { type RetentionTable, retentionByPeriod } from "../retention/retention-by-period.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import type { SegmentOptions } from "../segments/segment-customers.ts";
import { summariseSegments } from "../segments/summarise-segments.ts";
import { yardstickOf } from "../segments/yardstick.ts";
import { type LapsedSince, lapsedSince } from "./lapsed-since.ts";
import { type DigestMoves, movesSince } from "./moves.ts";
import { type EarlierSet, type Since, sinceOf } from "./since.ts";

/** One segment now, and in the sets before. */
export interface DigestSegment {
  readonly segment: string;
  readonly customers: number;
  /** Whole 1/10,000 of a unit. */
  readonly revenue: bigint;
  /**
   * Customers on the last set's day with the cut points of now, so that the difference is who came and who left; of the same
   * day, and where single orders are not known, those of the last set as it was published. `null` where there is nothing to
   * compare with.
   */
  readonly before: number | null;
  /** Customers in each set of {@link Digest.trendDays}; the last is now. */
  readonly trend: readonly number[];
}

/** What a set says in a minute. */
export interface Digest {
  readonly asOf: number;
  readonly customers: number;
  readonly revenue: bigint;
  readonly since: Since;
  /** Whether single orders are known: if not, nothing is said of periods and of who moved. */
  readonly hasOrders: boolean;
  /** What happened in the newest complete period, never in one that has not ended; empty while none is complete. */
  readonly changes: readonly PeriodChange[];
  readonly period: { readonly kind: NonNullable<ReportOptions["period"]>; readonly name: string } | null;
  /** `null` where the days cannot be compared, or scores are by rank. */
  readonly moves: DigestMoves | null;
  /** `null` where the days cannot be compared, or the data cannot say who has lapsed. */
  readonly lapsed: LapsedSince | null;
  readonly segments: readonly DigestSegment[];
  /** The as-of dates of the sets that can be compared, ascending, and this one's. */
  readonly trendDays: readonly number[];
}

export interface DigestOptions extends ReportOptions {
  /** The set that is to be replaced. */
  readonly last: EarlierSet | "none" | "unreadable";
  /** The options that are not what they were in that set, by their names. */
  readonly changedOptions: readonly string[];
  /** Sets that are kept and were made with the same options, oldest first. */
  readonly kept: readonly EarlierSet[];
}

/** So many sets show a trend. */
const LONGEST_TREND = 12;

/** What a digest is made of beside the customers. */
export interface DigestParts {
  /** `null` where single orders are not known. */
  readonly retention: RetentionTable | null;
  /** Who moved since the last set's day; `null` where that one is not earlier, or the days cannot be compared. */
  readonly moves: DigestMoves | null;
  /** Who has lapsed since that day; `null` as for the moves, and where the data cannot say. */
  readonly lapsed: LapsedSince | null;
}

/** What changed since the last set, in numbers that are those of the report. */
export function digestOf(orders: OrderTable, segmented: SegmentedCustomers, options: DigestOptions): Digest {
  const since = sinceOf(segmented, options);
  return digestFrom(segmented, options, {
    retention: retentionByPeriod(orders, options),
    moves: since.kind === "earlier day" ? movesSince(orders, segmented, { ...options, fromDay: since.day }) : null,
    lapsed: since.kind === "earlier day" ? lapsedSince(segmented, yardstickOf(orders, segmented), since.day) : null,
  });
}

/** The same of a table with one row per customer: the totals and each segment, as the table and the last set have them. */
export function digestOfCustomers(segmented: SegmentedCustomers, options: DigestOptions): Digest {
  return digestFrom(segmented, options, { retention: null, moves: null, lapsed: null });
}

/** The same of customers and periods that were added up already. */
export function digestFrom(
  segmented: SegmentedCustomers,
  options: Omit<DigestOptions, keyof SegmentOptions> & Pick<DigestOptions, "asOf">,
  { retention, moves, lapsed }: DigestParts,
): Digest {
  const { customers: count, revenue } = headlineOf(segmented.customers);
  const { asOf } = options;
  const latest = retention === null ? null : latestPeriod(retention);
  const since = sinceOf(segmented, options);
  const trend = comparableSets(segmented, options);
  const published = typeof options.last === "string" ? undefined : options.last.segments;
  const isAsPublished = since.kind === "same day" || (since.kind === "earlier day" && retention === null);
  const before = isAsPublished ? published : moves?.before;
  const { segments } = summariseSegments(segmented, null);
  return {
    asOf,
    customers: count,
    revenue,
    since,
    hasOrders: retention !== null,
    changes: latest === null ? [] : periodChanges(latest),
    period: latest?.latest == null ? null : { kind: options.period ?? "month", name: latest.latest.period },
    moves,
    lapsed,
    segments: segments.map(({ segment, customers, revenue: money }) => ({
      segment,
      customers,
      revenue: money,
      before: before?.get(segment) ?? null,
      trend: [...trend.map((set) => set.segments.get(segment) ?? 0), customers],
    })),
    trendDays: [...trend.map((set) => set.asOf), asOf],
  };
}

/** Of the sets that are kept, the newest of each earlier day that has the same segments. */
function comparableSets(
  { scheme }: SegmentedCustomers,
  { kept, asOf }: Pick<DigestOptions, "kept" | "asOf">,
): readonly EarlierSet[] {
  const names = scheme.segments.map(({ name }) => name).join("\n");
  const byDay = new Map(
    kept
      .filter((set) => set.asOf < asOf && [...set.segments.keys()].join("\n") === names)
      .map((set) => [set.asOf, set] as const),
  );
  return [...byDay.values()].sort((a, b) => a.asOf - b.asOf).slice(1 - LONGEST_TREND);
}
