import { compareCodeUnits } from "../../basics/text/compare-code-units.ts";
import { ANSWER_MARK } from "../order-table.ts";
import type { ReadonlyColumn, ReadonlyRows } from "./readonly-rows.ts";
import type { RowSet } from "./row-set.ts";

/**
 * Where the rows of an order answer a question of consent differently, gives each of them all answers: an order takes its
 * first row's, which must not speak for the others.
 */
export function combineAnswers({ rows, table, plans }: RowSet): void {
  const slots = plans[0]?.contacts ?? [];
  if (table.areOrders) return;
  for (const [index, { field }] of slots.entries()) {
    const column = rows.kept.length - slots.length + index;
    const [codes, dictionary] = [rows.kept[column], table.kept[column]];
    if (codes === undefined || dictionary === undefined || (field !== "consent" && field !== "condition")) continue;
    const answers = differentAnswers(rows, codes, table.orders.length);
    const both = new Map<number, number>();
    for (const [order, own] of answers) {
      const texts = [...own].map((code) => dictionary.text(code)).sort(compareCodeUnits);
      both.set(order, dictionary.code(texts.join(ANSWER_MARK)));
    }
    if (both.size === 0) continue;
    for (let row = 0; row < rows.length; row += 1) {
      const code = both.get(rows.order[row] as number);
      if (code !== undefined) codes[row] = code;
    }
  }
}

/** The answers of the orders that have more than one, as codes. */
function differentAnswers(
  rows: ReadonlyRows,
  codes: ReadonlyColumn,
  orders: number,
): ReadonlyMap<number, ReadonlySet<number>> {
  const first = new Int32Array(orders).fill(-1);
  const different = new Map<number, Set<number>>();
  for (let row = 0; row < rows.length; row += 1) {
    const [order, code] = [rows.order[row] as number, codes[row] as number];
    if (order < 0 || code < 0) continue;
    const known = first[order] as number;
    if (known === -1) first[order] = code;
    else if (known !== code) different.set(order, (different.get(order) ?? new Set([known])).add(code));
  }
  return different;
}
