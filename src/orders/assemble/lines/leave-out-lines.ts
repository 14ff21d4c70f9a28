/*
 * Lines: line items that are no part of their orders, such as gift cards, and what becomes of the orders without them.
 */
import { NO_DAY } from "../../../basics/calendar/days.ts";
import { placeOf } from "../../../basics/text/place.ts";
import { EmptyInputError, InputError } from "../../../errors.ts";
import { conditionText } from "../../../exports/conditions/condition.ts";
import type { FilePlan } from "../../../exports/file-plan.ts";
import { isOfOrders } from "../../../exports/join/joined-file.ts";
import { lineMoney } from "../../../exports/lines/line-money.ts";
import { reasonCode } from "../../ledger/entries.ts";
import type { RowSet } from "../row-set.ts";

const EXCLUDED = reasonCode("excluded line");

/**
 * Leaves line items out of their orders: each is set aside with what it costs, and what else the order's rows say (its day,
 * its customer, its refund, the rest of its total) stays with the lines that are left. An order of which no line is left is
 * set aside whole.
 *
 * @throws InputError where the rows are orders without lines, or nothing says what a line costs
 */
export function leaveOutLines(set: RowSet): void {
  set.questions.attempt("", () => leaveOutAll(set));
}

function leaveOutAll(set: RowSet): void {
  const { excludeLines = [] } = set.options;
  if (excludeLines.length === 0) return;
  refuseWithoutLines(set);
  const { rows, groups } = set;
  const orders = new Set<number>();
  set.excludedLines = 0;
  for (let row = 0; row < rows.length; row += 1) {
    if (rows.excluded[row] !== 1 || rows.reason[row] !== 0) continue;
    set.excludedLines += 1;
    const order = groups.areRows ? -1 : (groups.orderOf[row] as number);
    if (order < 0) rows.reason[row] = EXCLUDED;
    else orders.add(order);
  }
  const isTotal = set.orderTotalTest();
  for (const order of orders) {
    const counting = groups.rowsOf(order).filter((row) => rows.reason[row] === 0);
    for (const file of new Set(Array.from(counting, (row) => rows.file[row] as number))) {
      leaveOut(set, { members: counting.filter((row) => rows.file[row] === file), isTotal });
    }
  }
  if (set.excludedLines > 0 && !rows.reason.includes(0)) throw nothingLeft(set);
}

/** One file's rows of an order, some of which are left out. */
interface OrderLines {
  readonly members: Int32Array;
  readonly isTotal: (row: number) => boolean;
}

function leaveOut(set: RowSet, { members, isTotal }: OrderLines): void {
  const { rows } = set;
  const out = members.filter((row) => rows.excluded[row] === 1);
  const left = members.filter((row) => rows.excluded[row] !== 1);
  const [first] = members;
  if (out.length === 0 || first === undefined) return;
  if (isTotal(first)) splitTotal(set, { members, out, left });
  if (left.length > 0) passOn(set, out, left);
  for (const row of out) rows.reason[row] = EXCLUDED;
}

/** Takes what the lines cost off their order's total, which the first line that is left carries from then on. */
function splitTotal(
  set: RowSet,
  { members, out, left }: { readonly members: Int32Array; readonly out: Int32Array; readonly left: Int32Array },
): void {
  const { amount, refunded } = set.rows;
  const carriers = members.filter((row) => !Number.isNaN(amount[row]) && (amount[row] as number) >= 0);
  const [from] = carriers;
  if (from === undefined) return;
  let total = amount[from] as number;
  const back = carriers.reduce((known, row) => Math.max(known, refunded[row] as number), 0);
  for (const row of carriers) {
    amount[row] = Number.NaN;
    refunded[row] = 0;
  }
  const [to = out[0] as number] = left;
  if (left.length > 0) {
    for (const row of out) {
      if ((amount[row] as number) < 0) continue; // a refund of its own
      amount[row] = Math.min(total, costOf(set, row));
      total -= amount[row] as number;
    }
  }
  amount[to] = total;
  refunded[to] = back;
}

