import { compareCodeUnits } from "../../../basics/text/compare-code-units.ts";
import type { RowColumns } from "../../rows/row-columns.ts";
import type { RowTable } from "../../rows/row-table.ts";
import { JoinedGroups } from "./joined-groups.ts";

/** What joining ids and e-mail addresses did. */
export interface LinkedCustomers {
  /** Customers that were known by more than one key. */
  readonly groups: number;
  /** Those with more than two keys, and the most keys that one has. */
  readonly largeGroups: number;
  readonly largest: number;
  /** For the code of each key, the code of the one that stayed. */
  readonly joinedTo: Int32Array;
}

/**
 * Joins customers whose id and e-mail address stand in one row, and theirs, into one (connected components); the key that
 * stays is the smallest by code unit.
 */
export function linkCustomers(
  rows: RowColumns,
  table: RowTable,
  pairs: readonly (readonly [string, string])[],
): LinkedCustomers {
  const links = pairs.map(([id, email]) => [table.customers.code(id), table.customers.code(email)] as const);
  const keys = table.customers.texts;
  const joined = new JoinedGroups(keys.length);
  for (const [a, b] of links) {
    const [left, right] = [joined.of(a), joined.of(b)];
    if (compareCodeUnits(keys[left] as string, keys[right] as string) < 0) joined.join(right, left);
    else joined.join(left, right);
  }
  for (let row = 0; row < rows.length; row += 1) {
    const customer = rows.customer[row] as number;
    if (customer >= 0) rows.customer[row] = joined.of(customer);
  }
  const sizes = new Map<number, number>();
  const joinedTo = Int32Array.from(keys, (_, code) => joined.of(code));
  for (const code of joinedTo) sizes.set(code, (sizes.get(code) ?? 0) + 1);
  const groups = [...sizes.values()].filter((size) => size > 1);
  return {
    groups: groups.length,
    largeGroups: groups.filter((size) => size > 2).length,
    largest: groups.reduce((most, size) => Math.max(most, size), 0),
    joinedTo,
  };
}
