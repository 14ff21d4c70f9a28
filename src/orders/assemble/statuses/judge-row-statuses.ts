import type { RowSet } from "../row-set.ts";
import { judgeStatuses } from "./judge-statuses.ts";

/** Judges statuses; what is not known of them is asked together with what the next steps ask. */
export function judgeRowStatuses(set: RowSet): void {
  const { rows, groups, table, options, questions } = set;
  const known = { statuses: table.statuses.texts, summed: table.summed?.byStatus, isOrderTotal: set.orderTotalTest() };
  const judged = questions.attempt("", () => judgeStatuses(rows, groups, known, options));
  set.statuses = judged ?? [];
}
