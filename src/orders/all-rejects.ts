import type { RowSet } from "./assemble/row-set.ts";
import type { RejectedRow } from "./rows/row-table.ts";

/** The rows that should have been readable and were not, file by file and line by line; those of undated orders are among them. */
export function allRejects({ plans, results, rows, built }: RowSet): readonly RejectedRow[] {
  const undated = built.undated.flatMap((row): readonly RejectedRow[] => {
    const plan = plans[rows.file[row] as number];
    if (plan === undefined) return [];
    const column = plan.layout.header[plan.layout.columns.date]?.trim() ?? "";
    return [{ file: plan.source.name, line: rows.line[row] as number, column, value: "", reason: "unreadable date" }];
  });
  const fileOf = new Map(plans.map((plan) => [plan.source.name, plan.file]));
  return [...results.flatMap((result) => result.rejects), ...undated].sort(
    (a, b) => (fileOf.get(a.file) ?? 0) - (fileOf.get(b.file) ?? 0) || a.line - b.line,
  );
}
