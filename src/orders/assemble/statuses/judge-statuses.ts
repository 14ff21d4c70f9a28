/*
 * Statuses: which orders count by what their status says. judge-statuses.ts sets rows aside; status-words.ts looks after the
 * options that name statuses.
 */
import { formatAmount } from "../../../basics/money/amount.ts";
import { ExactSums } from "../../../basics/money/exact-sums.ts";
import { compareCodeUnits } from "../../../basics/text/compare-code-units.ts";
import { plural } from "../../../basics/text/words.ts";
import { InputError } from "../../../errors.ts";
import { presetNamed } from "../../../exports/platforms/recognise.ts";
import { meaningOf, type StatusOptions, UNKNOWN_STATUS_HINT } from "../../../exports/values/status-meaning.ts";
import { isRefundedStatus, type StatusMeaning } from "../../../exports/values/statuses.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import { parseStatusKey, type StatusKey } from "../../rows/status-key.ts";
import type { RowsAndMoney } from "../../sums/summed-rows.ts";
import { fillWithinOrders, type OrderGroups } from "../entries/groups.ts";

/** One status as it is in the exports: how often, with how much money, and what it means. */
export interface StatusCount {
  readonly status: string;
  readonly rows: number;
  readonly money: bigint;
  readonly counts: boolean;
  /** It counts because it is of returns, and none of its amounts is above zero. */
  readonly isRefund: boolean;
}

/** The statuses behind the codes of rows, and the purchases of each that count and are no rows. */
export interface KnownStatuses {
  readonly statuses: readonly string[];
  readonly summed?: ReadonlyMap<number, RowsAndMoney> | undefined;
}

const NONE_SUMMED: ReadonlyMap<number, RowsAndMoney> = new Map();

/** Why rows of a status are set aside; 0 where they are not, or the run stops. */
const REASON_OF: Readonly<Record<StatusMeaning, number>> = {
  counts: 0,
  "does not count": reasonCode("status"),
  test: reasonCode("test order"),
  unknown: 0,
};

/**
 * Sets aside rows whose status does not count and test orders. A blank status takes that of its order's first row that
 * has one; where the whole order has none, it counts.
 *
 * @throws InputError when a status is in neither list and no option says what it means
 */
export function judgeStatuses(
  rows: RowColumns,
  groups: OrderGroups,
  { statuses, summed = NONE_SUMMED }: KnownStatuses,
  options: StatusOptions,
): readonly StatusCount[] {
  const keys = statuses.map(parseStatusKey);
  spreadWithinOrders(rows, groups, keys);
  const isRefund = returnsWithRefunds(rows, keys).map((isSo, code) => isSo && !summed.has(code));
  const meanings = keys.map(({ platform, ...status }, code) => {
    const means = isRefund[code] ? "counts" : status.means;
    return meaningOf({ ...status, means, preset: platform === "" ? null : presetNamed(platform) }, options);
  });
  const tally = setAsideByStatus(rows, meanings);
  const tallies = keys.map(
    ({ words }, code): StatusCount => ({
      status: words,
      rows: (tally.rows[code] as number) + (summed.get(code)?.rows ?? 0),
      money: tally.money.at(code) + (summed.get(code)?.money ?? 0n),
      counts: meanings[code] === "counts",
      isRefund: isRefund[code] === true && meanings[code] === "counts",
    }),
  );
  const unknown = keys.flatMap((_, code) =>
    meanings[code] === "unknown" && (tallies[code]?.rows ?? 0) > 0 ? [code] : [],
  );
  refuseUnknown(
    unknown.flatMap((code) => tallies[code] ?? []),
    unknown.some((code) => keys[code]?.means === "unknown"),
  );
  return tallies.filter((status) => status.rows > 0);
}

/**
 * Which statuses are those of returns whose amounts are all negative, or zero: they count as the refunds that they are. So do
 * those that say `refunded` where some amount is negative and none is positive: such a row is what went back, and no order.
 */
