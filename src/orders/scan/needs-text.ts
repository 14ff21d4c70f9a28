import type { FilePlan } from "../../exports/file-plan.ts";

/** Whether something about a file makes every row go through its text. */
export function needsText({ layout: { columns, preset }, zone, noteLinks, filter }: FilePlan): boolean {
  return (
    zone.to !== null ||
    noteLinks ||
    (filter.where ?? []).length > 0 ||
    (filter.excludeLines ?? []).length > 0 ||
    columns.reference !== null ||
    (columns.amount.kind === "sum" && (columns.amount.minusWhere ?? []).length > 0) ||
    columns.margin !== null ||
    columns.cost !== null ||
    columns.reason !== null ||
    preset?.continuesAbove === true
  );
}
