/*
 * Refunds in a table of their own: each row becomes a negative row of its order, on the later of the order's day and its own.
 * From then on the rule of an order holds for it: on a later day it is a refund of that day, on the order's own day it lowers
 * the order.
 */
import { NO_DAY } from "../../basics/calendar/days.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import type { AmountAgreement } from "../../exports/join/joined-file.ts";
import { isRefundedStatus, statusMeaning } from "../../exports/values/statuses.ts";
import { reasonCode } from "../ledger/entries.ts";
import type { RowColumns } from "../rows/row-columns.ts";
import type { RowTable } from "../rows/row-table.ts";
import { parseStatusKey } from "../rows/status-key.ts";
import { countWithout } from "./join-amounts.ts";
import { OrderRows, takeFrom, UNREADABLE } from "./order-rows.ts";
import { RefundQuestions } from "./refund-questions.ts";
import { RefundedOrders } from "./refunded-orders.ts";

const NO_PARTNER = reasonCode("no partner");
const COUNTED_ELSEWHERE = reasonCode("counted elsewhere");
const NO_AMOUNT = reasonCode("no amount");
const STATUS = reasonCode("status");
const REFUND_IGNORED = reasonCode("refund ignored");

export interface RefundOptions {
  /** Whether refunds lower what was spent. */
  readonly refunds?: "net" | "ignore" | undefined;
}

/** How refunds and the orders went together. */
export interface JoinedRefunds {
  /** Rows of each file that no order goes with, by the file's number. */
  readonly withoutOrder: ReadonlyMap<number, number>;
  /** Orders that each file's table has no row of, by the table's number. */
  readonly ordersWithout: ReadonlyMap<number, number>;
  /**
   * How far refunds that do not count agree with what counts: with what the orders themselves say was refunded, or with
   * another table, whose file `sameAs` names; by the table's number.
   */
  readonly agreements: ReadonlyMap<number, AmountAgreement>;
  readonly sameAs: ReadonlyMap<number, string>;
}

/**
 * Gives refunds their sign, their order's customer, status and reason, and the later of both days. A refund without an order is
 * `no partner`; one whose own status says that no money went back is set aside as `status`; where the orders themselves say
 * what was refunded, and agree, all are `counted elsewhere`.
 *
 * @throws InputError where the sign, a refund's status, or whether the orders' amounts are after refunds is not clear
 */
export function joinRefunds(
  table: RowTable,
  plans: readonly FilePlan[],
  { refunds = "net" }: RefundOptions,
): JoinedRefunds {
  const rows = table.view();
  const orderCount = table.orders.length;
  const isRefund = plans.map(({ joined }) => joined?.role === "refunds");
  const own: number[] = [];
  for (let row = 0; row < rows.length; row += 1) {
    if (isRefund[rows.file[row] as number] === true && !UNREADABLE.has(rows.reason[row] as number)) own.push(row);
  }
  const questions = new RefundQuestions(table, plans);
  questions.refuseMixedSigns(own);
  const ordersRow = new OrderRows(rows, plans).find(orderCount, () => {});
  const meanings = table.statuses.texts.map((text) => refundMeaning(parseStatusKey(text).words));
  for (const row of own) {
    if (meanings[rows.status[row] as number] === "unknown" && rows.reason[row] === 0)
      throw questions.unknownStatus(row);
    takeOrder(rows, row, {
      own: orderRowOf(rows, row, ordersRow),
      isPaid: meanings[rows.status[row] as number] === "counts",
    });
  }
  const agreements = new Map<number, AmountAgreement>();
  const sameAs = new Map<number, string>();
  const isIgnored = refunds === "ignore";
  for (const { table: number, file, agreement } of isIgnored ? [] : questions.repeatedTables(own)) {
    agreements.set(number, agreement);
    sameAs.set(number, file);
  }
  const tableOf = (row: number): number => plans[rows.file[row] as number]?.joined?.table ?? -1;
  setAside(rows, own, (row) => agreements.has(tableOf(row)));
  const orders = new RefundedOrders(rows, plans, own);
  const known = isIgnored ? null : questions.agreement(orders);
  for (const row of own) {
    if (known !== null && !agreements.has(tableOf(row))) agreements.set(tableOf(row), known);
    if (rows.reason[row] === 0 && isIgnored) rows.reason[row] = REFUND_IGNORED;
  }
  if (known !== null) setAside(rows, own, () => true);
  for (const row of own) takeDay(rows, row, { own: orderRowOf(rows, row, ordersRow), orders });
  return { agreements, sameAs, ...partnersOf(rows, plans, { own, ordersRow }) };
}

