import { InputError } from "../../errors.ts";
import { recognisedNames } from "../../exports/detect/columns/generic-columns.ts";
import { isOfCustomers } from "../../exports/detect/customers/customer-table.ts";
import { layoutsOrTables } from "../../exports/layouts-or-tables.ts";
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
    const { layouts } = await layoutsOrTables(await openTables(inputs, options, recognisedNames), options);
    return layouts.every(({ columns }) => isOfCustomers(columns)) ? "customers" : "orders";
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
