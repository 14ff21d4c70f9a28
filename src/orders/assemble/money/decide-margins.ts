import type { FilePlan } from "../../../exports/file-plan.ts";
import type { RowSet } from "../row-set.ts";
import { decideMarginPer } from "./margin-per.ts";

/** Decides how margins are made from the column that an option names, source by source. */
export function decideMargins(set: RowSet): void {
  const { rows, groups, plans, options, orderId } = set;
  const named = plans.find((plan) => columnOf(plan) !== null);
  if (named === undefined) return;
  const perOfFile = new Map<number, "order" | "line">();
  for (const origin of set.origins) {
    const own = plans.filter((plan) => plan.origin === origin);
    const [first] = own;
    const column = first === undefined ? null : columnOf(first);
    if (first === undefined || column === null) continue;
    const per = decideMarginPer(rows, groups, {
      option: options.costPer,
      column: first.layout.header[column]?.trim() ?? "",
      name: first.source.name,
      orderId,
      isOwn: (row) => plans[rows.file[row] as number]?.origin === origin,
    });
    for (const plan of own) perOfFile.set(plan.file, per);
  }
  set.costPer = plans.map(({ file }) => perOfFile.get(file) ?? null);
  set.margin = {
    kind: named.layout.columns.margin === null ? "cost" : "margin",
    isPerOrder: (row) => perOfFile.get(rows.file[row] as number) === "order",
  };
}

function columnOf({ layout: { columns } }: FilePlan): number | null {
  return columns.margin ?? columns.cost;
}
