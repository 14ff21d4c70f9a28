import type { PeriodKind } from "../../basics/calendar/period.ts";
import { EmptyInputError, InputError } from "../../errors.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { type CohortTable, cohortsOf, cohortsOfCells } from "../retention/cohorts.ts";
import type { RetentionOptions } from "../retention/observed-periods.ts";
import type { PeriodSums } from "../retention/period-cells.ts";
import { type RepeatOptions, type RepeatPurchase, repeatPurchase } from "../retention/repeat.ts";
import { type RetentionTable, retentionByPeriod } from "../retention/retention-by-period.ts";
import { timelinesOf } from "../retention/timelines.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { type SegmentOptions, segmentCustomers } from "../segments/segment-customers.ts";
import { type SegmentSummaries, summariseSegments } from "../segments/summarise-segments.ts";
import { type Yardstick, yardstickOf } from "../segments/yardstick.ts";
import { type Concentration, concentrationOf } from "./concentration.ts";
import { type Distributions, distributionsOf } from "./distribution.ts";
import { type Finding, findingOf } from "./finding.ts";
import { type FirstAction, firstChoices } from "./first-actions.ts";
import { firstActions, firstGroups } from "./first-groups.ts";
import { type GridSegments, gridSegments } from "./grid-segments.ts";
import { type GroupsOverTime, groupsOverTime, type NoGroupsOverTime } from "./groups-over-time.ts";
import { type Headline, headlineOf } from "./headline.ts";
import { type Lapsing, lapsing } from "./lapsing.ts";
import { type LatestPeriod, latestPeriod } from "./latest-period.ts";
import { type Movement, movementOf, type NoMovement } from "./movement.ts";
import { type PeriodChange, periodChanges } from "./period-changes.ts";
import type { Permission } from "./permission.ts";
import { type Priorities, prioritiesOf } from "./priorities.ts";
import { type ScoreGrid, scoreGrid } from "./score-grid.ts";
import { type TopCustomer, topCustomers } from "./top-customers.ts";
import { type TrailingYear, trailingYear } from "./trailing-year.ts";

export interface ReportOptions extends SegmentOptions {
  readonly period?: PeriodKind | undefined;
  readonly covers?: RetentionOptions["covers"];
  /** How many of the customers who spent most are named. Default 10. */
  readonly top?: number | undefined;
  /** Who may be written to; `null`, as where it is left out, if nothing says so. */
  readonly permissionOf?: ((segmented: SegmentedCustomers) => Permission | null) | undefined;
}

/** Everything that a report says about the customers, as data; every format shows these numbers. */
export interface Report {
  readonly segmented: SegmentedCustomers;
  readonly headline: Headline;
  readonly segments: SegmentSummaries;
  readonly priorities: Priorities;
  /** What stands above everything else. */
  readonly finding: Finding;
  /** The groups to begin with, and what for. */
  readonly actions: readonly FirstAction[];
  /** Who may be written to; `null` where nothing says so. */
  readonly permission: Permission | null;
  /** Who has been silent for a long time, and what they have spent so far; `null` where the data cannot say what long is. */
  readonly lapsing: Lapsing | null;
  readonly grid: ScoreGrid;
  readonly gridSegments: GridSegments;
  readonly distributions: Distributions;
  /** `null` where revenue is not > 0. */
  readonly concentration: Concentration | null;
  /** The first day that counts: of the window, of the exports, of the first orders; `null` where none of them is known. */
  readonly since: number | null;
  /** `null` for customers of whom only sums are known. */
  readonly overTime: ReportOverTime | null;
  readonly topCustomers: readonly TopCustomer[];
}

/** What a report says of the customers from period to period, which takes single orders. */
export interface ReportOverTime {
  /** What happened in the newest complete period, and in those that it is compared with. */
  readonly latest: LatestPeriod;
  readonly changes: readonly PeriodChange[];
  /** The revenue of the newest twelve complete months against the twelve before; `null` where they cannot be compared. */
  readonly trailingYear: TrailingYear | null;
  /** The kinds of groups at the ends of the newest periods, or why they are not followed. */
  readonly groupsOverTime: GroupsOverTime | NoGroupsOverTime;
  readonly retention: RetentionTable;
  readonly cohorts: CohortTable;
  /** `null` where no customer has come back on another day. */
  readonly repeat: RepeatPurchase | null;
  /** Moves since one period before the as-of date, or why there are none to show. */
  readonly movement: Movement | NoMovement;
}

