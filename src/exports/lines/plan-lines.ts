import { type LineFile, lineColumns } from "./line-columns.ts";
import { ALL_LINE_ROLES, type LineRole } from "./line-role.ts";

/** Which roles of line items the files have together, and where each stands in each file; `null` where a file has it not. */
export interface LinePlan {
  readonly roles: readonly LineRole[];
  readonly columns: readonly (readonly (number | null)[])[];
}

/** The plan where nobody asked for line items. */
export const NO_LINES: LinePlan = { roles: [], columns: [] };

/** Finds the columns of line items and of orders' traits in all files. */
export function planLines(files: readonly LineFile[]): LinePlan {
  const found = files.map(lineColumns);
  const roles = ALL_LINE_ROLES.filter((role) => found.some((columns) => columns.has(role)));
  return { roles, columns: found.map((columns) => roles.map((role) => columns.get(role) ?? null)) };
}
