import { type CellCondition, cellCondition } from "./conditions/cell-condition.ts";
import { type ColumnCondition, conditionText } from "./conditions/condition.ts";
import { optionColumn } from "./detect/header/named-columns.ts";
import type { FilteredFile, UncomparedCell } from "./row-filter.ts";

/** Which rows of a file are line items that are left out of their orders. */
export interface LineExclusion {
  /** Whether a row meets one of the conditions. */
  readonly leavesOut: (cells: readonly string[], line: number) => boolean;
  readonly uncompared: () => UncomparedCell | null;
}

interface ExcludedColumn {
  readonly column: number;
  readonly condition: CellCondition;
  readonly written: string;
}

/**
 * The lines of one file that are left out; `null` where none are.
 *
 * @throws MissingColumnError when a column that is asked for is not there; UsageError for a bound that cannot be compared
 */
export function lineExclusion(
  file: FilteredFile,
  conditions: readonly ColumnCondition[] | undefined,
): LineExclusion | null {
  if (conditions === undefined || conditions.length === 0) return null;
  const columns = conditions.map(
    (condition): ExcludedColumn => ({
      column: optionColumn(file, condition.column, "--exclude-lines"),
      condition: cellCondition(condition, file.formats, "--exclude-lines"),
      written: `--exclude-lines "${conditionText(condition)}"`,
    }),
  );
  let uncompared: UncomparedCell | null = null;
  const isMet = ({ column, condition, written }: ExcludedColumn, cells: readonly string[], line: number): boolean => {
    const cell = cells[column] ?? "";
    const verdict = condition.verdict(cell);
    if (verdict !== "unreadable") return verdict;
    uncompared ??= { line, column, value: cell, kind: condition.kind, condition: written };
    return false;
  };
  return {
    leavesOut: (cells, line) => columns.some((one) => isMet(one, cells, line)),
    uncompared: () => uncompared,
  };
}
