import type { RowColumns } from "../../rows/row-columns.ts";
import type { RowTable } from "../../rows/row-table.ts";

/** Gives refund rows without a customer the customer of the sale that they refer to. */
export function findRefundedCustomers(rows: RowColumns, table: RowTable): void {
  const customerOf = new Int32Array(table.references.length).fill(-1);
  for (let row = 0; row < rows.length; row += 1) {
    const reference = (rows.reference[row] as number) - 1; // held as code + 1
    if (reference >= 0 && (rows.customer[row] as number) >= 0) customerOf[reference] = rows.customer[row] as number;
  }
  for (let row = 0; row < rows.length; row += 1) {
    const refersTo = (rows.refersTo[row] as number) - 1;
    if (refersTo >= 0 && (rows.customer[row] as number) < 0) rows.customer[row] = customerOf[refersTo] as number;
  }
}
