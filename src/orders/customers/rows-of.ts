import { InputError } from "../../errors.ts";
import { isOfCustomers } from "../../exports/detect/customers/customer-table.ts";
import { layoutsOrTables } from "../../exports/layouts-or-tables.ts";
import { withRowsPerLine } from "../../exports/lines/rows-per-line.ts";
import { NAMES_OF_ORDERS } from "../../exports/names-of-orders.ts";
import { type FindInputsOptions, findInputs } from "../../files/find-inputs.ts";
import { openTables } from "../../typed/open-tables.ts";
import type { ReadOptions } from "../read-orders.ts";

/**
 * What the rows of a file (or of all files of a folder) are, as its layout tells; `null` where that is not clear, which reading
 * it then says.
 */
export async function rowsOf(
  file: string,
  options: ReadOptions,
  context: FindInputsOptions,
): Promise<"customers" | "orders" | null> {
  try {
    const { inputs } = await findInputs([file], context);
    const opened = await openTables(inputs, options, NAMES_OF_ORDERS);
    const { layouts } = await layoutsOrTables(await withRowsPerLine(opened, options), options);
    return layouts.every(({ columns }) => isOfCustomers(columns)) ? "customers" : "orders";
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
