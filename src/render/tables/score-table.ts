import type { CustomerValues } from "../../core/customers/kept-values.ts";
import { AMOUNT_SCALE } from "../../core/money/amount.ts";
import type { SCORE_COLUMNS } from "../../core/output-columns.ts";
import { rfmCells } from "../../core/scores/score-customers.ts";
import type { SegmentedCustomers } from "../../core/segments/assign-segments.ts";
import type { DataColumn, DataTable } from "../data-table.ts";
import type { Language } from "../language/language.ts";

/**
 * Every scored customer, one row each, in the customer table's order or in the order given; the kept columns of the exports
 * come last, under their own names.
 */
export function scoreTable(
  segmented: SegmentedCustomers,
  { words }: Language,
  { order, kept = [] }: { readonly order?: Int32Array; readonly kept?: readonly CustomerValues[] } = {},
): DataTable {
  const { customers, scores, scheme, segment } = segmented;
  const { columns } = words.score;
  const cellOf = rfmCells(segmented);
  const rowOf = (row: number): number => (order === undefined ? row : (order[row] as number));
  const column = (
    name: (typeof SCORE_COLUMNS)[number],
    kind: DataColumn["kind"],
    at: (customer: number) => ReturnType<DataColumn["at"]>,
    people: { rank?: number } = {},
  ): DataColumn => ({ name, kind, heading: columns[name], at: (row) => at(rowOf(row)), ...people });
  const average = (customer: number): number | null => {
    const orders = customers.orders[customer] as number;
    return orders === 0 ? null : (customers.spend[customer] as number) / (orders * AMOUNT_SCALE);
  };
  return {
    length: customers.length,
    columns: [
      column("customer_id", "text", (customer) => customers.ids[customer] as string),
      column("first_order", "day", (customer) => customers.firstOrderDay[customer] as number, { rank: 4 }),
      column("last_order", "day", (customer) => customers.lastOrderDay[customer] as number, { rank: 1 }),
      column("recency_days", "count", (customer) => customers.recencyDays[customer] as number),
      column("frequency", "count", (customer) => customers.frequency[customer] as number),
      column("monetary_value", "money", (customer) => customers.monetaryValue[customer] as number),
      column("average_order_value", "quotient", average, { rank: 3 }),
      column("r_score", "count", (customer) => scores.recency[customer] as number, { rank: 2 }),
      column("f_score", "count", (customer) => scores.frequency[customer] as number, { rank: 2 }),
      column("m_score", "count", (customer) => scores.monetary[customer] as number, { rank: 2 }),
      column("rfm_cell", "text", cellOf),
      column("segment", "text", (customer) => scheme.segments[segment[customer] as number]?.name ?? ""),
      ...kept.map(({ name, values, codes }): DataColumn => {
        const at = (row: number): string | null =>
          values[codes[customers.customer[rowOf(row)] as number] as number] ?? null;
        return { name, kind: "text", rank: 1, at };
      }),
    ],
  };
}
