import type { RowSet } from "../row-set.ts";
import { judgeStatuses } from "./judge-statuses.ts";

export function judgeRowStatuses(set: RowSet): void {
  set.statuses = judgeStatuses(set.rows, set.groups, set.table.statuses.texts, set.options);
}
