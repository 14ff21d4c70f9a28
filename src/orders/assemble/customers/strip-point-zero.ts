import type { RowColumns } from "../../rows/row-columns.ts";
import type { RowTable } from "../../rows/row-table.ts";

/** Stands for the code of an id that was not looked at. */
const NOT_SEEN = -1;

/** Whole-number ids that a data frame turned into `17850.0` lose the `.0` again, in the files given. */
export function stripPointZero(
  rows: Pick<RowColumns, "length" | "file" | "customer">,
  { customers }: Pick<RowTable, "customers">,
  isAffected: (file: number) => boolean,
): void {
  const { texts } = customers; // those of the rows: asked for again after each new id, all would be made anew
  const stripped = new Int32Array(texts.length).fill(NOT_SEEN);
  for (let row = 0; row < rows.length; row += 1) {
    const customer = rows.customer[row] as number;
    if (customer < 0 || !isAffected(rows.file[row] as number)) continue;
    if (stripped[customer] === NOT_SEEN) {
      const id = texts[customer] as string;
      stripped[customer] = /^\d+\.0$/.test(id) ? customers.code(id.slice(0, -2)) : customer;
    }
    rows.customer[row] = stripped[customer] as number;
  }
}
