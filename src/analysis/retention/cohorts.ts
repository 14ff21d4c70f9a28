import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { activityByWindow, periodActivity } from "./activity.ts";
import { type CustomerGroups, calendarPlan, daysPlan, type PlanInput, WINDOW_DAYS } from "./cohort-plan.ts";
import { type CohortPlan, type CohortTally, tallyCohorts } from "./cohort-tally.ts";
import { nothingBought, type ObservedPeriods, observedPeriods, type RetentionOptions } from "./observed-periods.ts";
import { activityOfCells, type PeriodSums } from "./period-cells.ts";
import { timelinesOf } from "./timelines.ts";

export interface CohortOptions extends RetentionOptions {
  /** Whom a cell counts: buyers in the k-th period (default), or in it or any later one up to the as-of date. */
  readonly kind?: "on" | "on-or-after" | undefined;
  /** Calendar periods (default), or windows of 30 days from each customer's own first purchase. */
  readonly clock?: "calendar" | "days" | undefined;
  /** Cohorts by these groups instead of by the period of the first purchase. */
  readonly groups?: CustomerGroups | undefined;
}

/**
 * What a cell can say: a value; a value so far, because its period is not complete; nothing yet, because its period has not
 * begun or ended for anybody; or nothing at all, because an export is missing.
 */
export type CellState = "value" | "partial" | "not observable yet" | "no data";

/** Sums over the customers that a cell is about. Money is whole 1/10,000 of a unit; quotients are in currency units. */
export interface CohortFigures {
  /** Customers that the figures are about: the cohort, or those of it who have had the time. */
  readonly counted: number;
  readonly customers: number;
  /** customers / counted; `null` where nobody is counted. */
  readonly rate: number | null;
  readonly orders: number;
  /** Purchases minus refunds dated in the k-th period. */
  readonly revenue: bigint;
  readonly revenuePerCustomer: number | null;
  /** Revenue from k = 0 up to k, with the customers it is known of; `null` after a period whose export is missing. */
  readonly cumulative: { readonly revenue: bigint; readonly counted: number } | null;
  readonly cumulativeRevenuePerCustomer: number | null;
}

export interface CohortCell {
  readonly k: number;
  /** The k-th period's name; `null` where the cohort's customers have it at different times. */
  readonly period: string | null;
  readonly state: CellState;
  /** `null` where nothing is known. */
  readonly figures: CohortFigures | null;
}

export interface Cohort {
  /** The period of the first purchase, or the group; `null` for customers without a value. */
  readonly cohort: string | null;
  /** Customers in it. */
  readonly size: number;
  readonly cells: readonly CohortCell[];
}

/**
 * The cells with a value of one k, pooled over the cohorts that count: every figure is a sum over them, or a quotient of two
 * sums. {@link CohortTable.leftOut} says which cohort does not count.
 */
export interface CohortAverage {
  readonly k: number;
  /** How many cohorts are in it. */
  readonly cohorts: number;
  readonly figures: CohortFigures | null;
}

export interface CohortTable {
  readonly kind: "on" | "on-or-after";
  readonly clock: "calendar" | "days";
  /** The column that made the groups; `null` for cohorts by period. */
  readonly groupedBy: string | null;
  readonly periods: ObservedPeriods;
  /** By period, ascending; groups the largest first, ties by name. Periods without a first purchase are left out. */
  readonly cohorts: readonly Cohort[];
  readonly averages: readonly CohortAverage[];
  /**
   * The cohort that no average counts: that of the first period of the exports, for the history may begin before them, and
   * then it holds old customers too. `null` where nobody began in that period, and for cohorts by group.
   */
  readonly leftOut: string | null;
  /** Σ size. */
  readonly customers: number;
}

/**
 * Customers by when (or with what) they began, followed from period to period.
 *
 * k = 0 is the period of the first purchase. By group, and on the clock of days, a cell counts only customers whose own
 * k-th period or window has ended.
 *
 * @throws EmptyInputError when nothing was bought up to the as-of date
 */
export function cohortsOf(orders: OrderTable, options: CohortOptions): CohortTable {
  const { asOf, kind = "on", clock = "calendar", groups = null } = options;
  const timelines = timelinesOf(orders, asOf);
  if (timelines.customers === 0) throw nothingBought(orders, asOf, "cohorts");
  const calendar = periodActivity(timelines, options.period ?? "month");
  const periods = observedPeriods(orders, calendar, options);
  const input: PlanInput = { timelines, periods, groups, lastDay: Math.min(asOf, periods.covers.to) };
  const plan = clock === "days" ? daysPlan(input) : calendarPlan(input);
  const activity = clock === "days" ? activityByWindow(timelines, WINDOW_DAYS) : calendar;
  return tableOf(tallyCohorts(activity, plan), { plan, periods, kind, clock, groups, customers: timelines.customers });
}

/** The cohorts by calendar period of customers who were added up elsewhere. */
export function cohortsOfCells(
  sums: PeriodSums,
  { kind = "on", ...options }: Omit<CohortOptions, "clock" | "groups">,
): CohortTable {
  const activity = activityOfCells(sums.cells);
  const periods = observedPeriods(sums, activity, options);
  const plan = calendarPlan({ periods, groups: null });
  const customers = sums.cells.reduce((all, { lastBuyers }) => all + lastBuyers, 0);
  return tableOf(tallyCohorts(activity, plan), { plan, periods, kind, clock: "calendar", groups: null, customers });
}

