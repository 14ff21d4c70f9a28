import { formatAmount } from "../../../basics/money/amount.ts";
import { InputError } from "../../../errors.ts";
import type { OrderGroups } from "../entries/groups.ts";
import type { ReadonlyRows } from "../readonly-rows.ts";

export interface MarginQuestion {
  /** What the user said. */
  readonly option: "order" | "line" | undefined;
  readonly column: string;
  /** How messages name the source. */
  readonly name: string;
  readonly orderId: (order: number) => string;
  /** Whether a row belongs to this source. */
  readonly isOwn: (row: number) => boolean;
}

/**
 * Whether a column of costs or margins holds each order's, to be counted once, or each line's, to be added up. Where one
 * order's rows differ, they are lines'. Where no order has two filled rows, both are the same.
 *
 * @throws InputError where every order repeats one value on its rows: that may be either
 */
export function decideMarginPer(rows: ReadonlyRows, groups: OrderGroups, question: MarginQuestion): "order" | "line" {
  if (question.option !== undefined) return question.option;
  let repeated: Int32Array | null = null;
  for (const group of groups.several) {
    const filled = filledRows(rows, groups.rowsOf(group), question);
    const [first, second] = filled;
    if (first === undefined || second === undefined) continue;
    if (filled.some((row) => rows.margin[row] !== rows.margin[first])) return "line";
    if (rows.margin[first] !== 0) repeated ??= filled;
  }
  if (repeated !== null) throw undecided(rows, repeated, question);
  return "order";
}

/** The rows of an order's first file that count, are no refunds, and have a value. */
function filledRows(rows: ReadonlyRows, members: Int32Array, { isOwn }: MarginQuestion): Int32Array {
  const first = members.find((row) => !((rows.amount[row] as number) < 0)) ?? -1;
  if (first < 0 || !isOwn(first)) return new Int32Array(0);
  return members.filter(
    (row) =>
      rows.file[row] === rows.file[first] &&
      rows.reason[row] === 0 &&
      !((rows.amount[row] as number) < 0) &&
      !Number.isNaN(rows.margin[row]),
  );
}

function undecided(rows: ReadonlyRows, repeated: Int32Array, { name, column, orderId }: MarginQuestion): InputError {
  const [first = 0] = repeated;
  const value = rows.margin[first] as number;
  const order = `order ${orderId(rows.order[first] as number)} (line ${rows.line[first]})`;
  const [once, summed] = [formatAmount(value), formatAmount(value * repeated.length)];
  return new InputError(
    `${name}: "${column}" may hold each order's value or each line's: ${order} has ${once} on each of its ${repeated.length} rows, which is ${once} or ${summed} in all`,
    { hint: "pass --cost-per order or --cost-per line" },
  );
}