/** What a refund's own status says: whether money went back. */
function refundMeaning(words: string): "counts" | "does not count" | "unknown" {
  if (words === "" || isRefundedStatus(words)) return "counts";
  const meaning = statusMeaning(words, { counts: REFUND_DONE, doesNotCount: REFUND_NOT_DONE });
  return meaning === "test" ? "does not count" : meaning;
}

/** What shops call refunds that were paid out, and Magento's number of it. */
const REFUND_DONE = ["2", "closed", "credited", "issued", "received", "partially refunded", "partial refund"];
const REFUND_NOT_DONE = ["1", "3", "requested", "in progress", "processing", "awaiting approval", "waiting"];

function orderRowOf({ order }: RowColumns, row: number, ordersRow: Int32Array): number {
  const code = order[row] as number;
  return code < 0 ? -1 : (ordersRow[code] as number);
}

/**
 * What a refund takes from the row that stands for its order; its day stays its own for now. One that was not paid out says
 * nothing of what its order's status means, also where a filter leaves it out.
 */
function takeOrder(
  rows: RowColumns,
  row: number,
  { own, isPaid }: { readonly own: number; readonly isPaid: boolean },
): void {
  const amount = rows.amount[row] as number;
  rows.amount[row] = amount === 0 ? 0 : -Math.abs(amount);
  if (Number.isNaN(amount) && rows.reason[row] === 0) rows.reason[row] = NO_AMOUNT;
  rows.margin[row] = Number.NaN; // what was given back, whatever the goods cost
  if (own < 0) {
    rows.reason[row] = NO_PARTNER;
    rows.status[row] = 0;
    return;
  }
  const day = rows.day[row] as number;
  if (!isPaid && (rows.reason[row] === 0 || (rows.reason[row] as number) > STATUS)) rows.reason[row] = STATUS;
  takeFrom(rows, row, own);
  rows.day[row] = day;
}

/** Sets refunds aside that would count so far. */
function setAside(rows: RowColumns, refunds: readonly number[], isElsewhere: (row: number) => boolean): void {
  for (const row of refunds) if (rows.reason[row] === 0 && isElsewhere(row)) rows.reason[row] = COUNTED_ELSEWHERE;
}

/** Dates a refund that has an order: on its order's day, or on its own where that is later and it counts. */
function takeDay(
  rows: RowColumns,
  row: number,
  { own, orders }: { readonly own: number; readonly orders: RefundedOrders },
): void {
  if (own < 0) return;
  const known = orders.dayOf(rows.order[row] as number);
  const day = known === NO_DAY ? (rows.day[own] as number) : known;
  const isLater = rows.day[row] !== NO_DAY && (rows.day[row] as number) > day;
  if (rows.reason[row] === COUNTED_ELSEWHERE || !isLater) rows.day[row] = day;
}

function partnersOf(
  rows: RowColumns,
  plans: readonly FilePlan[],
  { own, ordersRow }: { readonly own: readonly number[]; readonly ordersRow: Int32Array },
): Pick<JoinedRefunds, "withoutOrder" | "ordersWithout"> {
  const withoutOrder = new Map<number, number>();
  const tables = new Map<number, Uint8Array>();
  for (const { joined } of plans) {
    if (joined?.role === "refunds") tables.set(joined.table, new Uint8Array(ordersRow.length));
  }
  for (const row of own) {
    const file = rows.file[row] as number;
    if (orderRowOf(rows, row, ordersRow) < 0) withoutOrder.set(file, (withoutOrder.get(file) ?? 0) + 1);
    else (tables.get(plans[file]?.joined?.table ?? -1) ?? new Uint8Array(0))[rows.order[row] as number] = 1;
  }
  return { withoutOrder, ordersWithout: countWithout(ordersRow, tables) };
}
