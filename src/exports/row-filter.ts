import { NO_DAY } from "../basics/calendar/days.ts";
import { columnNamed, type FileHeader } from "./detect/header/named-columns.ts";

/** A column and the values that are wanted in it; compared without case and outer spaces. */
export interface WhereOption {
  readonly column: string;
  readonly values: readonly string[];
}

export interface FilterOptions {
  /** First and last day wanted, both included. */
  readonly since?: number | undefined;
  readonly until?: number | undefined;
  /** All of these must hold. */
  readonly where?: readonly WhereOption[] | undefined;
}

/** Which rows of a file the user wants; the others are set aside as filtered. */
export interface RowFilter {
  /** @param order what the row has for an order, −1 without one */
  readonly keeps: (cells: readonly string[], day: number, order: number) => boolean;
}

/**
 * The filter for one file. A row without a date is judged by its other conditions, for its order's rows know the date; a
 * blank cell in a row that goes on with the order above is judged as that order was.
 *
 * @throws MissingColumnError when a column that is asked for is not there
 */
export function rowFilter(file: FileHeader, options: FilterOptions): RowFilter {
  const wanted = (options.where ?? []).map(({ column, values }) => ({
    column: columnNamed(file, column, "--where"),
    values: new Set(values.map((value) => value.trim().toLowerCase())),
  }));
  const [since, until] = [options.since ?? Number.NEGATIVE_INFINITY, options.until ?? Number.POSITIVE_INFINITY];
  let above = { order: -1, kept: true };
  const meetsConditions = (cells: readonly string[], order: number): boolean => {
    const kept = wanted.every(({ column, values }) => {
      const cell = (cells[column] ?? "").trim().toLowerCase();
      return cell === "" && order !== -1 && order === above.order ? above.kept : values.has(cell);
    });
    above = { order, kept };
    return kept;
  };
  return {
    keeps: (cells, day, order) =>
      (day === NO_DAY || (day >= since && day <= until)) && (wanted.length === 0 || meetsConditions(cells, order)),
  };
}
