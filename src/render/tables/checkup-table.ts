import { formatDay } from "../../core/calendar/days.ts";
import { type Checkup, OUTLIER_FACTOR } from "../../core/ledger/checkup.ts";
import { plural } from "../../core/words.ts";
import type { CellValue, DataTable } from "../data-table.ts";
import { peopleMoney, UNKNOWN } from "../people.ts";

const MOST_OUTLIERS = 5;

/** What a look over the orders brought up, one line a finding. */
export function checkupTable(checkup: Checkup): DataTable {
  const day = (value: number | null): string => (value === null ? UNKNOWN : formatDay(value));
  const { outliers, emptyMonths, medianAmount } = checkup;
  const findings: readonly (readonly [string, string])[] = [
    ["first order", day(checkup.firstOrderDay)],
    ["last order", day(checkup.lastOrderDay)],
    ["months without an order", emptyMonths.length === 0 ? "none" : emptyMonths.join(", ")],
    ["median order", medianAmount === null ? UNKNOWN : peopleMoney(medianAmount)],
    [
      `over ${OUTLIER_FACTOR} times that`,
      outliers.length === 0 ? "none" : plural(outliers.length, "order or refund", "orders or refunds"),
    ],
    ...outliers
      .slice(0, MOST_OUTLIERS)
      .map(({ file, line, net }): readonly [string, string] => ["", `${peopleMoney(net)} at ${file} line ${line}`]),
  ];
  const at =
    (index: 0 | 1) =>
    (row: number): CellValue =>
      findings[row]?.[index] ?? "";
  return {
    length: findings.length,
    columns: [
      { name: "finding", kind: "text", at: at(0) },
      { name: "value", kind: "text", at: at(1), wraps: true },
    ],
  };
}
