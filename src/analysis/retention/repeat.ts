import { InputError } from "../../errors.ts";
import type { OrderTable } from "../../orders/order-table.ts";
import { type ActivityTable, periodActivity } from "./activity.ts";
import type { TimeCount } from "./kaplan-meier.ts";
import { type MoreRetention, moreRetentionOfCells, worthOfMoreRetention } from "./more-retention.ts";
import { nothingBought, type RetentionOptions } from "./observed-periods.ts";
import type { PeriodSums } from "./period-cells.ts";
import { type GapCounts, gapsOfCounts, type PurchaseGaps, purchaseGaps } from "./purchase-gaps.ts";
import { type LadderRung, ladderOf, purchaseLadder, type RungCount } from "./purchase-ladder.ts";
import { type RetentionTable, retentionByPeriod } from "./retention-by-period.ts";
import { type ReturningWorth, returningWorth, type WorthSums, worthOfSums } from "./returning-worth.ts";
import { type SecondPurchase, secondOfCounts, secondPurchase } from "./second-purchase.ts";
import { type Timelines, timelinesOf } from "./timelines.ts";

export interface RepeatOptions extends RetentionOptions {
  /** After how many days without a purchase a customer counts as lapsed; default: the lapse gap of the data. */
  readonly lapseDays?: number | undefined;
  /** What counts as a purchase: each order (default), or each day with one. */
  readonly frequency?: "orders" | "days" | undefined;
  /** The retention of the same orders, date and periods, where it is at hand. */
  readonly retention?: RetentionTable | undefined;
}

/** How customers come back, and what that is worth. */
export interface RepeatPurchase {
  readonly asOf: number;
  readonly frequency: "orders" | "days";
  readonly customers: number;
  /** Days after which a customer counts as lapsed, and whether the user chose them. */
  readonly lapseDays: number;
  readonly lapseGiven: boolean;
  /** Customers whose last purchase is more than that before the as-of date. */
  readonly lapsed: number;
  readonly gaps: PurchaseGaps;
  readonly ladder: readonly LadderRung[];
  readonly second: SecondPurchase;
  readonly worth: ReturningWorth;
  /** The chance of a third purchase after the second over that of a second after the first; `null` where one is unknown. */
  readonly timesAsLikely: number | null;
  readonly moreRetention: MoreRetention;
}

const FIVE_POINTS = 0.05;

/**
 * Repeat purchase in figures.
 *
 * @throws EmptyInputError when nothing was bought up to the as-of date
 * @throws InputError when nobody came back on another day and no `lapseDays` says what enough time is
 */
export function repeatPurchase(orders: OrderTable, options: RepeatOptions): RepeatPurchase {
  const { asOf, frequency = "orders", period = "month" } = options;
  const timelines = timelinesOf(orders, asOf);
  if (timelines.customers === 0) throw nothingBought(orders, asOf, "repeat purchase");
  const gaps = purchaseGaps(timelines);
  const lapseDays = options.lapseDays ?? gaps.lapseGap;
  if (lapseDays === null) throw nobodyCameBack(timelines);
  return repeatOf({
    asOf,
    frequency,
    customers: timelines.customers,
    lapseDays,
    lapseGiven: options.lapseDays !== undefined,
    lapsed: countLapsed(timelines, asOf, lapseDays),
    gaps,
    ladder: purchaseLadder(timelines, { asOf, lapseDays, frequency }),
    second: secondPurchase(timelines, { asOf, frequency }),
    worth: withMoney(orders, returningWorth(timelines, frequency)),
    moreRetention: moreRetention(orders, options, periodActivity(timelines, period)),
  });
}

/** How long customers paused, counted elsewhere. */
export interface PauseCounts {
  readonly gaps: GapCounts;
  /** Customers by the days from their first purchase to the second, or to the as-of date. */
  readonly second: readonly TimeCount[];
  /** The day of the first purchase of all. */
  readonly firstDay: number;
}

/** How far customers came, counted elsewhere with a lapse gap. */
export interface ClimbCounts {
  readonly lapsed: number;
  /** From the first purchase on, {@link LADDER_RUNGS} of them. */
  readonly rungs: readonly RungCount[];
  readonly worth: WorthSums;
}

/** {@link repeatPurchase} of customers who were added up elsewhere, all by what `frequency` says a purchase is. */
export function repeatOfCounts(
  {
    pauses,
    climb,
    periods,
  }: { readonly pauses: PauseCounts; readonly climb: ClimbCounts; readonly periods: PeriodSums },
  {
    lapseDays,
    table,
    asOf,
    frequency,
  }: Pick<RepeatPurchase, "asOf" | "frequency" | "lapseDays"> & { readonly table: RetentionTable },
): RepeatPurchase {
  const { customers } = climb.worth;
  return repeatOf({
    asOf,
    frequency,
    customers,
    lapseDays,
    lapseGiven: false,
    lapsed: climb.lapsed,
    gaps: gapsOfCounts(pauses.gaps),
    ladder: ladderOf(climb.rungs, customers),
    second: secondOfCounts(pauses.second),
    worth: worthOfSums(climb.worth),
    moreRetention: moreRetentionOfCells(periods.cells, table, FIVE_POINTS),
  });
}

function repeatOf(found: Omit<RepeatPurchase, "timesAsLikely">): RepeatPurchase {
  const [first = null, second = null] = found.ladder.map(({ againRate }) => againRate);
  return { ...found, timesAsLikely: ratio(second, first) };
}

function moreRetention(orders: OrderTable, options: RepeatOptions, activity: ActivityTable): MoreRetention {
  const retention = options.retention ?? retentionByPeriod(orders, options);
  const more = worthOfMoreRetention(activity, retention, FIVE_POINTS);
  return orders.hasMoney === false ? { ...more, revenue: null } : more;
}

/** Shares of money are not known where there is none. */
function withMoney({ hasMoney }: OrderTable, worth: ReturningWorth): ReturningWorth {
  return hasMoney === false ? { ...worth, revenueShare: null, laterOrdersShare: null, timesFirstOrder: null } : worth;
}

function countLapsed({ start, day, amount }: Timelines, asOf: number, lapseDays: number): number {
  let lapsed = 0;
  for (let customer = 0; customer + 1 < start.length; customer += 1) {
    let entry = (start[customer + 1] as number) - 1;
    if (entry < (start[customer] as number)) continue;
    while ((amount[entry] as number) <= 0) entry -= 1;
    if (asOf - (day[entry] as number) > lapseDays) lapsed += 1;
  }
  return lapsed;
}

function ratio(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}

function nobodyCameBack({ customers }: Timelines): InputError {
  return new InputError(
    `no customer has bought on two different days (${customers} in all): the data cannot say when one has lapsed`,
    { hint: "pass --lapse-days N, or add exports of more months" },
  );
}
