import type { PeriodKind } from "../../basics/calendar/period.ts";
import { EmptyInputError, InputError } from "../../errors.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { type CohortTable, cohortsOf } from "../retention/cohorts.ts";
import type { RetentionOptions } from "../retention/observed-periods.ts";
import { type RepeatOptions, type RepeatPurchase, repeatPurchase } from "../retention/repeat.ts";
import { type RetentionTable, retentionByPeriod } from "../retention/retention-by-period.ts";
import type { SegmentedCustomers } from "../segments/assign-segments.ts";
import { type SegmentOptions, segmentCustomers } from "../segments/segment-customers.ts";
import { type SegmentSummaries, summariseSegments } from "../segments/summarise-segments.ts";
import { yardstickOf } from "../segments/yardstick.ts";
import { type Concentration, concentrationOf } from "./concentration.ts";
import { type Distributions, distributionsOf } from "./distribution.ts";
import { type Finding, findingOf } from "./finding.ts";
import { type FirstAction, firstActions } from "./first-actions.ts";
import { type GridSegments, gridSegments } from "./grid-segments.ts";
import { type GroupsOverTime, groupsOverTime, type NoGroupsOverTime } from "./groups-over-time.ts";
import { type Headline, headlineOf } from "./headline.ts";
import { type Lapsing, lapsing } from "./lapsing.ts";
import { type LatestPeriod, latestPeriod } from "./latest-period.ts";
import { type Movement, movementOf, type NoMovement } from "./movement.ts";
import { type PeriodChange, periodChanges } from "./period-changes.ts";
import { type Priorities, prioritiesOf } from "./priorities.ts";
import { type ScoreGrid, scoreGrid } from "./score-grid.ts";
import { type TopCustomer, topCustomers } from "./top-customers.ts";

export interface ReportOptions extends SegmentOptions {
  readonly period?: PeriodKind | undefined;
  readonly covers?: RetentionOptions["covers"];
  /** How many of the customers who spent most are named. Default 10. */
  readonly top?: number | undefined;
}

/** Everything that a report says about the customers, as data; every format shows these numbers. */
export interface Report {
  readonly segmented: SegmentedCustomers;
  readonly headline: Headline;
  /** What happened in the newest complete period, and in those that it is compared with. */
  readonly latest: LatestPeriod;
  readonly changes: readonly PeriodChange[];
  readonly segments: SegmentSummaries;
  readonly priorities: Priorities;
  /** What stands above everything else. */
  readonly finding: Finding;
  /** The groups to begin with, and what for. */
  readonly actions: readonly FirstAction[];
  /** The kinds of groups at the ends of the newest periods, or why they are not followed. */
  readonly groupsOverTime: GroupsOverTime | NoGroupsOverTime;
  /** Who has been silent for a long time, and what they have spent so far; `null` where the data cannot say what long is. */
  readonly lapsing: Lapsing | null;
  readonly grid: ScoreGrid;
  readonly gridSegments: GridSegments;
  readonly distributions: Distributions;
  /** `null` where revenue is not > 0. */
  readonly concentration: Concentration | null;
  readonly retention: RetentionTable;
  readonly cohorts: CohortTable;
  /** `null` where no customer has come back on another day. */
  readonly repeat: RepeatPurchase | null;
  /** Moves since one period before the as-of date, or why there are none to show. */
  readonly movement: Movement | NoMovement;
  readonly topCustomers: readonly TopCustomer[];
}

const TOP_CUSTOMERS = 10;

/** Scores, segments and follows the customers of an order table. */
export function reportOn(orders: OrderTable, options: ReportOptions): Report {
  const segmented = segmentCustomers(orders, options);
  const yardstick = yardstickOf(orders, segmented);
  const segments = summariseSegments(segmented, yardstick);
  const distributions = distributionsOf(segmented);
  const retention = retentionByPeriod(orders, options);
  const { asOf, period, covers, frequency } = options;
  const latest = latestPeriod(retention);
  const priorities = prioritiesOf(segments);
  let groups: Report["groupsOverTime"] | null = null; // every earlier day is scored anew, and only some formats show it
  const above = {
    headline: headlineOf(segmented.customers),
    lapsing: lapsing(segmented, yardstick),
    concentration: concentrationOf(segmented.customers),
  };
  return {
    ...above,
    segmented,
    finding: findingOf(above),
    actions: firstActions(segments, priorities),
    get groupsOverTime() {
      groups ??= groupsOverTime(orders, segmented, { ...options, retention });
      return groups;
    },
    latest,
    changes: periodChanges(latest, orders.hasMoney !== false),
    segments,
    priorities,
    grid: scoreGrid(segmented),
    gridSegments: gridSegments(segmented),
    distributions,
    retention,
    cohorts: cohortsOf(orders, { asOf, period, covers }),
    repeat: repeatOrNull(orders, { asOf, period, covers, frequency }),
    movement: movementOf(orders, segmented, options),
    topCustomers: topCustomers(segmented, options.top ?? TOP_CUSTOMERS),
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
