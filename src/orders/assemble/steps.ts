/*
 * Assembling: from rows to orders, in steps over one set of rows. To see what happens to a row, read STEPS from top to
 * bottom. The folders hold the steps themselves: customers/, statuses/, money/, overlaps/, and entries/, where the rows of an
 * order become its entry.
 */
import type { SetAsideReason } from "../ledger/entries.ts";
import { refuseNothingLeft } from "../nothing-left.ts";
import type { RowColumns } from "../rows/row-columns.ts";
import { combineAnswers } from "./consent-answers.ts";
import {
  joinCustomers,
  mendPointZeroIds,
  nameRefundedCustomers,
  noteAddresses,
  setAsideExcluded,
} from "./customers/customer-steps.ts";
import { buildOrders } from "./entries/build-orders.ts";
import { leaveOutLines } from "./lines/leave-out-lines.ts";
import { bringToOneCurrency, spreadSymbols } from "./money/currency-steps.ts";
import { decideAmounts } from "./money/decide-amounts.ts";
import { decideMargins } from "./money/decide-margins.ts";
import { findRepeated, setAsideRepeated } from "./overlaps/overlap-steps.ts";
import { refuseRestartedIds } from "./overlaps/restarted-ids.ts";
import { refuseSamePurchases } from "./overlaps/same-purchases.ts";
import type { RowSet } from "./row-set.ts";
import { judgeRowStatuses } from "./statuses/judge-row-statuses.ts";

type Column = Exclude<keyof RowColumns, "length">;

/** One pass over the rows. */
export interface RowStep {
  readonly name: string;
  readonly reads: readonly Column[];
  /** The columns that it changes. */
  readonly writes: readonly Column[];
  /** The reasons that it gives rows, in the order of the ledger; a row keeps the first that applies. */
  readonly reasons?: readonly SetAsideReason[];
  readonly run: (set: RowSet) => void | Promise<void>;
}

/**
 * Everything that is done to rows between reading them and the order table. Rows come with the reasons that one row alone
 * tells: those of the readers, and `filtered`. A test compares what each step says of itself with what it does.
 */
export const STEPS: readonly RowStep[] = [
  // Customers first, for everything after them asks whose a row is.
  { name: "mends ids that end in .0", reads: ["file", "customer"], writes: ["customer"], run: mendPointZeroIds },
  {
    name: "gives refunds the customer of their sale",
    reads: ["customer", "reference", "refersTo"],
    writes: ["customer"],
    run: nameRefundedCustomers,
  },
  { name: "links ids and addresses", reads: ["customer"], writes: ["customer"], run: joinCustomers },
  // Before anybody is left out, who may be named by an address that stands in any row.
  { name: "notes addresses", reads: ["customer", "order", "kept"], writes: [], run: noteAddresses },
  {
    name: "sets aside excluded customers",
    reads: ["customer", "reason"],
    writes: ["reason"],
    reasons: ["filtered"],
    run: setAsideExcluded,
  },
  // Before orders take the consent of their first row.
  { name: "combines answers of consent", reads: ["order", "kept"], writes: ["kept"], run: combineAnswers },
  // Before statuses and currencies, whose questions make no sense where no row is left.
  { name: "stops where no row is left", reads: ["reason", "day"], writes: [], run: refuseNothingLeft },
  // Before anything is decided by the rows of an order, which may be two orders.
  {
    name: "asks whether order ids start again",
    reads: ["file", "customer", "day", "amount", "reason"],
    writes: [],
    run: refuseRestartedIds,
  },
  // Whether totals count once decides how files are compared, and what each currency is worth.
  {
    name: "decides what amounts are",
    reads: ["file", "line", "order", "amount", "reason"],
    writes: [],
    run: decideAmounts,
  },
  // Compares rows while they are as they stand in the files. A status, judged next, is a reason that comes first.
  {
    name: "finds repeated rows",
    reads: ["file", "line", "order", "customer", "day", "amount", "refunded", "hashA", "hashB", "reason"],
    writes: [],
    run: findRepeated,
  },
  {
    name: "judges statuses",
    reads: ["file", "customer", "day", "status", "amount", "reason"],
    writes: ["status", "reason"],
    reasons: ["test order", "status"],
    run: judgeRowStatuses,
  },
  // After statuses, which the lines that are left out may say; before money is converted, of which each line has its part.
  {
    name: "leaves out lines",
    reads: [
      "file",
      "line",
      "customer",
      "day",
      "amount",
      "refunded",
      "currency",
      "kept",
      "reason",
      "excluded",
      "lineAmount",
    ],
    writes: ["day", "customer", "amount", "refunded", "currency", "kept", "reason"],
    reasons: ["excluded line"],
    run: leaveOutLines,
  },
  // Only money that counts must be of one currency.
  { name: "spreads currency symbols", reads: ["file", "currency"], writes: ["currency"], run: spreadSymbols },
  {
    name: "brings money to one currency",
    reads: ["file", "line", "currency", "amount", "refunded", "margin", "reason"],
    writes: ["currency", "amount", "refunded", "margin", "reason"],
    reasons: ["other currency"],
    run: bringToOneCurrency,
  },
  {
    name: "sets aside repeated rows",
    reads: ["reason"],
    writes: ["reason"],
    reasons: ["duplicate"],
    run: setAsideRepeated,
  },
  // Judges rows that count, in one currency.
  {
    name: "decides what margins are",
    reads: ["file", "line", "order", "amount", "margin", "reason"],
    writes: [],
    run: decideMargins,
  },
  // Last: an order is made of the rows that count by then. Where each row is an order, its entry takes the row's own columns; and so
  // do the entries of orders that simply add up, in the columns of the first rows.
  {
    name: "builds orders",
    reads: ["file", "line", "order", "customer", "day", "amount", "refunded", "margin", "kept", "reason"],
    writes: ["order", "customer", "day", "amount", "refunded", "reason"],
    reasons: ["unreadable date", "no amount", "two customers"],
    run: buildOrders,
  },
  // What is the same purchase under two ids, only whole orders tell.
  { name: "refuses sources that tell of the same purchases", reads: [], writes: [], run: refuseSamePurchases },
];

/**
 * Makes orders of rows.
 *
 * @throws InputError when the exports leave a question open, or contradict themselves
 */
export async function assemble(set: RowSet): Promise<void> {
  for (const { run } of STEPS) await run(set);
}
