import { columnOf } from "../detect/header/named-columns.ts";
import { knownName } from "../detect/names/known-names.ts";
import { type LineFile, lineColumns } from "./line-columns.ts";

/** The columns that say what one line item costs: its total, or its quantity and price. */
export type LineMoney =
  | { readonly kind: "total"; readonly total: readonly number[] }
  | { readonly kind: "product"; readonly quantity: number; readonly price: number };

/**
 * What a line costs in a file whose amounts are orders' totals; `null` where no column says so. A line's total as the
 * platform or its name has it goes before quantity × price.
 */
export function lineMoney(file: LineFile): LineMoney | null {
  const { header, preset } = file;
  const total =
    preset === null
      ? header.flatMap((name, column) => (knownName(name)?.role === "lineTotal" ? [column] : [])).slice(0, 1)
      : (preset.lineTotal ?? []).flatMap((names) => columnOf(header, names) ?? []);
  if (total.length > 0) return { kind: "total", total };
  const columns = lineColumns(file);
  const [quantity, price] = [columns.get("quantity"), columns.get("unitPrice")];
  return quantity === undefined || price === undefined ? null : { kind: "product", quantity, price };
}

/** The columns that it takes. */
export function columnsOfLineMoney(money: LineMoney | null): readonly number[] {
  if (money === null) return [];
  return money.kind === "total" ? money.total : [money.quantity, money.price];
}
