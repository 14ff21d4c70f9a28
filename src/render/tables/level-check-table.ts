import type { DataTable } from "../../csv/writer/data-table.ts";
import { type CheckedLevel, LEVEL_VERDICTS, type LevelVerdict } from "../../lists/level-check.ts";
import type { Language } from "../language/language.ts";
import { rowColumns } from "./row-columns.ts";

/** One row per customer on the list or with a level. */
export function levelCheckTable(checked: readonly CheckedLevel[]): DataTable {
  const column = rowColumns<CheckedLevel, string>(checked);
  return {
    sheet: "loyalty",
    length: checked.length,
    columns: [
      column("customer_id", "text", ({ id }) => id),
      column("listed_level", "text", ({ listed }) => listed),
      column("level", "text", ({ level }) => level),
      column("verdict", "text", ({ verdict }) => verdict),
    ],
  };
}

/** How many customers each verdict has, for people. */
export function verdictTable(checked: readonly CheckedLevel[], { words }: Language): DataTable {
  const { verdicts, columns } = words.loyalty.checked;
  const counts = LEVEL_VERDICTS.map((verdict) => checked.filter((one) => one.verdict === verdict).length);
  const verdictAt = (row: number): LevelVerdict => LEVEL_VERDICTS[row] ?? "same";
  return {
    length: counts.length,
    columns: [
      { name: "verdict", heading: columns.verdict, kind: "text", at: (row) => verdicts[verdictAt(row)] },
      { name: "customers", heading: columns.customers, kind: "count", at: (row) => counts[row] ?? 0 },
    ],
  };
}
