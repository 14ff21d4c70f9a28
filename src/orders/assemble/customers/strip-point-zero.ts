import type { RowColumns } from "../../rows/row-columns.ts";
import type { RowTable } from "../../rows/row-table.ts";

/** Whole-number ids that a data frame turned into `17850.0` lose the `.0` again, in the files given. */
export function stripPointZero(rows: RowColumns, table: RowTable, isAffected: (file: number) => boolean): void {
  for (let row = 0; row < rows.length; row += 1) {
    const customer = rows.customer[row] as number;
    if (customer < 0 || !isAffected(rows.file[row] as number)) continue;
    const id = table.customers.texts[customer] as string;
    if (/^\d+\.0$/.test(id)) rows.customer[row] = table.customers.code(id.slice(0, -2));
  }
}
