import type { CustomerTable } from "../../../analysis/customers/customer-table.ts";
import type { DataColumn } from "../../../csv/writer/data-table.ts";
import { scoreTable } from "../../tables/score-table.ts";
import type { ReportInput } from "../report-input.ts";
import { fallingOrder } from "./falling-order.ts";
import { columnsOf, type ReportSheet, sheetOfTable } from "./report-sheet.ts";

/** Every scored customer with the figures of `rfm score`, the largest spend first; with names and addresses where asked for. */
export function customerSheet({ language, report, people }: ReportInput): ReportSheet {
  const table = scoreTable(report.segmented, language);
  const sheet = sheetOfTable("customers", table, { language });
  const order = bySpend(report.segmented.customers);
  const cells = new Map(
    table.columns.map((column) => [column.name, column.cells ?? quotientsOf(column, table.length)]),
  );
  const [id, ...figures] = sheet.columns.map((column) => ({
    ...column,
    at: (row: number) => column.at(order[row] as number),
    cells: inOrder(cells.get(column.name), order),
  }));
  const make = columnsOf("customers", language);
  const who = (people?.fields ?? []).map((field) =>
    make(field, "text", (row) => people?.field(field, order[row] as number) ?? null),
  );
  return {
    ...sheet,
    columns: [...(id === undefined ? [] : [id]), ...who.map((column) => ({ ...column, isOnlyHere: true })), ...figures],
    ...(who.length === 0 ? {} : { remark: language.words.workbook.personal }),
    marked: { bar: ["monetary_value"], scale: ["r_score", "f_score", "m_score"] },
  };
}

/** The places of the customers by spend, the largest first, or by orders where there is no money; ties stay in order of their ids. */
function bySpend(customers: CustomerTable): Int32Array {
  return fallingOrder(customers.hasMoney ? customers.monetaryValue : customers.frequency);
}

/** A column of quotients in memory, where each row has one: they are worked out in the order of the table, which is faster. */
function quotientsOf({ kind, at }: DataColumn, length: number): DataColumn["cells"] {
  if (kind !== "quotient") return undefined;
  const values = new Float64Array(length);
  for (let row = 0; row < length; row += 1) {
    const value = at(row);
    if (typeof value !== "number") return undefined;
    values[row] = value;
  }
  return { values };
}

/** Cells of a column in another order, side by side: rows are then written without a jump through memory for each cell. */
function inOrder(cells: DataColumn["cells"], order: Int32Array): DataColumn["cells"] {
  if (cells === undefined) return undefined;
  if ("values" in cells) return { values: picked(cells.values, order) };
  if ("keys" in cells) return { ...cells, codes: picked(cells.codes, order) };
  return { ...cells, codes: picked(cells.codes, order) };
}

function picked<Values extends Int32Array | Float64Array | Uint8Array | Uint16Array>(
  values: Values,
  order: Int32Array,
): Values {
  const copy = values.slice() as Values;
  for (let row = 0; row < order.length; row += 1) copy[row] = values[order[row] as number] as number;
  return copy;
}