function returnsWithRefunds({ length, status, amount }: RowColumns, keys: readonly StatusKey[]): readonly boolean[] {
  const saysRefunded = keys.map(
    ({ means, platform, words }) => means === null && platform === "" && isRefundedStatus(words),
  );
  const isReturn = keys.map(({ means }, code) => means === "unknown" || saysRefunded[code] === true);
  if (!isReturn.includes(true)) return isReturn;
  const isRefund = [...isReturn];
  const hasNegative = keys.map(() => false);
  for (let row = 0; row < length; row += 1) {
    const [code, money] = [status[row] as number, amount[row] || 0];
    if (money > 0) isRefund[code] = false;
    else if (money < 0) hasNegative[code] = true;
  }
  return isRefund.map((isSo, code) => isSo && (saysRefunded[code] !== true || hasNegative[code] === true));
}

/**
 * Sets rows aside by what their status means, and adds up the rows and the money of each status. A status is a reason that
 * comes before those of filters; rows that filters set aside are looked at for that alone, so an unknown status asks
 * nothing of them.
 */
function setAsideByStatus(
  { length, status, reason, amount }: RowColumns,
  meanings: readonly StatusMeaning[],
): { readonly rows: Float64Array; readonly money: ExactSums } {
  const rows = new Float64Array(meanings.length);
  const money = new ExactSums(meanings.length);
  const reasons = Uint8Array.from(meanings, (meaning) => REASON_OF[meaning]);
  for (let row = 0; row < length; row += 1) {
    const [own, code] = [reason[row] as number, status[row] as number];
    const byStatus = reasons[code] as number;
    if (own !== 0 && (byStatus === 0 || own < byStatus)) continue;
    rows[code] = (rows[code] as number) + 1;
    money.add(code, amount[row] || 0);
    if (byStatus !== 0) reason[row] = byStatus;
  }
  return { rows, money };
}

/**
 * Gives rows with a blank status that of their order's first row that has one. A status that must hold for every row of
 * the order gives way where it does not.
 */
function spreadWithinOrders({ status }: RowColumns, groups: OrderGroups, keys: readonly StatusKey[]): void {
  if (keys.length < 2 || groups.areRows) return;
  const isWeak = Uint8Array.from(keys, ({ weak }) => (weak ? 1 : 0));
  if (isWeak.includes(1)) giveWay(status, groups, isWeak);
  fillWithinOrders(status, groups);
}

/** Makes weak statuses blank in orders that have a row with another. */
function giveWay(status: Uint16Array, { orderOf, orderCount }: OrderGroups, isWeak: Uint8Array): void {
  const hasOther = new Uint8Array(orderCount);
  for (let row = 0; row < orderOf.length; row += 1) {
    const order = orderOf[row] as number;
    if (order >= 0 && isWeak[status[row] as number] === 0) hasOther[order] = 1;
  }
  for (let row = 0; row < orderOf.length; row += 1) {
    const order = orderOf[row] as number;
    if (order >= 0 && hasOther[order] === 1 && isWeak[status[row] as number] === 1) status[row] = 0;
  }
}

/** What to do where money went back, and the amount does not say so. */
const RETURNS_HINT = "a return is taken off only where its amount has a minus sign in the export";

function refuseUnknown(unknown: readonly StatusCount[], areReturns: boolean): void {
  if (unknown.length === 0) return;
  const shown = unknown
    .toSorted((a, b) => b.rows - a.rows || compareCodeUnits(a.status, b.status))
    .slice(0, 10)
    .map((one) => `"${one.status}" (${plural(one.rows, "row")}, ${formatAmount(one.money)})`);
  const more = unknown.length > shown.length ? `, … ${unknown.length - shown.length} more` : "";
  throw new InputError(`it is not known whether these statuses count as purchases: ${shown.join(", ")}${more}`, {
    hint: areReturns ? `${UNKNOWN_STATUS_HINT}; ${RETURNS_HINT}` : UNKNOWN_STATUS_HINT,
  });
}
