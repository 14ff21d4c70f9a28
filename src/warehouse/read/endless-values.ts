import { plural } from "../../basics/text/words.ts";
import { InputError } from "../../errors.ts";
import { quoteName, quoteTable } from "../dialects/quote.ts";
import type { ConnectedEngine } from "../engines/connect.ts";
import type { OrderColumns } from "../order-query.ts";

/**
 * Why the rows of a table could not be added up, where a column holds values that are no amount or no day: NaN and infinite numbers,
 * infinite dates. It is asked only once the engine has failed, whose own words name no column; what its transaction was is over.
 *
 * @returns `null` where that is not why, or the statement was cancelled
 */
export async function endlessValues(
  engine: ConnectedEngine,
  { table, columns }: { readonly table: string; readonly columns: OrderColumns },
): Promise<InputError | null> {
  const { dialect } = engine;
  if (dialect.endless === null || engine.wasCancelled()) return null;
  const amounts = [columns.amount, ...(columns.refunded === undefined ? [] : [columns.refunded])];
  const asked = [
    ...amounts.map((column) => ({ column, is: dialect.endless?.number, what: "NaN or infinite", not: "amount" })),
    { column: columns.date, is: dialect.endless.date, what: "infinite", not: "day" },
  ];
  const counts = asked.map(({ column, is }) => `count(CASE WHEN ${is?.(quoteName(dialect, column))} THEN 1 END)`);
  const query = `SELECT ${counts.join(", ")} FROM ${quoteTable(dialect, table)}`;
  const doing = "looking for values that cannot be added up";
  const found = await engine
    .run("ROLLBACK", doing)
    .catch(() => {}) // where there is no transaction
    .then(() => engine.rows(query, doing))
    .catch(() => []); // the first failure says more
  const at = (found[0] ?? []).findIndex((rows) => Number(rows) > 0);
  const fault = asked[at];
  if (fault === undefined) return null;
  const rows = plural(Number(found[0]?.[at]), "row");
  return new InputError(`${table}: "${fault.column}" is ${fault.what} in ${rows}, which is no ${fault.not}`, {
    hint: "nothing was written; correct these rows, or make a view without them and name it with --table",
  });
}
