/*
 * Statuses: which orders count by what their status says. judge-statuses.ts sets rows aside by what status-meanings.ts finds,
 * and count-statuses.ts adds them up; status-words.ts looks after the options that name statuses.
 */
import { formatAmount } from "../../../basics/money/amount.ts";
import { compareCodeUnits } from "../../../basics/text/compare-code-units.ts";
import { plural } from "../../../basics/text/words.ts";
import { InputError } from "../../../errors.ts";
import { type StatusOptions, UNKNOWN_STATUS_HINT } from "../../../exports/values/status-meaning.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import { parseStatusKey, type StatusKey } from "../../rows/status-key.ts";
import type { RowsAndMoney } from "../../sums/summed-rows.ts";
import { fillWithinOrders, type OrderGroups } from "../entries/groups.ts";
import { countStatuses, type StatusCount } from "./count-statuses.ts";
import { type JudgedStatuses, meaningsOf, REASON_OF } from "./status-meanings.ts";

/** The statuses behind the codes of rows, and what is known of the rows' money. */
export interface KnownStatuses {
  readonly statuses: readonly string[];
  /** The purchases of each status that count and are no rows. */
  readonly summed?: ReadonlyMap<number, RowsAndMoney> | undefined;
  readonly isOrderTotal: (row: number) => boolean;
}

const NONE_SUMMED: ReadonlyMap<number, RowsAndMoney> = new Map();

/**
 * Sets aside rows whose status does not count and test orders. A blank status takes that of its order's first row that
 * has one; where the whole order has none, it counts.
 *
 * @throws InputError when a status is in neither list and no option says what it means
 */
export function judgeStatuses(
  rows: RowColumns,
  groups: OrderGroups,
  known: KnownStatuses,
  options: StatusOptions,
): readonly StatusCount[] {
  const { summed = NONE_SUMMED } = known;
  const keys = known.statuses.map(parseStatusKey);
  spreadWithinOrders(rows, groups, keys);
  const judged = meaningsOf(rows, groups, { keys, summed, options });
  setAsideByStatus(rows, judged);
  const found = countStatuses(rows, groups, { ...judged, keys, summed, isOrderTotal: known.isOrderTotal });
  const unknown = found.filter(({ meaning }) => meaning === "unknown");
  refuseUnknown(
    unknown,
    unknown.some(({ means }) => means === "unknown"),
  );
  return found.map(({ status, rows: number, money, meaning, isByAmount }) => ({
    status,
    rows: number,
    money,
    counts: meaning === "counts",
    isByAmount,
  }));
}

/**
 * Sets aside rows by what their status means. A status is a reason that comes before those of filters.
 */
function setAsideByStatus({ length, status, reason }: RowColumns, { meanings, counted }: JudgedStatuses): void {
  const reasons = Uint8Array.from(meanings, (meaning) => REASON_OF[meaning]);
  if (reasons.every((own) => own === 0)) return;
  for (let row = 0; row < length; row += 1) {
    const [own, byStatus] = [reason[row] as number, reasons[status[row] as number] as number];
    if (byStatus !== 0 && counted[row] !== 1 && (own === 0 || own > byStatus)) reason[row] = byStatus;
  }
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

function refuseUnknown(unknown: readonly Pick<StatusCount, "status" | "rows" | "money">[], areReturns: boolean): void {
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
