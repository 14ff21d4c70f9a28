import type { CustomerTable } from "../../../analysis/customers/customer-table.ts";
import { scoreTable } from "../../tables/score-table.ts";
import type { ReportInput } from "../report-input.ts";
import { type ReportSheet, sheetOfTable } from "./report-sheet.ts";

/** Every scored customer with the figures of `rfm score`, the largest spend first. */
export function customerSheet({ language, report }: ReportInput): ReportSheet {
  const sheet = sheetOfTable("customers", scoreTable(report.segmented, language), { language });
  const order = bySpend(report.segmented.customers);
  return {
    ...sheet,
    columns: sheet.columns.map((column) => ({ ...column, at: (row) => column.at(order[row] as number) })),
    marked: { bar: ["monetary_value"], scale: ["r_score", "f_score", "m_score"] },
  };
}

/** The places of the customers by spend, the largest first, or by orders where there is no money; ties stay in order of their ids. */
function bySpend(customers: CustomerTable): Int32Array {
  const values = customers.hasMoney ? customers.monetaryValue : customers.frequency;
  const order = Int32Array.from({ length: customers.length }, (_, row) => row);
  return order.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
}
