/*
 * Money of rows: one currency for all of it, and whether a column holds an order's total or a line's amount.
 */
import { placeOf } from "../../../basics/text/place.ts";
import { isWithoutMoney } from "../../../exports/detect/amounts/without-money.ts";
import type { RowSet } from "../row-set.ts";
import { fillWithinFiles, resolveCurrency } from "./resolve-currency.ts";

/** Gives amounts without a symbol that of their file, where the file has no column of currencies. */
export function spreadSymbols({ rows, table, plans }: RowSet): void {
  if (table.currencies.length <= 1) return;
  const withoutColumn = plans.filter(({ layout }) => layout.columns.currency === null).map(({ file }) => file);
  fillWithinFiles(rows, new Set(withoutColumn));
}

/** Brings money to one currency, and tells all at once what statuses, lines and currencies leave open. */
export function bringToOneCurrency(set: RowSet): void {
  if (!isWithoutMoney(set.options)) set.questions.attempt("", () => convertAll(set));
  set.questions.refuse();
}

function convertAll(set: RowSet): void {
  const { rows, groups, table, fileName } = set;
  const money = {
    rows,
    groups,
    names: table.currencies.texts,
    isOrderTotal: set.orderTotalTest(),
    summed: table.summed?.byCurrency,
    place: (row: number) => placeOf(fileName(rows.file[row] as number), rows.line[row] as number),
  };
  set.currency = resolveCurrency(money, set.options);
}