const TOP_CUSTOMERS = 10;

/** Scores and segments the customers of an order table, and follows them where it has single orders. */
export function reportOn(orders: OrderTable, options: ReportOptions): Report {
  if (orders.customers === undefined) timelinesOf(orders, options.asOf); // made once, before the first who would add up orders
  const segmented = segmentCustomers(orders, options);
  return reportOf(segmented, {
    yardstick: yardstickOf(orders, segmented),
    overTime: segmented.customers.knows.singleOrders ? reportOverTime(orders, segmented, options) : null,
    top: options.top,
    permission: options.permissionOf?.(segmented) ?? null,
  });
}

/** The report on customers who are scored, with what is known of them from period to period. */
export function reportOf(
  segmented: SegmentedCustomers,
  {
    yardstick,
    overTime,
    top,
    permission,
  }: Pick<Report, "overTime" | "permission"> & Pick<ReportOptions, "top"> & { readonly yardstick: Yardstick },
): Report {
  const segments = summariseSegments(segmented, yardstick);
  const above = {
    headline: headlineOf(segmented.customers),
    lapsing: lapsing(segmented, yardstick),
    concentration: concentrationOf(segmented.customers),
  };
  const priorities = prioritiesOf(segments, above.lapsing);
  const finding = findingOf(above);
  const groups = firstGroups(segmented, { yardstick, topFifth: above.concentration?.topFifth ?? null });
  const choices = firstChoices(segments, {
    priorities,
    finding,
    hasBestFifth: groups["best fifth"].length > 0,
    orderedOnce: segments.hasMoney && segments.revenue <= 0n ? 0 : groups["ordered once"].length,
  });
  return {
    ...above,
    segmented,
    since: sinceWhen(segmented, overTime),
    finding,
    actions: firstActions(choices, segmented, { groups, permission }),
    permission,
    segments,
    priorities,
    grid: scoreGrid(segmented),
    gridSegments: gridSegments(segmented),
    distributions: distributionsOf(segmented),
    overTime,
    topCustomers: topCustomers(segmented, top ?? TOP_CUSTOMERS),
  };
}

function sinceWhen({ customers }: SegmentedCustomers, overTime: ReportOverTime | null): number | null {
  const { windowStart, knows, firstOrderDay, asOf } = customers;
  if (windowStart !== null) return windowStart;
  if (overTime !== null) return overTime.retention.covers.from;
  return knows.firstDay ? firstOrderDay.reduce((least, day) => Math.min(least, day), asOf) : null;
}

function reportOverTime(orders: OrderTable, segmented: SegmentedCustomers, options: ReportOptions): ReportOverTime {
  const { asOf, period, covers, frequency } = options;
  const retention = retentionByPeriod(orders, options);
  const latest = latestPeriod(retention);
  let groups: ReportOverTime["groupsOverTime"] | null = null; // every earlier day is scored anew, and only some formats show it
  return {
    get groupsOverTime() {
      groups ??= groupsOverTime(orders, segmented, { ...options, retention });
      return groups;
    },
    latest,
    changes: periodChanges(latest, orders.hasMoney !== false),
    trailingYear: trailingYear(retention, orders.hasMoney !== false),
    retention,
    cohorts: cohortsOf(orders, { asOf, period, covers }),
    repeat: repeatOrNull(orders, { asOf, period, covers, frequency, retention }),
    movement: movementOf(orders, segmented, options),
  };
}

/** What customers did from period to period, added up elsewhere. */
export interface OverTimeSums extends Pick<ReportOverTime, "groupsOverTime" | "movement" | "repeat" | "retention"> {
  readonly periods: PeriodSums;
}

/** {@link ReportOverTime} of customers who were added up elsewhere. */
export function overTimeOfSums(
  { periods, retention, ...known }: OverTimeSums,
  options: RetentionOptions,
): ReportOverTime {
  const latest = latestPeriod(retention);
  return {
    ...known,
    latest,
    changes: periodChanges(latest),
    trailingYear: trailingYear(retention),
    retention,
    cohorts: cohortsOfCells(periods, options),
  };
}

/** Where nobody has come back on another day, the data cannot say how long customers take to. */
function repeatOrNull(orders: OrderTable, options: RepeatOptions): RepeatPurchase | null {
  try {
    return repeatPurchase(orders, options);
  } catch (error) {
    if (error instanceof InputError && !(error instanceof EmptyInputError)) return null;
    throw error;
  }
}
