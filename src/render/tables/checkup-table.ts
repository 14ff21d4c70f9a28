import { type Checkup, OUTLIER_FACTOR } from "../../analysis/ledger/checkup.ts";
import type { CellValue, DataTable } from "../../csv/writer/data-table.ts";
import { type Language, UNKNOWN } from "../language/language.ts";

const MOST_OUTLIERS = 5;

/** What a look over the orders brought up, one line per finding. */
export function checkupTable(checkup: Checkup, { day, money, words, hasMoney }: Language): DataTable {
  const { inspect } = words;
  const dayText = (value: number | null): string => (value === null ? UNKNOWN : day(value));
  const { outliers, emptyMonths, medianAmount } = checkup;
  const all: readonly (readonly [string, string])[] = [
    [inspect.firstOrder, dayText(checkup.firstOrderDay)],
    [inspect.lastOrder, dayText(checkup.lastOrderDay)],
    [inspect.emptyMonths, emptyMonths.length === 0 ? inspect.none : emptyMonths.map(words.period).join(", ")],
    ...(hasMoney
      ? [
          [inspect.medianOrder, medianAmount === null ? UNKNOWN : money(medianAmount)] as const,
          [
            inspect.overTimes(OUTLIER_FACTOR),
            outliers.length === 0 ? inspect.none : inspect.outliers(outliers.length),
          ] as const,
        ]
      : []),
    ...outliers
      .slice(0, MOST_OUTLIERS)
      .map(({ file, line, net }): readonly [string, string] => ["", inspect.outlierAt(net, file, line)]),
  ];
  const findings = checkup.ofCustomers ? all.slice(1, 2) : all;
  const at =
    (index: 0 | 1) =>
    (row: number): CellValue =>
      findings[row]?.[index] ?? "";
  return {
    length: findings.length,
    columns: [
      { name: "finding", heading: inspect.columns.finding, kind: "text", at: at(0) },
      { name: "value", heading: inspect.columns.value, kind: "text", at: at(1), wraps: true },
    ],
  };
}
