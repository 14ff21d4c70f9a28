/** How a cell is compared with what is wanted; the longer sign first where one begins with another. */
export const COMPARISONS = ["!=", "<=", ">=", "=", "<", ">"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/**
 * A condition on a column. `=` is met by a cell that has one of the values, `!=` by one that has none of them; the blank value
 * stands for a blank cell. The others have one value, a number or a day, and no blank cell meets them.
 */
export interface ColumnCondition {
  readonly column: string;
  /** Left out: `=`. */
  readonly comparison?: Comparison | undefined;
  readonly values: readonly string[];
}

/** A condition as it is written on a command line, without the shell's quotes. */
export function conditionText({ column, comparison = "=", values }: ColumnCondition): string {
  const name = /^"|[=<>]|!=/.test(column) ? inQuotes(column) : column;
  const isList = comparison === "=" || comparison === "!=";
  const written = isList ? values.map((value) => (/^\s*"|,/.test(value) ? inQuotes(value) : value)) : values;
  return `${name}${comparison}${written.join(",")}`;
}

function inQuotes(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
