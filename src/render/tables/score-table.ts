import type { CustomerValues } from "../../analysis/customers/kept-values.ts";
import { MOST_LEVELS } from "../../analysis/scores/dimension.ts";
import { rfmCells } from "../../analysis/scores/score-customers.ts";
import type { SegmentedCustomers } from "../../analysis/segments/assign-segments.ts";
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { DataColumn, DataTable, KeyCells, TextCells } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";

/** Every scored customer, one row each, sorted by id; the kept columns of the exports come last, under their own names. */
export function scoreTable(
  segmented: SegmentedCustomers,
  { words }: Language,
  { kept = [] }: { readonly kept?: readonly CustomerValues[] } = {},
): DataTable {
  const { customers, scores, scheme, segment } = segmented;
  const { columns: headings } = words.score;
  const column = (
    name: (typeof SCORE_COLUMNS)[number],
    kind: DataColumn["kind"],
    at: DataColumn["at"],
    rest: Pick<DataColumn, "rank" | "cells"> = {},
  ): DataColumn => ({ name, kind, heading: headings[name], at, ...rest });
  const numbers = (
    name: (typeof SCORE_COLUMNS)[number],
    kind: DataColumn["kind"],
    values: Int32Array | Float64Array,
    rank = 0,
  ): DataColumn => column(name, kind, (row) => values[row] as number, { rank, cells: { values } });
  const score = (name: (typeof SCORE_COLUMNS)[number], codes: Uint8Array): DataColumn =>
    column(name, "count", (row) => codes[row] as number, { rank: 2, cells: { codes, texts: SCORE_TEXTS } });
  const texts = (name: (typeof SCORE_COLUMNS)[number], cells: TextCells): DataColumn =>
    column(name, "text", (row) => cells.texts[cells.codes[row] as number] ?? "", { cells });
  const average = (row: number): number | null => {
    const orders = customers.orders[row] as number;
    return orders === 0 || !customers.hasMoney ? null : (customers.spend[row] as number) / (orders * AMOUNT_SCALE);
  };
  return {
    sheet: "customers",
    length: customers.length,
    columns: [
      column("customer_id", "text", (row) => customers.ids[row] as string, { cells: idCells(customers) }),
      customers.knows.firstDay
        ? numbers("first_order", "day", customers.firstOrderDay, 4)
        : column("first_order", "day", () => null, { rank: 4 }),
      numbers("last_order", "day", customers.lastOrderDay, 1),
      numbers("recency_days", "count", customers.recencyDays),
      numbers("frequency", "count", customers.frequency),
      numbers("monetary_value", "money", customers.monetaryValue),
      column("average_order_value", "quotient", average, { rank: 3 }),
      score("r_score", scores.recency),
      score("f_score", scores.frequency),
      score("m_score", scores.monetary),
      texts("rfm_cell", rfmCells(segmented)),
      texts("segment", { codes: segment, texts: scheme.segments.map(({ name }) => name) }),
      ...kept.map(({ name, values, codes }): DataColumn => {
        const at = (row: number): string | null => values[codes[customers.customer[row] as number] as number] ?? null;
        return { name, kind: "text", rank: 1, at, isCarried: true };
      }),
    ],
  };
}

/** Every score as text, by the score. */
const SCORE_TEXTS = Array.from({ length: MOST_LEVELS + 1 }, (_, score) => String(score));

function idCells({ customer, keyBytes }: SegmentedCustomers["customers"]): KeyCells | undefined {
  return keyBytes === undefined ? undefined : { codes: customer, keys: keyBytes };
}

export const SCORE_COLUMNS = [
  "customer_id",
  "first_order",
  "last_order",
  "recency_days",
  "frequency",
  "monetary_value",
  "average_order_value",
  "r_score",
  "f_score",
  "m_score",
  "rfm_cell",
  "segment",
] as const;