/** What a line costs, 0 or more. */
function costOf({ rows, fileName }: RowSet, row: number): number {
  const cost = rows.lineAmount[row] as number;
  if (!Number.isNaN(cost)) return Math.max(0, cost);
  throw new InputError(
    `${placeOf(fileName(rows.file[row] as number), rows.line[row] as number)}: --exclude-lines leaves this line out, and nothing says what it costs`,
    { hint: "its quantity or price is blank or cannot be read: mend it, or leave whole orders out with --where" },
  );
}

/** Gives the lines that are left what only lines that are left out say of their order. */
function passOn({ rows, plans }: RowSet, out: Int32Array, left: Int32Array): void {
  const [to] = left;
  if (to === undefined) return;
  const day = earliest(rows.day, out);
  if (left.every((row) => rows.day[row] === NO_DAY)) rows.day[to] = day;
  fill(rows.customer, -1, { out, left });
  fill(rows.currency, 0, { out, left });
  const { lines = [], contacts = [] } = plans[0] ?? {};
  const ofLines = rows.kept.length - contacts.length - lines.length;
  for (const [index, codes] of rows.kept.entries()) {
    const role = lines[index - ofLines];
    if (role === undefined || !OF_LINES.has(role)) fill(codes, -1, { out, left });
  }
}

/** What a line alone says, and no other line of its order. */
const OF_LINES: ReadonlySet<string> = new Set(["product", "productName", "category", "quantity", "unitPrice"]);

function earliest(days: Int32Array, rows: Int32Array): number {
  const known = rows.filter((row) => days[row] !== NO_DAY);
  return known.reduce((first, row) => Math.min(first, days[row] as number), days[known[0] ?? -1] ?? NO_DAY);
}

/** Where no line that is left has a value, the first takes that of the lines that are left out. */
function fill(
  column: Int32Array | Uint16Array,
  blank: number,
  { out, left }: { readonly out: Int32Array; readonly left: Int32Array },
): void {
  const [to] = left;
  if (to === undefined || left.some((row) => column[row] !== blank)) return;
  const from = out.find((row) => column[row] !== blank);
  if (from !== undefined) column[to] = column[from] as number;
}

/** Stops where a file's rows are orders, or its amounts are orders' totals and no column says what a line costs. */
function refuseWithoutLines(set: RowSet): void {
  const { amounts } = set;
  for (const plan of set.plans) {
    if (!isOfOrders(plan) || amounts[plan.origin]?.per !== "order") continue;
    const { margin, cost } = plan.layout.columns;
    if (margin !== null || cost !== null) {
      throw new InputError("--exclude-lines cannot take lines off the margin or cost of a whole order", {
        hint: "leave out --margin and --cost, or name columns whose rows are lines",
      });
    }
    if (lineMoney(plan.layout) === null) throw withoutLines(set, plan);
  }
}

function withoutLines({ groups, rows }: RowSet, { source, file }: FilePlan): InputError {
  const hasLines =
    !groups.areRows && [...groups.several].some((group) => rows.file[groups.rowsOf(group)[0] ?? 0] === file);
  return hasLines
    ? new InputError(
        `${source.name}: its amounts are orders' totals, and no columns of quantity and price say what a line costs, so --exclude-lines cannot take lines off them`,
        { hint: "name the amount of the lines with --amount, or with --quantity and --price" },
      )
    : new InputError(
        `${source.name}: it has one row per order and no lines, so --exclude-lines has none to leave out`,
        { hint: "export the line items, or leave whole orders out with --where" },
      );
}

function nothingLeft({ options: { excludeLines = [] } }: RowSet): EmptyInputError {
  const written = excludeLines.map((condition) => `--exclude-lines "${conditionText(condition)}"`).join(" ");
  return new EmptyInputError(`no line is left: ${written} leaves out every line that counts`, {
    hint: "name only the lines that are no purchases, such as gift cards and postage",
  });
}
