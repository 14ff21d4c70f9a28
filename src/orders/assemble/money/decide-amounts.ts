import type { FilePlan } from "../../../exports/file-plan.ts";
import type { RowSet } from "../row-set.ts";
import { type AmountDecision, decideAmountPer } from "./amount-per.ts";

/** Decides for each source whether its amounts are orders' totals or lines'; a platform or an option may say so. */
export function decideAmounts(set: RowSet): void {
  set.amounts = set.origins.map((origin) => decisionFor(set, origin));
}

function decisionFor(set: RowSet, origin: number): AmountDecision {
  const { rows, groups, plans, orderId, options } = set;
  const own = plans.filter((plan) => plan.origin === origin);
  const [first] = own;
  if (first === undefined) return { per: "order", evidence: "" };
  const { amount } = first.layout.columns;
  if (amount.kind === "product") {
    return { per: "line", evidence: `"${nameOf(first, amount.quantity)}" × "${nameOf(first, amount.price)}"` };
  }
  const { preset } = first.layout;
  if (preset !== null && amount.per !== "undecided" && options.amountPer === undefined) {
    return { per: amount.per, evidence: `as ${preset.title} has it: ${preset.rowModel}` };
  }
  const files = new Set(own.map((plan) => plan.file));
  return decideAmountPer(rows, groups, {
    per: amount.per,
    option: options.amountPer,
    column: nameOf(first, amount.plus[0] ?? 0),
    name: first.source.name,
    orderId,
    isOwn: (row) => files.has(rows.file[row] as number),
  });
}

function nameOf({ layout }: FilePlan, column: number): string {
  return layout.header[column]?.trim() ?? "";
}
