import type { AmountDecision } from "../../../exports/detect/amounts/amount-per.ts";
import type { Layout } from "../../../exports/detect/layout.ts";
import type { FilePlan } from "../../../exports/file-plan.ts";
import { isOfOrders } from "../../../exports/join/joined-file.ts";
import type { RowSet } from "../row-set.ts";
import { decideAmountPer } from "./amount-per.ts";

/**
 * Decides for each source whether its amounts are orders' totals or lines'; a platform or an option may say so. Where that is
 * not clear, it is asked together with what the next steps ask.
 */
export function decideAmounts(set: RowSet): void {
  set.amounts = set.origins.map(
    (origin) => set.questions.attempt("", () => decisionFor(set, origin)) ?? { per: "order", evidence: "" },
  );
}

function decisionFor(set: RowSet, origin: number): AmountDecision {
  const { rows, groups, plans, orderId, options } = set;
  const own = plans.filter((plan) => plan.origin === origin);
  const added = own.find(({ joined }) => joined?.role === "amounts");
  if (added !== undefined) return { per: "line", evidence: `added up for each order from ${added.source.name}` };
  const first = own.find(isOfOrders);
  if (first === undefined) return { per: "order", evidence: "" };
  const { amount } = first.layout.columns;
  if (amount.kind === "none") return { per: "line", evidence: "" };
  if (amount.kind === "uncounted") return { per: "order", evidence: "" };
  if (amount.kind === "product") {
    return { per: "line", evidence: `"${nameOf(first, amount.quantity)}" × "${nameOf(first, amount.price)}"` };
  }
  const { preset, table } = first.layout;
  if (preset !== null && amount.per !== "undecided" && options.amountPer === undefined) {
    return { per: amount.per, evidence: `as ${preset.title} has it: ${preset.rowModel}` };
  }
  const nested = options.amountPer === undefined ? perOfNested(amount.plus, table) : null;
  if (nested !== null) return nested;
  const files = new Set(own.filter(isOfOrders).map((plan) => plan.file));
  return decideAmountPer(rows, groups, {
    per: amount.per,
    option: options.amountPer,
    column: nameOf(first, amount.plus[0] ?? 0),
    name: first.source.name,
    orderId,
    isOwn: (row) => files.has(rows.file[row] as number),
  });
}

/** Where orders are records with their lines inside, an amount is the order's or a line's by where it stands. */
function perOfNested(columns: readonly number[], table: Layout["table"]): AmountDecision | null {
  if (table?.inside === undefined) return null;
  const { list, firstColumn } = table.inside;
  if (columns.every((column) => column >= firstColumn)) return { per: "line", evidence: `it stands inside "${list}"` };
  const isOrders = columns.every((column) => column < firstColumn);
  return isOrders ? { per: "order", evidence: `it stands in the order, not inside "${list}"` } : null;
}

function nameOf({ layout }: FilePlan, column: number): string {
  return layout.header[column]?.trim() ?? "";
}
