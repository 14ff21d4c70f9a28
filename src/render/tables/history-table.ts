import type { OddsRow } from "../../analysis/profile/history-odds.ts";
import type { ProductPair } from "../../analysis/profile/product-pairs.ts";
import { AMOUNT_SCALE } from "../../basics/money/amount.ts";
import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { rowColumns } from "./row-columns.ts";
import { attributeName, shortValue, valueData } from "./value-text.ts";

/** What the best buy more of over their whole history, one row per value. */
export function oddsTable(rows: readonly OddsRow[], language: Language): DataTable {
  const { columns } = language.words.profile;
  const column = rowColumns<OddsRow, (typeof ODDS_COLUMNS)[number]>(rows, columns);
  return {
    length: rows.length,
    columns: [
      column("attribute", "text", (row) => attributeName(row.attribute, language), { peopleOnly: true }),
      column("value", "text", (row) => shortValue(row.attribute, row.value, language), { peopleOnly: true }),
      column("attribute", "text", ({ attribute }) => attribute, { dataOnly: true }),
      column("value", "text", ({ value }) => valueData(value), { dataOnly: true }),
      column("best", "count", ({ best }) => best),
      column("rest", "count", ({ rest }) => rest),
      column("delta", "number", ({ delta }) => delta, { dataOnly: true }),
      signed("delta", (index) => rows[index]?.delta ?? 0, language),
      column("z", "number", ({ z }) => z, { dataOnly: true }),
      signed("z", (index) => rows[index]?.z ?? 0, language),
      column("name", "text", ({ value }) => value.name, { dataOnly: true }),
    ],
  };
}

/** A number with its sign and two decimals, for people. */
function signed(name: "delta" | "z", at: (row: number) => number, { words, money, minus }: Language): DataColumn {
  const text = (value: number): string =>
    `${value < 0 ? minus : "+"}${money(Math.round(Math.abs(value) * AMOUNT_SCALE))}`; // two decimals, as money has
  return {
    ...{ name, kind: "text", align: "right", peopleOnly: true },
    heading: words.profile.columns[name],
    at: (row) => text(at(row)),
  };
}

/** Products that are bought together, one row per pair. */
export function pairTable(pairs: readonly ProductPair[], language: Language): DataTable {
  const { columns } = language.words.profile;
  const column = rowColumns(pairs, columns);
  const named = (name: "product" | "other", at: (pair: ProductPair) => ProductPair["product"]): DataColumn =>
    column(name, "text", (pair) => shortValue("product", at(pair), language), { peopleOnly: true });
  return {
    length: pairs.length,
    columns: [
      named("product", ({ product }) => product),
      named("other", ({ other }) => other),
      column("product", "text", ({ product }) => product.value, { dataOnly: true }),
      column("other", "text", ({ other }) => other.value, { dataOnly: true }),
      column("orders", "count", ({ orders }) => orders),
      column("support", "share", ({ support }) => support, { rank: 2 }),
      column("confidence", "share", ({ confidence }) => confidence, { rank: 1, headingWraps: true }),
      column("other_confidence", "share", ({ otherConfidence }) => otherConfidence, { rank: 1, headingWraps: true }),
      column("lift", "number", ({ lift }) => lift),
      { ...column("name", "text", ({ product }) => product.name, { dataOnly: true }), name: "product_name" },
      { ...column("name", "text", ({ other }) => other.name, { dataOnly: true }), name: "other_name" },
    ],
  };
}

export const ODDS_COLUMNS = ["attribute", "value", "best", "rest", "delta", "z", "name"] as const;

export const PAIR_COLUMNS = [
  "product",
  "other",
  "orders",
  "support",
  "confidence",
  "other_confidence",
  "lift",
  "product_name",
  "other_name",
] as const;
