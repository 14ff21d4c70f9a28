import { LARGEST_AMOUNT } from "../../basics/money/amount.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { tableOf } from "../../typed/typed-table.ts";
import type { AssembleOptions, RowSet } from "../assemble/row-set.ts";
import { CannotAddUp } from "../rows/restart-reasons.ts";
import type { OrderIds } from "../scan/read-segment.ts";
import { NUMBER_AT, NUMBER_WORDS } from "./customer-numbers.ts";
import type { SummingOptions } from "./purchase-rows.ts";
import type { SummedRows } from "./summed-rows.ts";

/** What an analysis says that asks for no single orders. */
export interface AddUpOptions {
  /** Up to which day purchases count; left out where that is the newest in the data. */
  readonly until?: number | undefined;
}

export interface MayAddUpOptions extends AssembleOptions {
  /** Purchases may be added up while they are read, instead of being kept. Default: all are kept. */
  readonly addUp?: AddUpOptions | undefined;
}

/**
 * Which rows may be added up while the exports are read; `null` where all must be kept: because somebody asks for single orders,
 * it is not known what rows are of their orders, or something about one row changes what others mean.
 *
 * @param repeat whether rows that have the order id of the row before are lines of its order
 */
export function summingOf(
  plans: readonly FilePlan[],
  options: MayAddUpOptions,
  { orderIds, repeat }: { readonly orderIds: OrderIds; readonly repeat: boolean },
): SummingOptions | null {
  const { addUp, rates, excludeCustomers, includeStatus, excludeStatus, unknownStatus, refunds } = options;
  const [plan] = plans;
  if (addUp === undefined || plan === undefined || plans.length > 1 || orderIds === "kept" || !isPlain(plan))
    return null;
  if (rates !== undefined || excludeCustomers !== undefined) return null;
  const areRuns = repeat && orderIds !== "hashed" && haveTotals(plan, options);
  const areLines = !areRuns && (repeat || orderIds === "hashed");
  if (areLines && !(areOfLines(plan, options) && mayBeLines(plan))) return null;
  const statuses = { includeStatus, excludeStatus, unknownStatus, refunds };
  const until = addUp.until ?? Number.POSITIVE_INFINITY;
  return { until, statuses, currency: currencyInColumn(plan, options), areRuns, areLines };
}

/** Whether it is known before the rows are looked at that amounts are orders' totals. */
function haveTotals({ layout: { columns, preset } }: FilePlan, { amountPer }: AssembleOptions): boolean {
  const { amount } = columns;
  return preset !== null && amountPer === undefined && amount.kind === "sum" && amount.per === "order";
}

/** Whether it is known before the rows are looked at that amounts are lines'. */
function areOfLines({ layout: { columns, table } }: FilePlan, { amountPer }: AssembleOptions): boolean {
  const { amount } = columns;
  if (amount.kind !== "sum") return amount.kind === "product";
  return amountPer === "line" || (amountPer === undefined && table?.inside === undefined && amount.per === "line");
}

/** Whether a row's line says where it stands among the others: records of one list of JSON may share a line. */
function mayBeLines({ source, numbering }: FilePlan): boolean {
  return numbering === 0 && (tableOf(source)?.scanned?.list ?? null) === null;
}

/** The currency that was asked for, where a column names that of each row; else what rows name is judged for all of them together. */
function currencyInColumn({ layout }: FilePlan, { currency }: MayAddUpOptions): string | null {
  return currency === undefined || layout.columns.currency === null ? null : currency.trim().toUpperCase();
}

/** Whether what a row means stands in that row, and nothing of it is wanted but its customer, day and money. */
function isPlain({ layout: { columns }, filter, kept, joined, mayOverlap, noteLinks }: FilePlan): boolean {
  if (joined !== null || kept.length > 0 || mayOverlap || noteLinks) return false;
  if ((filter.where ?? []).length > 0 || (filter.excludeLines ?? []).length > 0) return false;
  const { order, reference, margin, cost, reason } = columns;
  return order.length > 0 && reference === null && margin === null && cost === null && reason === null;
}

/**
 * Looks whether the rows that were added up are what they were taken for, once all are read.
 *
 * @throws CannotAddUp where they may not be: all rows must then be kept
 */
export function checkAddedUp({ table, rows, results, plans, options }: RowSet): void {
  const { summed } = table;
  if (summed === null || summed.rows === 0) return;
  const mayLosePointZero = results.some(({ pointZeroIds, wholeIds }) => pointZeroIds && wholeIds);
  const isSafe =
    !mayLosePointZero &&
    isOneCurrency(summed, table.currencies.texts, { wanted: options.currency, plan: plans[0] }) &&
    maySum(summed) &&
    magnitudeOf(rows.amount.subarray(0, rows.length)) <= LARGEST_AMOUNT / 2;
  if (!isSafe) throw new CannotAddUp();
}

/** Whether all of their money is of one currency, the wanted one, and no other row names another that may be theirs, too. */
function isOneCurrency(
  { byCurrency }: SummedRows,
  names: readonly string[],
  { wanted, plan }: { readonly wanted: string | undefined; readonly plan: FilePlan | undefined },
): boolean {
  const [code = 0, ...others] = byCurrency.keys();
  if (plan !== undefined && currencyInColumn(plan, { currency: wanted }) !== null) return true;
  if (others.length > 0) return false;
  if (code === 0) return names.length <= 1;
  return names.length <= 2 && (wanted === undefined || wanted.trim().toUpperCase() === names[code]);
}

/** Of amounts without their signs. */
function magnitudeOf(amounts: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < amounts.length; row += 1) sum += Math.abs((amounts[row] as number) || 0);
  return sum;
}

/**
 * Whether every customer's spend stays exact, whatever the other rows add to it or take from it in whatever order. Purchases are above 0, so
 * that nobody has spent more than all.
 */
function maySum({ numbers, money, areLines }: SummedRows): boolean {
  if (!areLines && money <= BigInt(LARGEST_AMOUNT) / 2n) return true;
  const spends = new Float64Array(numbers.buffer);
  for (let at = NUMBER_AT.spend; at < spends.length; at += NUMBER_WORDS / 2)
    if ((spends[at] as number) > LARGEST_AMOUNT / 2) return false;
  return true;
}
