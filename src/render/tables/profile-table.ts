import type { ProfileRow } from "../../analysis/profile/profile.ts";
import type { DataColumn, DataTable } from "../../csv/writer/data-table.ts";
import { type Language, UNKNOWN } from "../language/language.ts";
import { rowColumns } from "./row-columns.ts";
import { attributeName, shortValue, valueData } from "./value-text.ts";

/** What the best and the rest began with, one row per value. */
export function profileTable(rows: readonly ProfileRow[], language: Language): DataTable {
  const { columns } = language.words.profile;
  const column = rowColumns<ProfileRow, (typeof PROFILE_COLUMNS)[number]>(rows, columns);
  const shown = (name: keyof typeof columns, at: (row: ProfileRow) => string): DataColumn =>
    rowColumns(rows, columns)(name, "text", at, { align: "right", headingWraps: true, peopleOnly: true });
  return {
    sheet: "profile",
    length: rows.length,
    columns: [
      column("attribute", "text", ({ attribute }) => attribute, { dataOnly: true }),
      column("value", "text", ({ value }) => valueData(value), { dataOnly: true }),
      {
        ...column("value", "text", ({ attribute, value }) => shortValue(attribute, value, language)),
        peopleOnly: true,
        heading: rows[0] === undefined ? columns.value : attributeName(rows[0].attribute, language),
      },
      shown("customers", ({ best, rest }) => language.count(best + rest)),
      column("best", "count", ({ best }) => best, { dataOnly: true }),
      column("best_share", "share", ({ bestShare }) => bestShare, { headingWraps: true }),
      column("rest", "count", ({ rest }) => rest, { dataOnly: true }),
      column("rest_share", "share", ({ restShare }) => restShare, { headingWraps: true }),
      column("lift", "number", ({ lift }) => lift, { dataOnly: true }),
      column("difference", "share", ({ difference }) => difference, { dataOnly: true }),
      column("difference_low", "share", ({ differenceLow }) => differenceLow, { dataOnly: true }),
      column("difference_high", "share", ({ differenceHigh }) => differenceHigh, { dataOnly: true }),
      shown("interval", (row) => intervalText(row, language)),
      column("q_value", "number", ({ qValue }) => qValue, { dataOnly: true }),
      shown("q_value", ({ qValue }) => chanceText(qValue, language)),
      column("name", "text", ({ value }) => value.name, { dataOnly: true }),
    ],
  };
}

/** The interval of the difference in percentage points: `+4.3 … +9.4`. */
function intervalText({ differenceLow, differenceHigh }: ProfileRow, { oneDecimal, minus }: Language): string {
  const points = (share: number): string => {
    const text = oneDecimal(Math.abs(share) * 100);
    return `${share < 0 ? minus : "+"}${text}`;
  };
  return `${points(differenceLow)} … ${points(differenceHigh)}`;
}

/** A probability for people: `0.012`, and `< 0.001` below that. */
export function chanceText(value: number, { number }: Language): string {
  if (Number.isNaN(value)) return UNKNOWN;
  return value < 0.001 ? `< ${number(0.001, 3)}` : number(value, 3);
}

export const PROFILE_COLUMNS = [
  "attribute",
  "value",
  "best",
  "best_share",
  "rest",
  "rest_share",
  "lift",
  "difference",
  "difference_low",
  "difference_high",
  "q_value",
  "name",
] as const;
