import type { FollowUpRow } from "../../analysis/profile/follow-up.ts";
import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import type { Language } from "../language/language.ts";
import { rowColumns } from "./row-columns.ts";
import { attributeName, shortValue, valueData } from "./value-text.ts";

/** Who came back by what the first order had, one row per value and number of days. */
export function followTable(rows: readonly FollowUpRow[], language: Language): DataTable {
  const { columns } = language.words.profile;
  const column = rowColumns<FollowUpRow, (typeof FOLLOW_COLUMNS)[number]>(rows, columns);
  const isRepeated = (row: number): boolean => row > 0 && rows[row - 1]?.value === rows[row]?.value;
  const once = (name: "attribute" | "value", text: (row: FollowUpRow) => string): DataColumn => ({
    ...{ name, kind: "text", heading: columns[name], peopleOnly: true },
    at: (index) => (isRepeated(index) ? "" : text(rows[index] as FollowUpRow)),
  });
  return {
    sheet: "profile",
    length: rows.length,
    columns: [
      once("attribute", (row) => attributeName(row.attribute, language)),
      once("value", (row) => shortValue(row.attribute, row.value, language)),
      column("attribute", "text", ({ attribute }) => attribute, { dataOnly: true }),
      column("value", "text", ({ value }) => valueData(value), { dataOnly: true }),
      column("customers", "count", ({ customers }) => customers, { dataOnly: true }),
      column("days", "count", ({ days }) => days),
      column("followed", "count", ({ followed }) => followed),
      column("again", "count", ({ again }) => again, { rank: 3 }),
      column("again_rate", "share", ({ againRate }) => againRate),
      column("again_low", "share", ({ againLow }) => againLow, { rank: 2, headingWraps: true }),
      column("again_high", "share", ({ againHigh }) => againHigh, { rank: 2 }),
      column("revenue_per_customer", "quotient", ({ revenuePerCustomer }) => revenuePerCustomer, {
        rank: 1,
        headingWraps: true,
      }),
      column("name", "text", ({ value }) => value.name, { dataOnly: true }),
    ],
  };
}

export const FOLLOW_COLUMNS = [
  "attribute",
  "value",
  "customers",
  "days",
  "followed",
  "again",
  "again_rate",
  "again_low",
  "again_high",
  "revenue_per_customer",
  "name",
] as const;
