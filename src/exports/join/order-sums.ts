import { eachRecord } from "../../csv/each-record.ts";
import { moneyNames } from "../detect/amounts/unit-of-amounts.ts";
import type { AmountColumns } from "../detect/columns/columns.ts";
import { partsOfAmount } from "../detect/columns/columns.ts";
import { profileColumns } from "../detect/formats/column-profile.ts";
import { type ResolveOptions, resolveFormats } from "../detect/formats/resolve-formats.ts";
import type { Layout } from "../detect/layout.ts";
import { AmountColumn, type ReadAmount } from "../values/amount-column.ts";
import { unwrapCell } from "../values/decimals.ts";
import { type AmountAgreement, joinKey } from "./joined-file.ts";
import type { Table } from "./tables.ts";

/** A table with the column of order ids and the columns of the amount that are to be added up. */
export interface SummedTable {
  readonly table: Table;
  readonly key: number;
  readonly amount: AmountColumns;
}

/**
 * What a table's amounts come to for each order, in whole 1/10,000 of a unit; unreadable and blank ones add nothing. Only for
 * comparing tables: the amounts that count are added up by the reading proper.
 */
export async function sumsByOrder(
  { table, key, amount }: SummedTable,
  options: ResolveOptions,
): Promise<ReadonlyMap<string, number>> {
  const sums = new Map<string, number>();
  const parts = partsOfAmount(amount);
  for (const { input, layout } of table.files) {
    const profile = await profileColumns(input.source, withAmount(layout, amount), { dates: false, numbers: true });
    const money = moneyNames(layout.header, { ...layout.columns, amount });
    const [formats] = resolveFormats([{ name: input.source.name, profile, money }], options);
    const own = await eachRecord(input.source, { dialect: layout.dialect, columns: [key, ...parts] }, () => {
      const cells = new AmountColumn(formats?.decimal ?? ".", formats?.amountUnit);
      const found = new Map<string, number>();
      let toSkip = layout.recordsBeforeRows;
      const take = ({ text }: { readonly text: (column: number) => string }): boolean => {
        if (toSkip > 0) {
          toSkip -= 1;
          return true;
        }
        const id = joinKey(unwrapCell(text(key)));
        const money = rowAmount(amount, cells, text);
        if (id !== "" && money !== null) found.set(id, (found.get(id) ?? 0) + money);
        return true;
      };
      return { found, take };
    });
    for (const [id, money] of own.found) sums.set(id, (sums.get(id) ?? 0) + money);
  }
  return sums;
}

function withAmount(layout: Layout, amount: AmountColumns): Layout {
  return { ...layout, columns: { ...layout.columns, amount } };
}

function rowAmount(amount: AmountColumns, cells: AmountColumn, text: (column: number) => string): number | null {
  const of = (read: ReadAmount | "unreadable" | null): number | null =>
    read === null || read === "unreadable" ? null : read.amount;
  if (amount.kind === "none" || amount.kind === "uncounted") return null;
  if (amount.kind === "product") return of(cells.parseProduct(text(amount.quantity), text(amount.price)));
  const [first, ...rest] = amount.plus.map((column) => of(cells.parse(text(column))));
  if (first === undefined || first === null) return null;
  const minus = amount.minus.map((column) => of(cells.parse(text(column))) ?? 0);
  return rest.reduce<number>((sum, part) => sum + (part ?? 0), first) - minus.reduce((sum, part) => sum + part, 0);
}

/** In 1/10,000 of a unit. */
const HUNDREDTH = 100;

/** The sums of two tables, compared order by order. */
export interface Comparison extends AmountAgreement {
  /** The first order, by its id, whose sums differ. */
  readonly differing: string | null;
  /** Whether one comes to more than twice the other over the orders that both have: they are not the same money. */
  readonly isFarApart: boolean;
}

/** On how many of the orders that both have two sums agree, to a hundredth, and how far they are apart. */
export function agreementOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): Comparison {
  let [orders, agreeing, differing] = [0, 0, null as string | null];
  let [own, others] = [0, 0];
  for (const [id, sum] of a) {
    const other = b.get(id);
    if (other === undefined) continue;
    orders += 1;
    own += sum;
    others += other;
    if (Math.abs(sum - other) <= HUNDREDTH) agreeing += 1;
    else if (differing === null || id < differing) differing = id;
  }
  const isFarApart = agreeing < orders && Math.max(own, others) > 2 * Math.min(own, others);
  return { orders, agreeing, differing, isFarApart };
}