interface Counted extends Pick<CohortTable, "kind" | "clock" | "periods" | "customers"> {
  readonly plan: CohortPlan;
  readonly groups: CustomerGroups | null;
}

function tableOf(tally: CohortTally, { plan, periods, kind, clock, groups, customers }: Counted): CohortTable {
  const read: ReadTally = { tally, plan, kind, periods, ofPeriods: clock === "calendar" && groups === null };
  const cohorts = groups === null ? periodCohorts(read) : groupCohorts(read, groups);
  const width = cohorts.reduce((most, { cells }) => Math.max(most, lastKnownK(cells) + 1), 1);
  const [began] = cohorts;
  const leftOut = groups === null && isFirstOf(periods, began) ? began.cohort : null;
  const shown = cohorts.map((cohort) => ({ ...cohort, cells: cohort.cells.slice(0, width) }));
  const counted = leftOut === null ? shown : shown.slice(1);
  return {
    kind,
    clock,
    groupedBy: groups?.name ?? null,
    periods,
    cohorts: shown,
    averages: Array.from({ length: width }, (_, k) => averageAt(counted, k)),
    leftOut,
    customers,
  };
}

function isFirstOf({ periods }: ObservedPeriods, cohort: Cohort | undefined): cohort is Cohort {
  return cohort !== undefined && cohort.cohort === periods[0]?.period;
}

interface ReadTally {
  readonly tally: CohortTally;
  readonly plan: CohortPlan;
  readonly kind: "on" | "on-or-after";
  readonly periods: ObservedPeriods;
  /** Whether the k-th period of a cohort is one period of the calendar. */
  readonly ofPeriods: boolean;
}

function periodCohorts(read: ReadTally): Cohort[] {
  return read.periods.periods.flatMap(({ period }, index) => {
    const size = read.tally.size[index] as number;
    return size === 0 ? [] : [{ cohort: period, size, cells: cellsOf(read, index) }];
  });
}

function groupCohorts(read: ReadTally, { values }: CustomerGroups): Cohort[] {
  const found = Array.from(read.tally.size, (size, index) => ({ cohort: values[index] ?? null, size, index }));
  return found
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || compareCodeUnits(a.cohort ?? "", b.cohort ?? ""))
    .map(({ cohort, size, index }) => ({ cohort, size, cells: cellsOf(read, index) }));
}

function cellsOf(read: ReadTally, cohort: number): CohortCell[] {
  return Array.from({ length: read.plan.steps }, (_, k): CohortCell => {
    const period = read.ofPeriods ? read.periods.periods[cohort + k] : undefined;
    const figures = figuresAt(read, cohort * read.tally.stride + k);
    return { k, period: period?.period ?? null, state: stateOf(read, cohort + k, figures), figures };
  });
}

function stateOf({ ofPeriods, periods }: ReadTally, at: number, figures: CohortFigures | null): CellState {
  if (ofPeriods && periods.periods[at]?.noData === true) return "no data";
  if (figures === null) return "not observable yet";
  return ofPeriods && periods.periods[at]?.complete === false ? "partial" : "value";
}

function figuresAt({ tally, kind }: ReadTally, cell: number): CohortFigures | null {
  const known = tally.cumulativeCounted[cell] as number;
  return figuresOf({
    counted: tally.counted[cell] as number,
    customers: (kind === "on" ? tally.on : tally.onOrAfter)[cell] as number,
    orders: tally.orders[cell] as number,
    revenue: tally.revenue.at(cell),
    cumulative: known === 0 ? null : { revenue: tally.cumulative.at(cell), counted: known },
  });
}

type Sums = Pick<CohortFigures, "counted" | "customers" | "orders" | "revenue" | "cumulative">;

function figuresOf(sums: Sums): CohortFigures | null {
  const { counted, customers, revenue, cumulative } = sums;
  if (counted === 0) return null;
  return {
    ...sums,
    rate: customers / counted,
    revenuePerCustomer: perCustomer(revenue, counted),
    cumulativeRevenuePerCustomer: cumulative === null ? null : perCustomer(cumulative.revenue, cumulative.counted),
  };
}

function perCustomer(revenue: bigint, customers: number): number {
  return Number(revenue) / (customers * AMOUNT_SCALE);
}

/** The cells with a value of one k of these cohorts, pooled. */
function averageAt(cohorts: readonly Cohort[], k: number): CohortAverage {
  const cells = cohorts.flatMap(({ cells }) => {
    const cell = cells[k];
    return cell?.state === "value" && cell.figures !== null ? [cell.figures] : [];
  });
  const sums = cells.reduce<Sums>(
    (sum, cell) => ({
      counted: sum.counted + cell.counted,
      customers: sum.customers + cell.customers,
      orders: sum.orders + cell.orders,
      revenue: sum.revenue + cell.revenue,
      cumulative: addCumulative(sum.cumulative, cell.cumulative),
    }),
    { counted: 0, customers: 0, orders: 0, revenue: 0n, cumulative: null },
  );
  return { k, cohorts: cells.length, figures: figuresOf(sums) };
}

function addCumulative(a: CohortFigures["cumulative"], b: CohortFigures["cumulative"]): CohortFigures["cumulative"] {
  if (a === null || b === null) return a ?? b;
  return { revenue: a.revenue + b.revenue, counted: a.counted + b.counted };
}

function lastKnownK(cells: readonly CohortCell[]): number {
  return cells.findLastIndex(({ figures }) => figures !== null);
}
