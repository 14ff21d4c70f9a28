import { InputError } from "../../errors.ts";
import { optionNameOf } from "../../exports/detect/header/named-columns.ts";
import type { FilePlan } from "../../exports/file-plan.ts";
import { type TypedTable, tableOf } from "../../typed/typed-table.ts";
import { wantedColumns } from "../wanted-columns.ts";

/**
 * Refuses a table with types of which a column is needed that is read as blank.
 *
 * @throws InputError where such a column has nested values, is encrypted, or holds what is not read
 */
export function refuseBlankColumns(plan: FilePlan): void {
  const table = tableOf(plan.source);
  if (table === null) return;
  for (const column of wantedColumns(plan)) {
    const refusal = table.refused?.get(column);
    if (refusal !== undefined) throw refusal;
  }
  refuseNested(plan, table);
}

function refuseNested(plan: FilePlan, { nested, kind }: TypedTable): void {
  const column = wantedColumns(plan).find((wanted) => nested.has(wanted));
  if (column === undefined) return;
  const { header, columns } = plan.layout;
  const name = optionNameOf(header, column);
  const line = nested.get(column) ?? 0;
  const where = kind === "parquet" ? `the column "${name}"` : `"${name}" at line ${line}`;
  const flag = columns.customer.flat().includes(column) ? "--customer" : "an option such as --amount or --date";
  throw new InputError(`${plan.source.name}: ${where} has nested values, and it is needed`, {
    hint: `save flat records, with one plain value per ${kind === "parquet" ? "column" : "key"}, or name another column with ${flag}`,
  });
}
