import { type ColumnRoles, partsOfAmount } from "../columns/columns.ts";
import { normaliseName } from "./name-form.ts";

/**
 * What tells the source of an export of unknown make: the names of the columns that it cannot do without, whatever else its
 * header holds and in whatever order. Another version of the same export has the same.
 */
export function sourceKey(header: readonly string[], { customer, order, date, amount }: ColumnRoles): string {
  const money = amount.kind === "sum" ? amount.plus : partsOfAmount(amount);
  const needed = [customer[0] ?? [], order, [date], money];
  return needed.map((columns) => columns.map((column) => normaliseName(header[column] ?? "")).join("+")).join("\u0000");
}

/** How much a layout says of an order beyond what it cannot do without: one for each role that it fills. */
export function richnessOf({
  status,
  rules,
  refunded,
  currency,
  customer,
  refundCustomer,
  order,
}: ColumnRoles): number {
  const roles = [status, refunded, currency, refundCustomer].filter((role) => role !== null);
  return roles.length + rules.length + customer.length + Math.min(order.length, 1);
}

/**
 * The columns by which rows of several files of one source are compared: those that all of them have, in an order of their
 * own, so that a file with one more column, or with its columns in another order, still has the same rows. `null` for files
 * whose headers are the same: all columns, as they stand.
 */
export function comparedColumns(headers: readonly (readonly string[])[]): readonly (readonly number[] | null)[] {
  const keys = headers.map(columnKeys);
  const [first = []] = keys;
  if (keys.every((own) => own.length === first.length && own.every((key, index) => key === first[index]))) {
    return headers.map(() => null);
  }
  const others = keys.map((own) => new Set(own));
  const common = first.filter((key) => others.every((own) => own.has(key))).sort();
  return keys.map((own) => common.map((key) => own.indexOf(key)));
}

/** The names of a header as they are compared; a name that comes again is told apart by its number. */
function columnKeys(header: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return header.map((cell) => {
    const name = cell.trim().toLowerCase();
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return number === 1 ? name : `${name}\u0000${number}`;
  });
}
